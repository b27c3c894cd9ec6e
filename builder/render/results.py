"""The figures of collected answers as a text to read in a terminal or to paste into a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean

from builder.model.results import (
    FEW,
    Answers,
    ItemFigures,
    Reliability,
    When,
    gain,
    item_figures,
    kr20,
)

FEW_RATINGS = 5
"""Ratings below which single people could be recognised."""


def results_text(answers: Answers) -> str:
    """Markdown: items, reliability, gain, ratings; what the numbers cannot carry is said so."""
    return "\n".join(_lines(answers)) + "\n"


def _lines(answers: Answers) -> Iterator[str]:
    sheets = answers.last
    if answers.items:
        yield from ("# Items", "")
        yield from _items(item_figures(answers.items, sheets, answers.key))
        yield from ("", _reliability(kr20(answers.items, sheets), len(answers.items), len(sheets)))
        if answers.of(When.PRE) or answers.of(When.POST):
            yield from ("", "# Gain", "", _gain(answers))
    if answers.ratings:
        yield from ("", "# Reactions", "")
        yield from map(_rating, answers.ratings, answers.ratings.values())


def _items(rows: Sequence[ItemFigures]) -> Iterator[str]:
    wide = max(4, *(len(row.item) for row in rows))
    yield f"| {'Item':{wide}} | Answers | Difficulty | Discrimination |     D | Remarks"
    yield f"| {'-' * wide} | ------: | ---------: | -------------: | ----: | -------"
    for row in rows:
        notes = [*row.remarks]
        if row.idle:
            notes.append(f"hardly chosen: {', '.join(row.idle)}")
        yield (
            f"| {row.item:{wide}} | {row.count:7} | {_figure(row.difficulty):>10} "
            f"| {_figure(row.discrimination):>14} | {_figure(row.spread):>5} | {'; '.join(notes)}"
        ).rstrip()


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _reliability(found: Reliability | None, items: int, sheets: int) -> str:
    if found is None:
        return (
            f"Reliability (KR-20): too few for a figure ({sheets} sheets of {items} items; it "
            f"takes {FEW} sheets and 10 items)."
        )
    return (
        f"Reliability (KR-20): {found.kr20:.2f}. A score is uncertain by about "
        f"{found.error:.1f} of {items} points."
    )


def _gain(answers: Answers) -> str:
    found = gain(answers.items, answers.of(When.PRE), answers.of(When.POST))
    if isinstance(found, int):
        return f"Too few people took both tests for a gain ({found}; it takes 10)."
    change = (
        "The interval holds no zero, so this is more than chance."
        if found.low > 0 or found.high < 0
        else "The interval holds zero: this may be chance."
    )
    interval = f"95 % interval {_points(found.low)} to {_points(found.high)}"
    return (
        f"{found.pairs} people took both tests: {found.before:.0%} before, {found.after:.0%} "
        f"after. Mean gain {_points(found.difference)} points ({interval}). {change}"
    )


def _points(share: float) -> str:
    return f"{share * 100:+.0f}"


def _rating(name: str, marks: Sequence[float]) -> str:
    label = name.removeprefix("reaction.")
    if len(marks) < FEW_RATINGS:
        return f"- {label}: too few ratings to show ({len(marks)}; it takes {FEW_RATINGS})"
    span = f"lowest {min(marks):g}, highest {max(marks):g}"
    return f"- {label}: mean {fmean(marks):.1f}, {span}, n = {len(marks)}"
