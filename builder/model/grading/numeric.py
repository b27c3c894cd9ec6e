"""Numeric: `answer` is the number as typed, with its unit.

Of all listed amounts that hold the number the narrowest decides, so that a wrong value may lie
within the tolerance of a right one.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.grading.base import Answer, Mark
from builder.model.grading.numbers import factor, parse
from builder.model.questions import Amount, NumberKey, Numeric

FIELD = "number"
"""The id of the one field."""
_SLACK = 1e-9


def mark(question: Numeric, answer: Answer) -> tuple[Mark, ...]:
    """One mark."""
    return (judge(FIELD, question.key, answer),)


def solution(question: Numeric) -> Answer:
    """The first listed amount with its unit, as an author writes it."""
    return shown(question.key)


def shown(key: NumberKey) -> str:
    """The first listed amount with its unit; of a range, a number near its middle."""
    return written(key, _middle(key.amounts[0])) if key.amounts else ""


def written(key: NumberKey, text: str) -> str:
    """A number of the author's as the course writes it, with its unit."""
    return f"{text.replace('.', ',') if key.comma else text} {key.unit}".strip()


def judge(field: str, key: NumberKey, answer: Answer) -> Mark:
    """The mark of what was typed into the field `field`."""
    typed = parse(answer, comma=bool(key.comma)) if isinstance(answer, str) else None
    if typed is None:
        return Mark(field, chosen=True, ok=False, credit=0.0)
    amounts = by_width(key.amounts)
    by = _factor(key, typed.unit)
    found = None if by is None else _holding(amounts, typed.value * by)
    if found:
        why = f"{field}/{found.id}"
        return Mark(field, chosen=True, ok=found.correct, credit=found.credit, why=why)
    bare = _holding(amounts, typed.value)
    note = "unit" if bare and bare.credit else ""
    return Mark(field, chosen=True, ok=False, credit=0.0, note=note)


def by_width(amounts: Iterable[Amount]) -> list[Amount]:
    """Amounts from the narrowest to the widest."""
    return sorted(amounts, key=lambda amount: amount.high - amount.low)


def bounds(amount: Amount) -> tuple[float, float]:
    """The least and the most number that counts, wide enough for what computers round."""
    return amount.low - abs(amount.low) * _SLACK, amount.high + abs(amount.high) * _SLACK


def _middle(amount: Amount) -> str:
    if "\u2013" not in amount.text:
        return amount.text
    middle = (amount.low + amount.high) / 2
    whole = amount.low.is_integer() and amount.high > amount.low
    return f"{middle // 1 if whole else middle:.15g}"


def _factor(key: NumberKey, unit: str) -> float | None:
    if not unit:
        return None if key.unit_required else 1.0
    return factor(unit, key.units)


def _holding(amounts: Iterable[Amount], value: float) -> Amount | None:
    for amount in amounts:
        low, high = bounds(amount)
        if low <= value <= high:
            return amount
    return None
