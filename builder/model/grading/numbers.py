"""Numbers as people type them: decimal comma or point, thousands apart, powers of ten, units.

`web/grading/numbers.js` does the same.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import NamedTuple

from builder.model.grading.spelling import bare, tidy

_ARABIC = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_POWER = re.compile("10 ?([\u207a\u207b]?[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)")
_LEAD = re.compile("^[^0-9]*[=\u2248~] *")
_ALONE = re.compile(r"^([+-]?)(?=10\^)")
_APART = re.compile("([0-9])[ '](?=[0-9]{3}(?![0-9]))")
_NUMBER = re.compile(
    "([^0-9+.,-]*?) *([+-]?) ?([0-9][0-9.,]*|[.,][0-9]+)"
    "(?:(?:[eE]| ?[xX\u00d7*\u00b7\u22c5] ?10\\^)([+-]?[0-9]+))?(?![0-9]) *(.*)"
)
_GROUPED = re.compile(
    r"([1-9][0-9]{0,2}(?=([.,]))(?:\2[0-9]{2,3})*\2[0-9]{3})(?:(?!\2)[.,]([0-9]*))?"
)
_JOINTS = re.compile("[ ^\u00b7\u22c5*]")
_SECOND = re.compile("/? ?[0-9]")
_LONG_UNIT = 4


class Typed(NamedTuple):
    """A number and the unit typed before or after it, "" without one."""

    value: float
    unit: str


def parse(text: str, *, comma: bool) -> Typed | None:
    """The number that a text holds, None when it holds none.

    `comma` tells which mark stands before decimals where that is not plain: `1,234` is 1.234
    with it and 1234 without.
    """
    text = _LEAD.sub("", bare(tidy(text)))
    text = _ARABIC.sub(lambda found: str(ord(found[0]) & 15), text)
    text = text.replace("\u066c", "").replace("\u066b", "," if comma else ".")
    text = _ALONE.sub(r"\g<1>1x", _POWER.sub(_power, text))
    found = _NUMBER.fullmatch(_APART.sub(r"\1", text))
    if found is None:
        return None
    before, sign, digits, power, after = found.groups()
    plain = _plain(digits, "," if comma else ".", power)
    if plain is None or (before and after) or _SECOND.match(after):
        return None
    value = float(f"{sign}{plain}e{power or 0}")
    return Typed(value, before + after) if math.isfinite(value) else None


def factor(unit: str, units: tuple[tuple[str, float], ...]) -> float | None:
    """What turns a number in `unit` into one in the question's, None for a unit not known."""
    wanted = _unit(unit)
    for name, by in units:
        known = _unit(name)
        long = len(known) >= _LONG_UNIT and known.lower() == wanted.lower()
        if known == wanted or long:
            return by
    return None


def _power(found: re.Match[str]) -> str:
    return "10^" + tidy(unicodedata.normalize("NFKC", found[1]))


def _plain(digits: str, decimal: str, power: str | None) -> str | None:
    """Digits with a point before decimals and nothing between thousands."""
    found = _GROUPED.fullmatch(digits)
    single = len(re.findall("[.,]", digits)) < 2
    # Nobody parts thousands before a power of ten: 6.022e23 is the same in every language.
    if found and not (single and (power or found[2] == decimal)):
        return found[1].replace(found[2], "") + "." + (found[3] or "")
    return digits.replace(",", ".") if single else None


def _unit(unit: str) -> str:
    return _JOINTS.sub("", unicodedata.normalize("NFKC", unit))
