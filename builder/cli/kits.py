"""What `coursewright build workshop` says and asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from builder.pipeline import Project

WORKSHOP = "workshop"
"""The output by the name an author types."""
_MOST = 26

F = TypeVar("F", bound=Callable[..., Any])


def kit_options(function: F) -> F:
    """`--versions`."""
    return click.option(
        "--versions",
        metavar="N",
        type=click.IntRange(1, _MOST),
        default=2,
        show_default=True,
        help="For workshop: how many versions of the printed quiz there are.",
    )(function)


def kit_lines(
    project: Project,
    names: Container[str],
    asked: Container[str],
    out: Path | None,
    versions: int,
) -> Iterator[str]:
    """Make the kits, when they are among the outputs `names`, and say of each what there is now.

    Raises `Failure` when they were `asked` for by name and the course has no plan.
    """
    if WORKSHOP not in names:
        return
    from builder.cli import words
    from builder.diagnostics import Failure
    from builder.pipeline.workshop import build_kits

    start = time.monotonic()
    made = build_kits(project, out, versions)
    spent = words.seconds(time.monotonic() - start)
    if not made and WORKSHOP in asked:
        raise Failure(
            "there is no plan to make a workshop kit of",
            "write one in content/workshops, or draft it: coursewright new workshop",
        )
    for kit in made:
        page = words.place(kit.folder / "index.html")
        facts = f"{words.number(kit.pages, 'page')}, {words.size(kit.size)} as an archive"
        yield f"Built {page} ({facts}) and {words.place(kit.package)}"
    if made:
        yield f"{words.number(len(made), 'kit')} in {spent}. Open index.html in a browser."
