"""`coursewright serve`: the course in the browser while it is written."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import reading, reading_options


@click.command("serve")
@reading_options
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port on this machine; 0 takes a free one.",
)
@click.option("--open", "show", is_flag=True, help="Open the browser.")
def command(course: Path | None, jobs: int | None, no_cache: bool, port: int, show: bool) -> None:
    """Show the course in the browser; every saved change is there within a second.

    Mistakes appear in the page and here, and the server goes on. Stop it with Ctrl+C.
    """
    from builder.hosts import serve

    try:
        serve(reading(course, jobs, no_cache), port=port, open_browser=show)
    except KeyboardInterrupt:
        click.echo("Stopped.")
