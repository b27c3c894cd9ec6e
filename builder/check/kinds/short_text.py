"""Rules of short texts."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.kinds.base import Piece
from builder.check.kinds.typed import text_findings
from builder.diagnostics import Diagnostic
from builder.model.questions import ShortText


def pieces(question: ShortText) -> tuple[Piece, ...]:
    """The answer and what is listed as wrong."""
    variants = question.key.variants
    told = [*variants[:1], *(variant for variant in variants[1:] if not variant.credit)]
    return tuple(Piece(v.text, v.feedback, v.span) for v in told)


def listed_answers(question: ShortText) -> Iterator[Diagnostic]:
    """Every listed answer can be given, and counts as it says."""
    yield from text_findings(question.key)


RULES = (listed_answers,)
