"""Rules of numbers."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.kinds.base import Piece
from builder.check.kinds.typed import number_findings
from builder.diagnostics import Diagnostic
from builder.model.questions import Numeric


def pieces(question: Numeric) -> tuple[Piece, ...]:
    """The answer and what is listed as wrong."""
    amounts = question.key.amounts
    told = [*amounts[:1], *(amount for amount in amounts[1:] if not amount.credit)]
    return tuple(Piece(a.text, a.feedback, a.span) for a in told)


def listed_numbers(question: Numeric) -> Iterator[Diagnostic]:
    """Every listed number can be given, and counts as it says."""
    yield from number_findings(question.key)


RULES = (listed_numbers,)
