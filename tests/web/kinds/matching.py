"""Random pairs."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.questions import Matching, Pair, Question
from web.kinds.draw import AT, names, words


def question(rng: Random) -> Question:
    ids = names(rng)
    texts, choices = words(rng, len(ids)), words(rng, rng.randint(1, 7))
    pairs = tuple(
        Pair(id=i, text=text, answer=rng.choice(choices), span=AT)
        for i, text in zip(ids, texts, strict=True)
    )
    return Matching(
        id="q", type="matching", prompt="?", span=AT, pairs=pairs, choices=tuple(choices)
    )


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Matching)
    right = {pair.id: pair.answer for pair in asked.pairs}
    wrong = [*asked.choices, "", None, 3, ["x"]]
    return {i: a if rng.random() < 0.6 else rng.choice(wrong) for i, a in right.items()}
