"""Difficulty and discrimination of items, and the reliability of the test they make.

Difficulty is the mean score. Discrimination is the correlation of an item with the sum of all
other items (the corrected point-biserial correlation); with it included, an item would agree with
itself. D is the mean score of the best 27 % less that of the weakest 27 % (Kelley, 1939). KR-20
is Kuder and Richardson's formula 20 in the form that holds for partial credit, too (Cronbach's
alpha).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pvariance

from builder.model.results.answers import Sheet

FEW = 30
"""Sheets below which a discrimination is mostly chance: of good items, a quarter looks bad."""

MANY = 100
"""Sheets from which a low discrimination, one that is not negative, says something."""

_LOW = 0.10
_EASY, _HARD = 0.95, 0.25
_TAIL = 0.27
_IDLE = 0.05
_SHORT_TEST = 10


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item. `difficulty` is the mean score of the `count` people who answered; None where
    nobody did. `discrimination` and `spread` (D) are None where there are too few sheets or no
    differences. `idle` are wrong letters that fewer than 5 % chose. `remarks` are sentences."""

    item: str
    count: int
    difficulty: float | None
    discrimination: float | None
    spread: float | None
    idle: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reliability:
    """`kr20`, and `error`: the standard error of measurement in points of the whole test."""

    kr20: float
    error: float


def item_figures(
    items: Sequence[str], sheets: Sequence[Sheet], key: Mapping[str, str]
) -> tuple[ItemFigures, ...]:
    """The figures of every item over these sheets."""
    return tuple(_figures(item, items, sheets, key.get(item, "")) for item in items)


def _figures(item: str, items: Sequence[str], sheets: Sequence[Sheet], right: str) -> ItemFigures:
    answered = [sheet for sheet in sheets if item in sheet.scores]
    scores = [sheet.scores[item] for sheet in answered]
    if not scores:
        return ItemFigures(item, 0, None, None, None, remarks=("nobody answered",))
    enough = len(scores) >= FEW
    rest = [
        sum(sheet.scores.get(other, 0.0) for other in items if other != item) for sheet in answered
    ]
    r = correlation(scores, rest) if enough else None
    d = _top_less_bottom(scores, rest) if enough else None
    idle = _idle(item, answered, right) if enough and right else ()
    difficulty = fmean(scores)
    return ItemFigures(
        item, len(scores), difficulty, r, d, idle, tuple(_remarks(len(scores), difficulty, r))
    )


def _remarks(count: int, difficulty: float, r: float | None) -> list[str]:
    if count < FEW:
        return [f"too few answers to judge it ({count}; {FEW} are needed)"]
    found = []
    if r is not None and r < 0:
        found.append("the weaker people get it right more often: check the key")
    elif r is not None and r < _LOW and count >= MANY:
        found.append("hardly tells the stronger from the weaker")
    if difficulty > _EASY:
        found.append("nearly everybody knows it")
    if difficulty < _HARD:
        found.append("hardly anybody knows it")
    return found


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's correlation, None where one side does not vary."""
    a, b = fmean(one), fmean(other)
    across = sum((x - a) * (y - b) for x, y in zip(one, other, strict=True))
    within = sqrt(sum((x - a) ** 2 for x in one) * sum((y - b) ** 2 for y in other))
    return across / within if within > 1e-12 else None


def _top_less_bottom(scores: Sequence[float], rest: Sequence[float]) -> float:
    ordered = [
        score for _, score in sorted(zip(rest, scores, strict=True), key=lambda pair: pair[0])
    ]
    size = max(1, round(len(ordered) * _TAIL))
    return fmean(ordered[-size:]) - fmean(ordered[:size])


def _idle(item: str, sheets: Sequence[Sheet], right: str) -> tuple[str, ...]:
    letters = [sheet.chosen[item] for sheet in sheets if item in sheet.chosen]
    wrong = sorted({*_up_to(max(letters, default="")), *letters} - {right})
    return tuple(letter for letter in wrong if letters.count(letter) < _IDLE * len(letters))


def _up_to(last: str) -> str:
    """All letters up to one: a letter that nobody chose does not stand in the file."""
    return "".join(chr(code) for code in range(ord("A"), ord(last) + 1)) if len(last) == 1 else ""


def kr20(items: Sequence[str], sheets: Sequence[Sheet]) -> Reliability | None:
    """None where it would claim too much: fewer than 30 sheets or 10 items, or no differences."""
    if len(sheets) < FEW or len(items) < _SHORT_TEST:
        return None
    totals = [sum(sheet.scores.get(item, 0.0) for item in items) for sheet in sheets]
    whole = pvariance(totals)
    if whole <= 1e-12:
        return None
    parts = sum(pvariance([sheet.scores.get(item, 0.0) for sheet in sheets]) for item in items)
    value = len(items) / (len(items) - 1) * (1 - parts / whole)
    return Reliability(value, sqrt(whole * max(0.0, 1 - value)))
