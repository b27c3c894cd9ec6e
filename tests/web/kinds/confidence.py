"""Random choices with a certainty."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.questions import OUTCOMES, Confidence, Question
from web.kinds.draw import AT, options


def question(rng: Random) -> Question:
    said = tuple((word, f"Said to {word}.") for word in OUTCOMES if rng.random() < 0.3)
    return Confidence(
        id="q", type="confidence", prompt="?", span=AT, options=options(rng), outcomes=said
    )


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Confidence)
    ids = [*(option.id for option in asked.options), "no such id", None, ["a"]]
    return {"option": rng.choice(ids), "sure": rng.choice((1, 2, 3, None, "x", 9))}
