"""Checks of how a question of any kind is worded."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds import pieces
from builder.check.kinds.base import feedbacks
from builder.check.kinds.words import words
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions import Choice, Question

LEAST_WORDS = 6

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
THIN_FEEDBACK = code(
    "thin-feedback",
    Level.WARNING,
    "A feedback says hardly anything",
    explained(
        what=f"A feedback has fewer than {LEAST_WORDS} words.",
        why='"Correct!" tells a learner nothing that the mark does not say already.',
        fix="Say why the answer is right or wrong, in a sentence.",
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


def thin_feedback(question: Question) -> Iterator[Diagnostic]:
    """A feedback gives a reason. Languages written without spaces have no words to count."""
    whole = words(question.feedback)
    if len(whole) >= LEAST_WORDS:
        return
    # Rows are explained together; an option is explained to whoever picked it.
    said = list(feedbacks(question, pieces(question)))
    if not isinstance(question, Choice):
        said = [(" ".join(text for text, _ in said), question.span)]
    for text, span in said:
        count = len(words(text))
        if text.strip() and text.isascii() and count < LEAST_WORDS:
            message = f"the feedback has {count} word{'' if count == 1 else 's'}"
            yield THIN_FEEDBACK.at(span, message, "say why, in a sentence")
