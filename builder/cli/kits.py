"""What `coursewright build workshop` says and asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from builder.pipeline import Project

WORKSHOP = "workshop"
"""The output by the name an author types."""
_MOST = 26

F = TypeVar("F", bound=Callable[..., Any])
Say = Callable[[Iterable[str]], None]


def kit_options(function: F) -> F:
    """`--versions` and `--paper`."""
    paper = click.option(
        "--paper",
        type=click.Choice(("a4", "letter")),
        default="a4",
        show_default=True,
        help="For workshop: the size of the PDFs' pages.",
    )
    versions = click.option(
        "--versions",
        metavar="N",
        type=click.IntRange(1, _MOST),
        default=2,
        show_default=True,
        help="For workshop: how many versions of the printed quiz there are.",
    )
    return paper(versions(function))


class KitWishes(NamedTuple):
    """What was typed about kits: whether they are wanted, and by name; their folder; how many
    versions of the quiz; the size of paper."""

    wanted: bool
    named: bool
    folder: Path | None
    versions: int
    paper: str


def build_kits_for(project: Project, wishes: KitWishes, style: str, say: Say) -> int:
    """Make the kits that were asked for; the exit code. A mistake in a plan stops them alone."""
    if not wishes.wanted:
        return 0
    from builder.cli.findings import show

    plans = project.plans
    if len(plans):
        show(project, style, remarks=False, found=plans)
    if plans.failed:
        say(["No workshop kit was built."])
        return 1
    say(_lines(project, wishes))
    return 0


def _lines(project: Project, wishes: KitWishes) -> Iterator[str]:
    """Make the kits and say of each what there is now.

    Raises `Failure` when they were asked for by name and the course has no plan.
    """
    from builder.cli import words
    from builder.diagnostics import Failure
    from builder.pipeline.workshop import build_kits
    from builder.publish.files import missing

    start = time.monotonic()
    made = build_kits(project, wishes.folder, wishes.versions, wishes.paper)
    spent = words.seconds(time.monotonic() - start)
    if not made and wishes.named:
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
        if lacking := missing():
            what = ", ".join(lacking)
            yield f"Without {what}: pip install 'coursewright[kit]' adds them to the pages."
