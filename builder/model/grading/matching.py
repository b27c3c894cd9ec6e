"""Matching: `answer` gives each row's id the partner chosen for it, as plain text."""

from __future__ import annotations

from builder.model.grading.base import Answer, Mark, by_id
from builder.model.questions import Matching


def mark(question: Matching, answer: Answer) -> tuple[Mark, ...]:
    """A row is in order when its partner is the right one."""
    chosen = by_id(answer)
    return tuple(
        Mark(pair.id, chosen=True, ok=chosen.get(pair.id) == pair.answer) for pair in question.pairs
    )


def solution(question: Matching) -> Answer:
    """Each row's right partner."""
    return {pair.id: pair.answer for pair in question.pairs}
