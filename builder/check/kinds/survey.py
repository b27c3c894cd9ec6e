"""Rules of surveys."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds.base import plain
from builder.check.kinds.shared import SAME_OPTION, too_few
from builder.check.repeats import repeated
from builder.diagnostics import Diagnostic, Level, code
from builder.model.parts import Ref
from builder.model.questions import Survey

UNSAID_FEEDBACK = code(
    "unsaid-feedback",
    Level.WARNING,
    "The feedback of a point is never said",
    explained(
        what="A point of the scale has a `feedback`, but the survey has several `rows`.",
        why="What one says to a whole scale cannot be true of every statement, so it is not shown.",
        fix="Give the `feedback` to the rows or to the question, or leave the rows out.",
    ),
)


def few_points(question: Survey) -> Iterator[Diagnostic]:
    """A scale has two ends."""
    yield from too_few(question, len(question.scale), "points")


def same_row_or_point(question: Survey) -> Iterator[Diagnostic]:
    """No two statements have the same text, and no two points of the scale."""
    hint = "change one of them or remove it"
    for parts, noun in ((question.rows, "statement"), (question.scale, "point of the scale")):
        refs = (Ref(plain(part.text), part.span) for part in parts)
        yield from repeated(SAME_OPTION, refs, f"another {noun} reads {{!r}}", hint=hint)


def unsaid_feedback(question: Survey) -> Iterator[Diagnostic]:
    """Feedback of points is for a scale that is asked once."""
    for point in () if question.single else question.scale:
        if point.feedback.strip():
            message = "with several rows the feedback of a point is not shown"
            yield UNSAID_FEEDBACK.at(point.span, message, "give it to the rows or the question")


RULES = (few_points, same_row_or_point, unsaid_feedback)
