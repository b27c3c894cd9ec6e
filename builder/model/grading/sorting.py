"""Categorise and matrix: `answer` gives each row's id its column, or the list of its columns."""

from __future__ import annotations

from builder.model.grading.base import Answer, Mark, by_id, texts
from builder.model.questions import Sorting


def mark(question: Sorting, answer: Answer) -> tuple[Mark, ...]:
    """A row is in order when it stands in all the columns it belongs to and in no other."""
    chosen = by_id(answer)
    return tuple(
        Mark(row.id, chosen=True, ok=set(texts(chosen.get(row.id))) == set(row.right))
        for row in question.rows
    )


def solution(question: Sorting) -> Answer:
    """Each row's column, or columns where there may be several."""
    if question.several:
        return {row.id: list(row.right) for row in question.rows}
    return {row.id: row.right[0] for row in question.rows if row.right}
