"""`coursewright workshop notes`: what lessons tell those who teach them."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import reading, reading_options


@click.command("notes", short_help="Write all notes for facilitators as one page.")
@reading_options
@click.option(
    "--out",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The page to write, such as notes.html.",
)
def command(course: Path | None, jobs: int | None, no_cache: bool, out: Path) -> int:
    """Write the `facilitator` blocks of all lessons as one page, to read or to print.

    `coursewright serve` shows the same at /teaching-notes.html. No site holds it.
    """
    from builder.cli import words
    from builder.cli.progress import Progress
    from builder.pipeline import load
    from builder.pipeline.output import write_file_atomically
    from builder.publish.teaching_notes import teaching_notes

    with Progress() as progress:
        project = load(reading(course, jobs, no_cache, progress))
    course_url = f"{project.course.url.rstrip('/')}/" if project.course.url else None
    page = teaching_notes(project.course, project.library, course_url)
    write_file_atomically(out, page.make())
    click.echo(f"Wrote {words.place(out)}.")
    return 0
