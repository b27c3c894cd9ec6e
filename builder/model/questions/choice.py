"""Single choice, multiple response and true/false: pick from options."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.questions.base import Option, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """Pick one option (`single-choice`, `true-false`) or several (`multiple-response`)."""

    options: tuple[Option, ...]
    shuffle: bool = True

    @property
    def several(self) -> bool:
        """Whether more than one option may be picked."""
        return self.type == "multiple-response"


_NUMBER = re.compile(
    r"(?P<before>[$\u20ac\u00a3]?)\s*(?P<number>[-\u2212+]?\d+(?:,\d{3})*(?:\.\d+)?)\s*(?P<unit>[^\W\d]*|%)\.?"
)


def numbers(texts: Sequence[str]) -> list[float] | None:
    """The numbers that texts such as `5 minutes` hold; None unless all are, of the same unit."""
    found = [_NUMBER.fullmatch(text.strip()) for text in texts]
    if not found or not all(found):
        return None
    units = {(m["before"], m["unit"].rstrip("s")) for m in found if m}
    if len(units) > 1:
        return None
    return [float(m["number"].replace(",", "").replace("\u2212", "-")) for m in found if m]


def in_order(texts: Sequence[str]) -> bool:
    """Whether texts are numbers of one unit, sorted: then their order helps, and must stay."""
    found = numbers(texts)
    return bool(found) and found in (sorted(found or ()), sorted(found or (), reverse=True))
