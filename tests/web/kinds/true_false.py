"""Random statements."""

from __future__ import annotations

from random import Random

from builder.model.questions import Question
from web.kinds import single_choice
from web.kinds.single_choice import answer

__all__ = ["answer", "question"]


def question(rng: Random) -> Question:
    return single_choice.question(rng, "true-false")
