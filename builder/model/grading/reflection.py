"""Reflection: `answer` is {"text": as typed, "rubric": {criterion id: level id}}."""

from __future__ import annotations

from builder.model.grading.base import Answer, Mark, by_id
from builder.model.questions import Reflection


def mark(question: Reflection, answer: Answer) -> tuple[Mark, ...]:
    """A criterion is chosen when the learner has placed their text on one of its levels."""
    placed = by_id(by_id(answer).get("rubric"))
    return tuple(
        Mark(
            criterion.id,
            chosen=any(level.id == placed.get(criterion.id) for level in criterion.levels),
            ok=True,
        )
        for criterion in question.rubric
    )


def solution(_: Reflection) -> Answer:
    """There is none: the model answer is another text, not the learner's."""
    return {"text": "", "rubric": {}}
