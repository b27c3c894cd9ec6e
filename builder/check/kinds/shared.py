"""Codes and rules that the kinds of question share."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions import Question

FEW_OPTIONS = code(
    "few-options",
    Level.ERROR,
    "A question leaves nothing to choose",
    explained(
        what="The question has fewer than two options, items or pairs.",
        why="With one thing to pick or to move there is only one answer.",
        fix="Add options that people who have not understood would pick. Three are enough.",
    ),
)
SAME_OPTION = code(
    "same-option",
    Level.ERROR,
    "Two options of a question are the same",
    explained(
        what="Two options, items, rows or choices have the same text.",
        why="Learners cannot tell which one is meant; at least one of them would be wrong.",
        fix="Change one of them or remove it.",
    ),
)


def too_few(question: Question, count: int, noun: str) -> Iterator[Diagnostic]:
    """A finding when a question has fewer than two of its parts; `noun` is their plural."""
    if count < 2:
        message = f"the question has {count} {noun[:-1] if count == 1 else noun}"
        yield FEW_OPTIONS.at(question.span, message, "it needs at least two; three are enough")
