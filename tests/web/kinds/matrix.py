"""Random rows with one or several columns each."""

from __future__ import annotations

from random import Random

from builder.model.questions import Question
from web.kinds import categorise
from web.kinds.categorise import answer

__all__ = ["answer", "question"]


def question(rng: Random) -> Question:
    return categorise.question(rng, "matrix", several=rng.random() < 0.5)
