"""Random questions with one option to pick."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from builder.model.questions import Choice, Question
from web.kinds.draw import AT, options, some


def question(rng: Random, kind: str = "single-choice") -> Question:
    drawn = options(rng)
    right = rng.randrange(len(drawn))
    marked = tuple(replace(option, correct=n == right) for n, option in enumerate(drawn))
    return Choice(id="q", type=kind, prompt="?", span=AT, options=marked)


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Choice)
    ids = [option.id for option in asked.options]
    return rng.choice(ids) if rng.random() < 0.8 else some(rng, ids)
