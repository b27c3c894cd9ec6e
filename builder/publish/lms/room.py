"""How many bits saved state takes when every question is answered in the longest way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from builder.model.registry import Kind, Known
from builder.publish.lms.codes.base import Code, in_quiz, parsed, records

LESSON_STATES = 3
"""Not seen, seen, done."""
SCORES = 201
"""A quiz's score is kept in halves of a percent, rounded down: the percent shown stays the same."""
_FLAGS = 32
_SIZE = 8
_LENGTH = 5
_TIME = 31
_SEED = 33
_PLACE = 11


class Draws(NamedTuple):
    """`size` questions at most, from the slots of `pool`."""

    size: int
    pool: tuple[int, ...]


def bits(own: Mapping[int, Known], pool: Mapping[int, str], draws: Mapping[str, Draws]) -> int:
    """The room for these parts by slot, where `pool` gives the codes of all questions by slot and
    `draws` what each quiz draws; see `builder/web/lms/state.js` for what is written."""
    whole = 1
    for known in own.values():
        if known.kind is Kind.LESSON:
            whole *= LESSON_STATES
        elif known.kind is Kind.QUESTION:
            whole *= records(parsed(known.code))
        else:
            whole <<= _sitting(parsed(known.code), draws.get(known.id, Draws(0, ())), pool)
    return whole.bit_length() + _fixed(sorted(own))


def number(most: int) -> int:
    """The bits of a whole number up to `most`: its length, then the number."""
    return _LENGTH + max(0, most.bit_length() - 1)


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Sorted numbers as runs: how many are passed over, how many follow one another."""
    found: list[tuple[int, int]] = []
    start = after = 0
    for place, one in enumerate(numbers):
        if place and one == numbers[place - 1] + 1:
            continue
        if place:
            found.append((start - after, numbers[place - 1] + 1 - start))
            after = numbers[place - 1] + 1
        start = one
    return [*found, (start - after, numbers[-1] + 1 - start)] if numbers else []


def _fixed(coded: Sequence[int]) -> int:
    """The revision, the time, the seed, the place, and which slots follow."""
    last = coded[-1] if coded else 0
    head = 2 * number((1 << _TIME) - 1) + _SEED + number(last) + _PLACE
    parts = runs(coded)
    return head + number(len(parts)) + sum(number(gap) + number(size) for gap, size in parts)


def _sitting(code: Code, drawn: Draws, pool: Mapping[int, str]) -> int:
    if not code.sizes:
        return 0
    own = (_FLAGS * (code.sizes[0] + 1) * 3 * SCORES**2).bit_length()
    own += number((1 << _TIME) - 1) if "t" in code.flags else 0
    if "w" not in code.flags:
        return own
    sizes = sorted((_drawn(parsed(pool[slot]), code) for slot in drawn.pool), reverse=True)
    gap = number(max(drawn.pool, default=0)) + _SIZE
    return own + number(drawn.size) + sum(gap + size for size in sizes[: drawn.size])


def _drawn(question: Code, quiz: Code) -> int:
    return records(in_quiz(question, quiz)).bit_length()
