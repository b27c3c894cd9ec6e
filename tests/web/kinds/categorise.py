"""Random things to sort, one category each."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.questions import Option, Question, Sorting, SortRow
from web.kinds.draw import AT, JUNK, names, words


def question(rng: Random, kind: str = "categorise", *, several: bool = False) -> Question:
    columns = names(rng, 2, 4)
    rows = names(rng)
    return Sorting(
        id="q",
        type=kind,
        prompt="?",
        span=AT,
        several=several,
        columns=tuple(Option(id=c, text=c, span=AT) for c in columns),
        rows=tuple(
            SortRow(id=i, text=text, span=AT, named=(), right=_right(rng, columns, several))
            for i, text in zip(rows, words(rng, len(rows)), strict=True)
        ),
    )


def _right(rng: Random, columns: list[str], several: bool) -> tuple[str, ...]:
    return tuple(rng.sample(columns, rng.randint(1, len(columns)) if several else 1))


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Sorting)
    others = [column.id for column in asked.columns]
    given = {
        row.id: list(row.right) if rng.random() < 0.6 else rng.choice([*others, *JUNK])
        for row in asked.rows
    }
    return given if rng.random() < 0.9 else rng.choice(JUNK)
