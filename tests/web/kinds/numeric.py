"""Random numbers."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.questions import Amount, NumberKey, Numeric, Question
from web.kinds.draw import AT

VALUES = (0, 1, -3, 0.1, 0.3, 5, 42.195, 1234, 1.234, 1234567, 6.022e23, -1e-7)
UNITS = (
    ("km", 1.0),
    ("m", 0.001),
    ("miles", 1.609344),
    ("m\u00b2", 3.0),
    ("$", 0.5),
    ("\u00b5m", 1e-9),
)


def amounts(rng: Random) -> tuple[Amount, ...]:
    found = []
    for n in range(rng.randint(1, 4)):
        value = rng.choice(VALUES)
        off = rng.choice((0, 0, 0.1, 1, abs(value) * 0.05))
        credit = 1.0 if n == 0 else rng.choice((0.0, 0.5, 1.0))
        amount = Amount(
            id=str(n), text=f"{value!r}", low=value - off, high=value + off, span=AT, credit=credit
        )
        found.append(amount)
    return tuple(found)


def key(rng: Random) -> NumberKey:
    units = (UNITS[0], *rng.sample(UNITS[1:], rng.randint(0, 4))) if rng.random() < 0.6 else ()
    return NumberKey(
        amounts=amounts(rng),
        unit="km" if units else "",
        units=units,
        unit_required=bool(units) and rng.random() < 0.4,
        comma=rng.choice((True, False)),
    )


def typed(rng: Random, of: NumberKey) -> Any:
    """A number near a listed one, as people write it."""
    if rng.random() < 0.08:
        return rng.choice(
            [None, 5, "", "five", "1.2.3", "1,2,3", "5 10^3", "--5", "1e999", "1/2", ["5"]]
        )
    amount = rng.choice(of.amounts)
    value = rng.choice(
        (amount.low, amount.high, (amount.low + amount.high) / 2, rng.choice(VALUES))
    )
    by = rng.choice([f for _, f in of.units] or [1.0]) if rng.random() < 0.5 else 1.0
    text = _written(rng, value / by)
    names = [name for name, _ in of.units] + ["", "", "KM", "Miles", "m^2", "m2", "N m"]
    unit = rng.choice(names)
    joint = rng.choice(("", " ", "\u00a0"))
    return rng.choice(
        (text + joint + unit, text + joint + unit, unit + joint + text, f"x = {text}")
    )


def _written(rng: Random, value: float) -> str:
    text = rng.choice((f"{value!r}", f"{value:,}", f"{value:.10g}", f"{value:e}", f"{value:,.1f}"))
    text = rng.choice((text, text.replace("-", "\u2212"), text.replace("e", " x 10^")))
    swapped = text.translate(str.maketrans(".,", ",."))
    spaced = text.replace(",", rng.choice((" ", "\u202f", "\u2019", "'")))
    return rng.choice((text, text, swapped, spaced, text + "."))


def question(rng: Random) -> Question:
    return Numeric(id="q", type="numeric", prompt="?", span=AT, key=key(rng))


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Numeric)
    return typed(rng, asked.key)
