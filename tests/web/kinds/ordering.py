"""Random orders."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.questions import Ordering, Question
from web.kinds.draw import AT, options, some


def question(rng: Random) -> Question:
    return Ordering(id="q", type="ordering", prompt="?", span=AT, options=options(rng))


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Ordering)
    ids = [option.id for option in asked.options]
    if rng.random() < 0.3:
        return ids
    return some(rng, ids) if rng.random() < 0.2 else rng.sample(ids, len(ids))
