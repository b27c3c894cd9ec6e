"""Rules of hotspot."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds import choice
from builder.check.kinds.shared import too_few
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions import Hotspot, Region

LEAST = 10
"""Percent of a picture's side: 24 of the 240 pixels that the smallest phones leave for it."""

OVERLAP = code(
    "regions-overlap",
    Level.WARNING,
    "Two regions of a picture overlap",
    explained(
        what="Two regions share a part of the picture.",
        why="A learner who presses there cannot tell which of the two is meant.",
        fix="Make one of them smaller.",
    ),
)
SMALL = code(
    "small-region",
    Level.WARNING,
    "A region of a picture is small for a finger",
    explained(
        what=f"The region takes up less than {LEAST} percent of the picture's width or height.",
        why="On a small phone the picture is about 240 pixels wide, and a finger needs 24. The page"
        " makes a smaller region larger, so that it no longer lies where you put it.",
        fix="Make the region larger, or cut the picture down to what matters.",
        example="regions:\n  - {text: The hands, left: 40, top: 55, width: 15, height: 20}",
    ),
)


def few_regions(question: Hotspot) -> Iterator[Diagnostic]:
    """There is something to pick."""
    yield from too_few(question, len(question.options), "regions")


def right_region(question: Hotspot) -> Iterator[Diagnostic]:
    """At least one region is right, and at least one is not."""
    yield from choice.some_right(question, "region")


def overlapping(question: Hotspot) -> Iterator[Diagnostic]:
    """Regions lie apart."""
    places = list(zip(question.options, question.regions, strict=True))
    for number, (option, region) in enumerate(places):
        for other, earlier in places[:number]:
            if _overlap(region, earlier):
                see = ((other.span, "overlaps with this"),)
                yield OVERLAP.at(option.span, f"the region overlaps with {other.text!r}", "", see)


def small(question: Hotspot) -> Iterator[Diagnostic]:
    """A region can be hit with a finger. The height is judged as if the picture were square."""
    for option, region in zip(question.options, question.regions, strict=True):
        if min(region.width, region.height) < LEAST:
            side = "wide" if region.width <= region.height else "high"
            least = min(region.width, region.height)
            message = f"the region is {least:g} percent {side}, which is small for a finger"
            yield SMALL.at(option.span, message, f"give it {LEAST} percent or more each way")


def _overlap(one: Region, other: Region) -> bool:
    across = one.left < other.left + other.width and other.left < one.left + one.width
    down = one.top < other.top + other.height and other.top < one.top + one.height
    return across and down


RULES = (few_regions, right_region, overlapping, small)
