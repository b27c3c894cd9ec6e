"""Checks of how a question of any kind is worded."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds import pieces
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions import Question

NO_FEEDBACK = code(
    "missing-feedback",
    Level.WARNING,
    "An option says nothing when it is picked",
    explained(
        what="Neither the option nor the question has a `feedback`.",
        why="A learner who picked it learns that it is wrong, and not why. The reason is the"
        " part of a quiz that teaches.",
        fix="Say why the option is right or wrong, or give the question a `feedback` that"
        " explains the answer.",
        example="- text: A signed contract\n  feedback: A contract replaces trust; it does not"
        " build it.",
    ),
)


def missing_feedback(question: Question) -> Iterator[Diagnostic]:
    """Whatever a learner picks, the question says why it is right or wrong."""
    if question.feedback.strip():
        return
    silent = [piece for piece in pieces(question) if not piece.feedback.strip()]
    if silent and len(silent) == len(pieces(question)):
        hint = "give the question or each of its options a `feedback` that says why"
        yield NO_FEEDBACK.at(question.span, "the question never says why", hint)
    else:
        hint = "say why it is right or wrong"
        for piece in silent:
            yield NO_FEEDBACK.at(piece.span, "nothing is said when this is picked", hint)
