"""Random reflections."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.questions import Criterion, Question, Reflection
from web.kinds.draw import AT, names, options


def question(rng: Random) -> Question:
    rubric = tuple(Criterion(id=i, text=i, span=AT, levels=options(rng)) for i in names(rng))
    return Reflection(id="q", type="reflection", prompt="?", span=AT, model="M", rubric=rubric)


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Reflection)
    rubric = {
        one.id: rng.choice([*(level.id for level in one.levels), "no such id", None, []])
        for one in asked.rubric
        if rng.random() < 0.8
    }
    return {"text": rng.choice(("", "Words", None)), "rubric": rng.choice((rubric, rubric, "x"))}
