"""Rules of ordering."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.kinds.shared import too_few
from builder.diagnostics import Diagnostic
from builder.model.questions import Ordering


def few_items(question: Ordering) -> Iterator[Diagnostic]:
    """There is something to move."""
    yield from too_few(question, len(question.options), "items")


RULES = (few_items,)
