"""`coursewright check`: all mistakes of a course in one run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.options import format_option, reading, reading_options

if TYPE_CHECKING:
    from builder.diagnostics import Report
    from builder.pipeline import Project


@click.command("check")
@reading_options
@format_option
@click.option("--strict", is_flag=True, help="Warnings fail, too.")
@click.option("--fix", is_flag=True, help="First write missing ids into quizzes and lessons.")
def command(
    course: Path | None, jobs: int | None, no_cache: bool, style: str, strict: bool, fix: bool
) -> int:
    """Find the mistakes in a course, each with its file and line.

    Ends with exit code 1 when there are errors.
    """
    from builder.cli import words
    from builder.cli.findings import show
    from builder.cli.progress import Progress
    from builder.diagnostics import Level
    from builder.diagnostics.formats import summary
    from builder.pipeline import load

    with Progress() as progress:
        options = reading(course, jobs, no_cache, progress)
        project = load(options)
        if fix and _write_ids(project):
            project = load(options)
    report = _with_ids(project)
    show(project, style, found=report)
    failed = report.failed or (strict and report.count(Level.WARNING) > 0)
    lessons = words.number(sum(1 for _ in project.course.lessons()), "lesson")
    line = summary(report) if len(report) else f"No mistakes found in {lessons}"
    click.echo(f"{line}.", file=sys.stdout if style == "text" else sys.stderr)
    return int(failed)


def _with_ids(project: Project) -> Report:
    """The findings with those about learners' records, where the course keeps a register."""
    from builder.diagnostics import Report
    from builder.pipeline.registry import compared, registry_path

    report = project.findings
    if report.failed or registry_path(project) not in project.tree.files:
        return report
    return Report([*report, *compared(project).report])


def _write_ids(project: Project) -> bool:
    """Write missing ids and say which; whether there were any."""
    from builder.cli import words
    from builder.pipeline.mend import write_missing_ids

    added = write_missing_ids(project)
    for place, text in added:
        click.echo(f"{place}: wrote {text}", err=True)
    click.echo(f"Wrote {words.number(len(added), 'id')}.", err=True)
    return bool(added)
