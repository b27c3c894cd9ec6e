"""Marks, outcomes and the formulas for partial credit that kinds of question share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

Answer = Any
"""Plain JSON made of ids and typed text. One of the wrong shape counts as no answer."""


class Mark(NamedTuple):
    """What becomes of one row of a question's key: whether the learner chose it, whether that
    is in order. In kinds where every row must be filled in, every row counts as chosen.

    Kinds in which something is typed also say what it earns in 0..1 (None: 1 when in order), the
    id of the listed answer whose feedback holds for it, and a note: `spelling` for a slip, `unit`
    for a right number in a wrong unit.
    """

    id: str
    chosen: bool
    ok: bool
    credit: float | None = None
    why: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """`score` is in 0..1, None for a kind without points; `right` tells that nothing is amiss."""

    score: float | None
    right: bool
    marks: tuple[Mark, ...]


def all_or_nothing(_: object, marks: Sequence[Mark]) -> float:
    """1 when every mark is in order, else 0."""
    return float(all(mark.ok for mark in marks))


def share_of_several(_: object, marks: Sequence[Mark]) -> float:
    """Right choices less wrong ones, out of all right ones; never below 0."""
    good = sum(mark.chosen and mark.ok for mark in marks)
    wrong = sum(mark.chosen and not mark.ok for mark in marks)
    missed = sum(not mark.chosen and not mark.ok for mark in marks)
    return max(0, good - wrong) / (good + missed) if good + missed else float(not wrong)


def share_of_rows(_: object, marks: Sequence[Mark]) -> float:
    """Rows in order, out of all rows."""
    return sum(mark.ok for mark in marks) / len(marks) if marks else 1.0


def share_of_credit(_: object, marks: Sequence[Mark]) -> float:
    """What the rows earn, out of all rows."""
    earned = [float(mark.ok) if mark.credit is None else mark.credit for mark in marks]
    return sum(earned) / len(earned) if earned else 1.0


def without_score(_: object, __: Sequence[Mark]) -> None:
    """No score: the kind is not graded."""


class Grader(NamedTuple):
    """How a kind of question is marked; the functions take the question of that kind first.

    `mark` gives one mark per row of the key, in the key's order; `solution` the right answer;
    `score` what the marks are worth in 0..1, or None for a kind without points.
    """

    mark: Callable[[Any, Answer], tuple[Mark, ...]]
    solution: Callable[[Any], Answer]
    score: Callable[[Any, tuple[Mark, ...]], float | None] = all_or_nothing


def texts(answer: Answer) -> list[str]:
    """The answer as a list of texts: one text is a list of one, anything else is none."""
    if isinstance(answer, str):
        return [answer]
    return [item for item in answer if isinstance(item, str)] if isinstance(answer, list) else []


def by_id(answer: Answer) -> dict[str, Any]:
    """The answer as a mapping by id, empty when it is none."""
    return answer if isinstance(answer, dict) else {}
