"""Confidence: `answer` is {"option": id, "sure": 1, 2 or 3}. Being sure earns nothing by itself."""

from __future__ import annotations

from builder.model.grading import choice
from builder.model.grading.base import Answer, Mark, by_id
from builder.model.questions import Confidence


def mark(question: Confidence, answer: Answer) -> tuple[Mark, ...]:
    """As with a single choice."""
    return choice.mark(question, by_id(answer).get("option"))


def solution(question: Confidence) -> Answer:
    """The right option. How sure one is has no right answer."""
    return {"option": choice.solution(question)}
