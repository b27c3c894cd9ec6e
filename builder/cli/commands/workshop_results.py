"""`coursewright workshop results`: what the collected answers say, and what they cannot say."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.style import in_colour

if TYPE_CHECKING:
    from builder.model.result import Result
    from builder.model.results import Answers


@click.command("results")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> int:
    """Read collected answers: how hard and how telling each item is, and what people gained.

    FILE is a CSV file with the columns person, test (pre, post or empty) and one for each item,
    with scores from 0 to 1, or letters and a row `key`. Columns `reaction.NAME` hold ratings.
    The file stays where it is: nothing of it is stored or sent.
    """
    from builder.read.results import read_results
    from builder.render.results import results_text

    found = read_results(file.as_posix(), file.read_bytes())
    if found.findings:
        _show(found, file)
        return 1
    click.echo(results_text(found.value), nl=False)
    return 0


def _show(found: Result[Answers], file: Path) -> None:
    from builder.diagnostics import Report
    from builder.diagnostics.formats import render

    text = file.read_bytes().decode("utf-8", "replace")
    click.echo(
        render(Report(found.findings), "text", lambda _: text, in_colour(sys.stdout)), nl=False
    )
