"""`coursewright new`: a course to start from."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("new")
@click.argument("name", type=click.Path(file_okay=False, path_type=Path))
@click.option("--title", help="The course's title. Default: made from NAME.")
def command(name: Path, title: str | None) -> None:
    """Start a small complete course in the new folder NAME."""
    from builder.pipeline.starter import write_starter

    written = write_starter(name, title)
    for path in written:
        click.echo(f"  {path}")
    click.echo(f"Your course is in {name}. See it while you write:\n  cd {name}")
    click.echo("  coursewright serve")
