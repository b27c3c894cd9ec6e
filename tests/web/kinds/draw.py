"""Random pieces of questions and answers."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.diagnostics import Span
from builder.model.questions import Option

AT = Span("quizzes/random.yml", 1, 1)
WORDS = ("Ask", "Wait", "A & B", "5 < 6", 'say "no"', "it's", "naïve", "多听", "x-y", "constructor")
JUNK: tuple[Any, ...] = (
    None,
    True,
    0,
    1.5,
    "",
    "no such id",
    [],
    [None, 1, []],
    {},
    {"a": None},
    {"length": "x", "constructor": []},
)


def names(rng: Random, least: int = 1, most: int = 6) -> list[str]:
    """Different ids, among them some that every JavaScript object knows."""
    known = ["a", "b", "c-d", "é", "constructor", "length", "7", "to-string", "x1", "x2"]
    return rng.sample(known, rng.randint(least, most))


def words(rng: Random, count: int) -> list[str]:
    """Different texts without markup."""
    return [f"{rng.choice(WORDS)} {n}" for n in range(count)]


def options(rng: Random, least: int = 1, most: int = 6) -> tuple[Option, ...]:
    """Options of which any number is right."""
    ids = names(rng, least, most)
    return tuple(
        Option(id=i, text=text, span=AT, correct=rng.random() < 0.5)
        for i, text in zip(ids, words(rng, len(ids)), strict=True)
    )


def some(rng: Random, of: list[Any]) -> list[Any]:
    """Any part of a list in any order, with a repeat or a stranger now and then."""
    picked = rng.sample(of, rng.randint(0, len(of)))
    return picked + rng.choices([*of, "no such id", None], k=rng.choice((0, 0, 0, 1)))
