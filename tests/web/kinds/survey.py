"""Random surveys."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.questions import Question, Survey
from web.kinds.draw import AT, options


def question(rng: Random) -> Question:
    rows, scale = options(rng), options(rng)
    return Survey(id="q", type="survey", prompt="?", span=AT, rows=rows, scale=scale)


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Survey)
    points = [*(point.id for point in asked.scale), "no such id", None, ["a"]]
    return {row.id: rng.choice(points) for row in asked.rows if rng.random() < 0.8}
