"""`coursewright trace`: what teaches each objective and what asks for it."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import reading, reading_options


@click.command("trace")
@reading_options
@click.option(
    "--format",
    "style",
    type=click.Choice(("markdown", "csv", "html")),
    help="How to write it. Default: by the file's ending, else markdown.",
)
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to a file instead of the terminal.",
)
def command(
    course: Path | None, jobs: int | None, no_cache: bool, style: str | None, out: Path | None
) -> int:
    """List every objective with the sections, questions and exercises that belong to it.

    `coursewright serve` shows the same at /traceability.html.
    """
    from builder.cli.progress import Progress
    from builder.pipeline import load
    from builder.publish.trace import trace
    from builder.publish.trace_formats import written

    with Progress() as progress:
        project = load(reading(course, jobs, no_cache, progress))
    text = written(trace(project.course), style or _style(out))
    if out is None:
        click.echo(text, nl=False)
    else:
        _write(out, text)
    return 0


def _style(out: Path | None) -> str:
    ending = out.suffix.lower() if out else ""
    return {".csv": "csv", ".html": "html", ".htm": "html"}.get(ending, "markdown")


def _write(out: Path, text: str) -> None:
    from builder.diagnostics import Failure

    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as problem:
        raise Failure(f"{out} cannot be written: {problem.strerror}") from problem
