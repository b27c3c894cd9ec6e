"""`coursewright new`: a course to start from, or a workshop plan."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import course_option, reading

WORKSHOP = "workshop"


@click.command("new")
@click.argument("name", type=click.Path(file_okay=False))
@click.option("--title", help="The course's title. Default: made from NAME.")
@click.option("--lessons", metavar="A,B,C", help="For a workshop: ids of the lessons.")
@click.option(
    "--minutes",
    metavar="N",
    type=click.IntRange(min=1, max=1440),
    help="For a workshop: how long it lasts. Default: 90.",
)
@click.option("--id", "plan_id", help="For a workshop: its id. Default: lesson and minutes.")
@course_option
def command(
    name: str,
    title: str | None,
    lessons: str | None,
    minutes: int | None,
    plan_id: str | None,
    course: Path | None,
) -> None:
    """Start a small complete course in the new folder NAME.

    `coursewright new workshop --lessons a,b,c --minutes 90` drafts a workshop plan about lessons
    of the course you are in: timed, with breaks and tests, and without mistakes. (For a course in
    a folder of that name, write `coursewright new ./workshop`.)
    """
    if name == WORKSHOP:
        if not lessons:
            raise click.UsageError("Name the lessons: --lessons a,b,c")
        _workshop(lessons, minutes or 90, plan_id or "", course)
        return
    if lessons or minutes or plan_id:
        raise click.UsageError("--lessons, --minutes and --id are for `coursewright new workshop`.")
    _course(Path(name), title)


def _course(folder: Path, title: str | None) -> None:
    from builder.pipeline.starter import write_starter

    written = write_starter(folder, title)
    for path in written:
        click.echo(f"  {path}")
    click.echo(f"Your course is in {folder}. See it while you write:\n  cd {folder}")
    click.echo("  coursewright serve")


def _workshop(lessons: str, minutes: int, name: str, course: Path | None) -> None:
    from builder.cli.progress import Progress
    from builder.pipeline import load
    from builder.pipeline.plans import write_draft

    names = [part.strip() for part in lessons.split(",") if part.strip()]
    if not names:
        raise click.UsageError("Name the lessons: --lessons a,b,c")
    with Progress() as progress:
        project = load(reading(course, None, False, progress))
    path = write_draft(project, names, minutes, name)
    click.echo(f"Wrote {path}. It passes `coursewright check`; make the words your own.")
