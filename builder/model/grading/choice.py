"""Single choice, true/false and multiple response: `answer` is an option id or a list of them."""

from __future__ import annotations

from builder.model.grading.base import Answer, Mark, texts
from builder.model.questions import Choice


def mark(question: Choice, answer: Answer) -> tuple[Mark, ...]:
    """An option is in order when it is chosen and right, or neither."""
    chosen = set(texts(answer))
    return tuple(
        Mark(o.id, o.id in chosen, (o.id in chosen) == o.correct) for o in question.options
    )


def solution(question: Choice) -> Answer:
    """The id of the right option, or the list of them; None when there is none to choose."""
    right = [option.id for option in question.options if option.correct]
    if question.several:
        return right
    return right[0] if right else None
