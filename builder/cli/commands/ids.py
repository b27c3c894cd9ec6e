"""`coursewright ids`: the registry of ids that learners' records hang on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.options import course_option, reading

if TYPE_CHECKING:
    from builder.pipeline import Project
    from builder.pipeline.registry import Registered


@click.group("ids", invoke_without_command=True)
@course_option
@click.pass_context
def command(context: click.Context, course: Path | None) -> int:
    """Keep learners' records right when lessons, quizzes and questions change.

    Learning systems keep progress and answers under ids, which content/ids.yml lists. Without a
    COMMAND, tells what is new and what is gone since it was last written.
    """
    context.obj = course
    return _list(course) if context.invoked_subcommand is None else 0


@command.command("list")
@click.pass_obj
def _list_command(course: Path | None) -> int:
    """Tell what is new and what is gone."""
    return _list(course)


@command.command("update")
@click.pass_obj
def _update(course: Path | None) -> int:
    """Give a number to everything new, as a build does."""
    from builder.pipeline.registry import registered

    project = _load(course)
    if project.report.failed:
        return _refused(project)
    result = registered(project)
    _show(project, result)
    if not result.report.failed:
        click.echo(result.said or "Nothing is new.")
    return int(result.report.failed)


@command.command("retire")
@click.argument("name", metavar="[ID]", required=False)
@click.option("--all", "everything", is_flag=True, help="Retire everything that is gone.")
@click.pass_obj
def _retire(course: Path | None, name: str | None, everything: bool) -> int:
    """Say that ID is gone for good, with all it holds."""
    from builder.pipeline.ids import retire

    if bool(name) is everything:
        raise click.UsageError("Name one ID, or use --all.")
    return _edit(course, "Retired", lambda project: retire(project, name or ""))


@command.command("rename")
@click.argument("old")
@click.argument("new")
@click.pass_obj
def _rename(course: Path | None, old: str, new: str) -> int:
    """Say that OLD is called NEW now, with all it holds; learners keep what they did."""
    from builder.pipeline.ids import rename

    return _edit(course, "Renamed", lambda project: rename(project, old, new))


@command.command("restore")
@click.argument("name", metavar="ID")
@click.pass_obj
def _restore(course: Path | None, name: str) -> int:
    """Say that ID was retired and is back."""
    from builder.pipeline.ids import restore

    return _edit(course, "Restored", lambda project: restore(project, name))


def _load(course: Path | None) -> Project:
    from builder.cli.progress import Progress
    from builder.pipeline import load

    with Progress() as progress:
        return load(reading(course, None, False, progress))


def _show(project: Project, result: Registered) -> None:
    from builder.cli.findings import show

    show(replace(project, report=result.report), "text")


def _refused(project: Project) -> int:
    """A course with errors may lack parts only because they cannot be read."""
    from builder.cli.findings import show

    show(project, "text", remarks=False)
    click.echo("Mend the errors first: until then nothing can be told of ids.")
    return 1


def _edit(course: Path | None, done: str, change: Callable[[Project], int]) -> int:
    from builder.cli import words
    from builder.pipeline.registry import registry_path

    project = _load(course)
    if project.report.failed:
        return _refused(project)
    count = change(project)
    click.echo(f"{done} {words.number(count, 'id')} in {registry_path(project)}; commit it.")
    return 0


def _list(course: Path | None) -> int:
    from builder.pipeline.registry import compared

    project = _load(course)
    if project.report.failed:
        return _refused(project)
    result = compared(project)
    _show(project, result)
    click.echo(result.said)
    return int(result.report.failed)
