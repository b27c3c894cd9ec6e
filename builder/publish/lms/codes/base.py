"""How answers are written in saved state: shapes, their sizes, and what the browser must know.

A code is a short text in the registry of ids, such as `o4/1*2`: a shape with its sizes (one of
four options), in how many steps the score is told (right or wrong), how many tries are told apart,
and flags. What a code means never changes, since learners' saved state is read with it for years;
a better way to write something is a new shape. `builder/web/lms/codes.js` reads and writes them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import factorial, lcm, prod
from typing import Any, NamedTuple

MOST_STEPS = 1000
"""Scores are kept in steps; finer ones than this are rounded."""

FLAGS = "duxktw"
"""All flags in the order in which they are written; see `Code`."""
QUIZ = "z"
"""The letter of a quiz; all others are shapes of answers."""

_CODE = re.compile(r"([a-z])([0-9.]*)(?:/([0-9]+))?(?:\*([0-9]+))?([a-z]*)")


class Shape(NamedTuple):
    """How the answers to a question look.

    `name` is a letter with sizes, `steps` in how many steps its score can be told exactly (0 for
    a kind without points), `data` what turns numbers into ids again, as JSON. `right` is the right
    answer by places: None where it takes more than comparing to tell what is right. `flags` are
    those of the kind.
    """

    name: str
    steps: int
    data: dict[str, Any]
    right: Any = None
    flags: str = ""


class Code(NamedTuple):
    """A code taken apart; see the module's text.

    `flags`: d = an answer may be a draft, and may leave something out; u = how sure the learner
    was is kept; x = whether an answer is right cannot be told from it alone; k = the key stays
    with the author, so there is no score either. Of a quiz: t = it has a time limit, w = it draws.
    """

    shape: str
    sizes: tuple[int, ...]
    steps: int
    tries: int
    flags: str


def parsed(code: str) -> Code:
    """The parts of a code; raises ValueError for a text that is none."""
    found = _CODE.fullmatch(code)
    if not found:
        raise ValueError(f"{code!r} is no code of saved state")
    shape, sizes, steps, tries, flags = found.groups()
    numbers = tuple(int(size) for size in sizes.split(".") if size)
    return Code(shape, numbers, int(steps or 0), int(tries or 1), flags)


def records(code: Code) -> int:
    """How many states a question can be in, the one without an answer among them.

    An answer is a draft, or right, or not. One that is right was so at the first try, or has a
    score from before; one that is not is still open, was told, or is done with: it was right at
    the first try and changed afterwards, or has a score of less than all.
    """
    steps = 0 if "k" in code.flags else code.steps
    more = code.tries - 1
    each = responses(code)
    drafts = each if "d" in code.flags else 0
    if "x" in code.flags or "k" in code.flags:
        came = each * 6 * code.tries * (steps + 1)
    elif steps:
        came = 1 + more * (steps + 2) + (each - 1) * (3 + more * (3 * steps + 1))
    else:
        came = 1 + more * 2 + (each - 1) * (3 + more * 4)
    return 1 + (drafts + came) * (4 if "u" in code.flags else 1)


def written(code: Code) -> str:
    """A code as a text; the other way about from `parsed`."""
    flags = "".join(flag for flag in FLAGS if flag in code.flags)
    sizes = ".".join(map(str, code.sizes))
    steps = "" if code.shape == QUIZ else f"/{code.steps}"
    return f"{code.shape}{sizes}{steps}*{code.tries}{flags}"


def joined(before: str, now: str) -> str:
    """The code that holds whatever either of two can hold, where there is one; else `now`.

    A quiz may have been an exam and be for practice now: what a learner left open in it would
    otherwise have no place any more.
    """
    old, new = parsed(before), parsed(now)
    if before == now or _sort(old) != _sort(new) or (new.shape != QUIZ and old.sizes != new.sizes):
        return now
    flags = new.flags + old.flags.replace("x", "")
    sizes = tuple(map(max, old.sizes, new.sizes))
    return written(new._replace(sizes=sizes, tries=max(old.tries, new.tries), flags=flags))


def _sort(code: Code) -> tuple[object, ...]:
    return code.shape, code.steps, len(code.sizes), "k" in code.flags


def in_quiz(question: Code, quiz: Code) -> Code:
    """The code of a question that a quiz draws: it is taken by the rules of that quiz."""
    return question._replace(tries=quiz.tries, flags=question.flags.replace("k", "") + quiz.flags)


def responses(code: Code) -> int:
    """How many answers of this shape there are."""
    return _RESPONSES[code.shape](code.sizes, int("d" in code.flags))


def steps_of(values: Sequence[float], whole: float = 1, most: int = MOST_STEPS) -> int:
    """In how many equal steps of `whole` all sums of these values can be told, `most` at most."""
    parts = [Fraction(value / whole).limit_denominator(most) for value in values]
    return min(most, lcm(*(part.denominator for part in parts)))


def _options(sizes: tuple[int, ...], blank: int) -> int:
    return prod(size + blank for size in sizes)


def _sets(sizes: tuple[int, ...], _: int) -> int:
    return 1 << sum(sizes)


def _orders(sizes: tuple[int, ...], _: int) -> int:
    return factorial(sizes[0])


def _ways(sizes: tuple[int, ...], _: int) -> int:
    return sizes[0]


def _texts(*_: object) -> int:
    return 1


_RESPONSES: Mapping[str, Callable[[tuple[int, ...], int], int]] = {
    "o": _options,
    "r": _options,
    "s": _sets,
    "m": _sets,
    "p": _orders,
    "w": _ways,
    "t": _texts,
}
"""By the letter of the shape: one of n options; one of n for each row; any of n; any of n for each
row; an order of n; a way among n; what only a text can tell. `blank` is 1 where an option may be
left out."""
