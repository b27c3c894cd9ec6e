"""Ordering: `answer` is the list of ids as the learner arranged them."""

from __future__ import annotations

from builder.model.grading.base import Answer, Mark
from builder.model.questions import Ordering


def mark(question: Ordering, answer: Answer) -> tuple[Mark, ...]:
    """A row is in order when it stands in its own place."""
    places = answer if isinstance(answer, list) else []
    there = [*places, *[None] * len(question.options)]
    return tuple(
        Mark(option.id, chosen=True, ok=there[at] == option.id)
        for at, option in enumerate(question.options)
    )


def solution(question: Ordering) -> Answer:
    """The ids in the right order."""
    return [option.id for option in question.options]
