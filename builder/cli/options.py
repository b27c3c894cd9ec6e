"""Options that several commands share, and the course they name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from builder.cli.progress import Progress
    from builder.pipeline import Options

FORMATS = ("text", "github", "json")
ENGINES = ("mkdocs", "zensical")

F = TypeVar("F", bound=Callable[..., Any])


def course_option(function: F) -> F:
    """`-C`: the course's folder, found upward from here when not given."""
    return click.option(
        "-C",
        "--course",
        metavar="DIR",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="The course's folder. Default: this folder or the nearest above it with a course.",
    )(function)


def reading_options(function: F) -> F:
    """What every command that reads a course takes: `-C`, `--jobs`, `--no-cache`."""
    for option in (
        click.option("--no-cache", is_flag=True, help="Read everything anew."),
        click.option(
            "--jobs",
            metavar="N",
            type=click.IntRange(min=1),
            help="Processes to use. Default: one for each core.",
        ),
    ):
        function = option(function)
    return course_option(function)


def format_option(function: F) -> F:
    """`--format`: how findings are written."""
    return click.option(
        "--format",
        "style",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help="How to write findings.",
    )(function)


def engine_option(function: F) -> F:
    """`--engine`: which program makes the site."""
    return click.option(
        "--engine",
        type=click.Choice(ENGINES),
        default="mkdocs",
        show_default=True,
        help="The program that makes the site.",
    )(function)


def find_root(start: Path) -> Path:
    """The course that `start` lies in: the nearest folder, from `start` upward, with a
    `content/course.yml` or a `course.yml` of its own; without one, `start` itself."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "content" / "course.yml").is_file():
            return folder
        if (folder / "course.yml").is_file() and folder.name != "content":
            return folder
    return start


def reading(
    course: Path | None, jobs: int | None, no_cache: bool, progress: Progress | None = None
) -> Options:
    """The pipeline's options for what was typed."""
    from builder.pipeline import Options

    root = course.resolve() if course else find_root(Path.cwd())
    return Options(root=root, jobs=jobs or 0, cache=not no_cache, progress=progress)
