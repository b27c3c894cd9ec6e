"""Random texts with blanks."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from builder.model.questions import Blank, Cloze, MenuKey, NumberKey, Question, TextKey
from web.kinds import numeric, short_text
from web.kinds.draw import AT, names, options


def question(rng: Random) -> Question:
    blanks = tuple(
        Blank(id=i, key=rng.choice((short_text.key, numeric.key, _menu))(rng), span=AT)
        for i in names(rng)
    )
    order = rng.sample(blanks, len(blanks))
    text = " and ".join(f"some *words* {{{{{blank.id}}}}}" for blank in order)
    return Cloze(id="q", type="cloze", prompt="?", span=AT, text=text, blanks=blanks)


def _menu(rng: Random) -> MenuKey:
    drawn = options(rng)
    right = rng.randrange(len(drawn))
    return MenuKey(options=tuple(replace(o, correct=n == right) for n, o in enumerate(drawn)))


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Cloze)
    return {blank.id: _filled(rng, blank) for blank in asked.blanks if rng.random() < 0.9}


def _filled(rng: Random, blank: Blank) -> Any:
    if isinstance(blank.key, TextKey):
        return short_text.typed(rng, blank.key)
    if isinstance(blank.key, NumberKey):
        return numeric.typed(rng, blank.key)
    return rng.choice([*(option.id for option in blank.key.options), "no such id", None, ["a"]])
