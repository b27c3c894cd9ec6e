"""Numeric: type a number, with a unit where there is one."""

from __future__ import annotations

from dataclasses import dataclass

from builder.diagnostics import Span
from builder.model.questions.base import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """The numbers from `low` to `high`, both included, in the question's unit.

    `text` is how the author wrote them, a range with a dash. `credit` is in 0..1; 0 makes it an
    anticipated wrong answer. `id` is its place among the amounts and names it in marks.
    """

    id: str
    text: str
    low: float
    high: float
    span: Span
    credit: float = 1.0
    feedback: str = ""

    @property
    def correct(self) -> bool:
        """Whether it counts as right, not only in part."""
        return self.credit == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberKey:
    """Which numbers are right. The first of `amounts` is the answer that is shown.

    `units` are the units one may write with the factor that turns each into `unit`; `unit`
    itself is among them. `comma` tells which decimal mark settles what `1,234` means; None
    leaves it to the course's language.
    """

    amounts: tuple[Amount, ...]
    unit: str = ""
    units: tuple[tuple[str, float], ...] = ()
    unit_required: bool = False
    comma: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(Question):
    """One number to type."""

    key: NumberKey
