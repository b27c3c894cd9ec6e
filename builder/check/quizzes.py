"""Checks of a quiz as a whole. That ids are unique is seen to where they are made, in `read`."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.diagnostics import Diagnostic, Level, code
from builder.model.quiz import Quiz

EMPTY_QUIZ = code(
    "empty-quiz",
    Level.ERROR,
    "A quiz has no questions",
    explained(
        what="The quiz file holds no question.",
        why="Learners see a quiz they cannot take.",
        fix="Write a question, or remove the file.",
        example="questions:\n  - id: first\n    type: true-false\n    prompt: Trust is earned.\n"
        "    answer: true",
    ),
)


def empty_quiz(quiz: Quiz) -> Iterator[Diagnostic]:
    """A quiz asks something."""
    if not (quiz.questions or quiz.draws or quiz.incomplete):
        hint = "add a question under `questions`, or remove the file"
        yield EMPTY_QUIZ.at(quiz.span, "the quiz has no questions", hint)
