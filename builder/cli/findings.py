"""Showing a report in the form that was asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from builder.cli.style import in_colour
from builder.diagnostics import Level, Report

if TYPE_CHECKING:
    from builder.pipeline import Project


def show(
    project: Project, style: str, *, remarks: bool = True, found: Report | None = None
) -> None:
    """Write findings to standard output; `style` is text, github or json. They are those of the
    course unless others are `found`.

    JSON is written even when there are none, so that a program always has something to parse.
    Without `remarks`, what matters least is left out: a folder of Markdown may have hundreds.
    """
    shown = project.report if found is None else found
    report = Report(f for f in shown if remarks or f.level is not Level.INFO)
    if not len(report) and style != "json":
        return
    from builder.diagnostics.formats import render

    text = render(report, style, project.source, in_colour(sys.stdout))
    click.echo(text.rstrip("\n"))
