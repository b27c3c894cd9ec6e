"""Random pieces to mark."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.questions import Highlight, Question
from web.kinds.draw import AT, JUNK, options, some


def question(rng: Random) -> Question:
    pieces = options(rng)
    text = " ".join(f"[[{piece.text}]]" for piece in pieces)
    return Highlight(id="q", type="highlight", prompt="?", span=AT, text=text, options=pieces)


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Highlight)
    given = some(rng, [piece.id for piece in asked.options])
    return given if rng.random() < 0.9 else rng.choice(JUNK)
