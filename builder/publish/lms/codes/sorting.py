"""Kinds whose answers are an order, or say something of each row."""

from __future__ import annotations

from builder.model.questions import Matching, Ordering, Sorting, Survey
from builder.publish.lms.codes.base import Shape
from builder.render.markup import plain


def ordering(question: Ordering) -> Shape:
    """An order of all items."""
    ids = [option.id for option in question.options]
    return Shape(f"p{len(ids)}", len(ids), {"ids": ids}, list(range(len(ids))))


def matching(question: Matching) -> Shape:
    """A choice for each row; choices are named by their text, as the page shows it."""
    rows = [pair.id for pair in question.pairs]
    of = list(dict.fromkeys(plain(choice) for choice in question.choices))
    right = [of.index(plain(pair.answer)) for pair in question.pairs]
    return Shape(_rows("r", rows, of), len(rows), {"rows": rows, "of": [of], "empty": ""}, right)


def sorting(question: Sorting) -> Shape:
    """A column for each row, or any of them."""
    rows = [row.id for row in question.rows]
    columns = [column.id for column in question.columns]
    places = [sorted(columns.index(name) for name in row.right) for row in question.rows]
    data = {"rows": rows, "of": [columns], "empty": ""}
    if question.several:
        return Shape(_rows("m", rows, columns), len(rows), data, places)
    right = [place[0] for place in places] if all(len(place) == 1 for place in places) else None
    return Shape(_rows("r", rows, columns), len(rows), data, right)


def survey(question: Survey) -> Shape:
    """A point for each row that was answered; there is no score."""
    rows = [row.id for row in question.rows]
    points = [point.id for point in question.scale]
    return Shape(_rows("r", rows, points), 0, {"rows": rows, "of": [points]}, flags="d")


def _rows(letter: str, rows: list[str], of: list[str]) -> str:
    return letter + ".".join([str(len(of))] * len(rows))
