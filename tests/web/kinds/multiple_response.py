"""Random questions with several right options."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.questions import Choice, Question
from web.kinds.draw import AT, options, some


def question(rng: Random) -> Question:
    return Choice(id="q", type="multiple-response", prompt="?", span=AT, options=options(rng))


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Choice)
    return some(rng, [option.id for option in asked.options])
