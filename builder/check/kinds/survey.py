"""Rules of surveys."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.kinds.base import plain
from builder.check.kinds.shared import SAME_OPTION, too_few
from builder.check.repeats import repeated
from builder.diagnostics import Diagnostic
from builder.model.parts import Ref
from builder.model.questions import Survey


def few_points(question: Survey) -> Iterator[Diagnostic]:
    """A scale has two ends."""
    yield from too_few(question, len(question.scale), "points")


def same_row_or_point(question: Survey) -> Iterator[Diagnostic]:
    """No two statements have the same text, and no two points of the scale."""
    hint = "change one of them or remove it"
    for parts, noun in ((question.rows, "statement"), (question.scale, "point of the scale")):
        refs = (Ref(plain(part.text), part.span) for part in parts)
        yield from repeated(SAME_OPTION, refs, f"another {noun} reads {{!r}}", hint=hint)


RULES = (few_points, same_row_or_point)
