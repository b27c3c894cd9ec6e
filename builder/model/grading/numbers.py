"""Numbers as people type them: decimal comma or point, thousands apart, powers of ten, units.

`web/grading/numbers.js` does the same.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from builder.model.grading.spelling import bare, tidy

_ARABIC = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_POWER = re.compile(f"10 ?([\u207a\u207b]?)([{_RAISED}]+)")
_LEAD = re.compile("^[^0-9]*[=\u2248~] *")
_ALONE = re.compile(r"^([+-]?)(?=10\^)")
_APART = re.compile("([0-9])[ '](?=[0-9]{3}(?![0-9]))")
_NUMBER = re.compile(
    "([^0-9+.,-]*)([+-]?) ?([0-9][0-9.,]*|[.,][0-9]+)"
    "(?:(?:[eE]| ?[x\u00d7*\u00b7\u22c5] ?10\\^)([+-]?[0-9]+))?(?![0-9])(.*)"
)
_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{2,3})?(?:\1[0-9]{2,3})*")
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
    # Nobody parts thousands before a power of ten: 6.022e23 is the same in every language.
    plain = _plain(digits, "," if comma else ".", exact=power is not None)
    before, after = before.strip(" "), after.strip(" ")
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
    sign = "-" if found[1] == "\u207b" else ""
    return f"10^{sign}" + "".join(str(_RAISED.index(raised)) for raised in found[2])


def _plain(digits: str, decimal: str, *, exact: bool) -> str | None:
    """Digits with a point before decimals and nothing between thousands. In `exact` ones a single
    mark stands before decimals."""
    marks = re.findall("[.,]", digits)
    if not marks:
        return digits
    last = marks[-1]
    single = len(marks) == 1
    if marks.count(last) > 1 or (single and not exact and last != decimal and _grouped(digits)):
        return digits.replace(last, "") if _grouped(digits) else None
    whole, _, rest = digits.rpartition(last)
    if len(marks) > 1 and not _grouped(whole):
        return None
    return re.sub("[.,]", "", whole) + "." + rest


def _grouped(digits: str) -> bool:
    """Whether marks stand where they part thousands: `1,234,567`, also `12,34,567`."""
    return _GROUPS.fullmatch(digits) is not None and digits[-4:-3] in {".", ","}


def _unit(unit: str) -> str:
    unit = _JOINTS.sub("", unit)
    for sign, plain in (("\u00b2", "2"), ("\u00b3", "3"), ("\u00b5", "\u03bc")):
        unit = unit.replace(sign, plain)
    return unit
