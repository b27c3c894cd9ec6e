"""Showing a report in the form that was asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from builder.cli.style import in_colour

if TYPE_CHECKING:
    from builder.pipeline import Project


def show(project: Project, style: str) -> None:
    """Write all findings to standard output; `style` is text, github or json.

    JSON is written even when there are none, so that a program always has something to parse.
    """
    if not len(project.report) and style != "json":
        return
    from builder.diagnostics.formats import render

    text = render(project.report, style, project.source, in_colour(sys.stdout))
    click.echo(text.rstrip("\n"))
