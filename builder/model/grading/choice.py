"""Picking from options: `answer` is an option's id, or a list of them.

Single choice, true/false, multiple response, regions of a picture and pieces of a text.
"""

from __future__ import annotations

from builder.model.grading.base import Answer, Mark, texts
from builder.model.questions import Choice, Highlight, Hotspot

Picking = Choice | Highlight | Hotspot
"""Kinds in which something is picked from `options`."""


def mark(question: Picking, answer: Answer) -> tuple[Mark, ...]:
    """An option is in order when it is chosen and right, or neither."""
    chosen = set(texts(answer))
    return tuple(
        Mark(o.id, o.id in chosen, (o.id in chosen) == o.correct) for o in question.options
    )


def solution(question: Choice) -> Answer:
    """The id of the right option, or the list of them; None when there is none to choose."""
    right = solutions(question)
    if question.several:
        return right
    return right[0] if right else None


def solutions(question: Picking) -> list[str]:
    """The ids of the right options."""
    return [option.id for option in question.options if option.correct]
