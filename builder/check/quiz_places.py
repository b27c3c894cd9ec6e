"""Checks of how quizzes and lessons refer to each other."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.near import Names, did_you_mean
from builder.diagnostics import Diagnostic, Level, code
from builder.model.catalogue import Entry, QuizEntry

MISSING_QUIZ = code(
    "missing-quiz",
    Level.ERROR,
    "A lesson shows a quiz that does not exist",
    explained(
        what="The lesson names a quiz, and there is no quiz file of that name.",
        why="The place where the quiz should stand stays empty.",
        fix="Correct the name, or write the quiz file. A quiz that is named like its lesson"
        " need not be named at all.",
    ),
)
ORPHAN_QUIZ = code(
    "orphan-quiz",
    Level.WARNING,
    "No lesson shows a quiz",
    explained(
        what="The quiz is named like no lesson, and no lesson names it.",
        why="Learners never see it.",
        fix="Name the file like its lesson, or put a `quiz` block with its id into a lesson.",
        example="```quiz\nid: trust-check\n```",
    ),
)
UNKNOWN_SECTION = code(
    "unknown-section",
    Level.ERROR,
    "A question names a section that its lesson does not have",
    explained(
        what="The `section` of a question is no heading of the lesson that shows the quiz.",
        why="After a wrong answer the learner is sent to this section to read again.",
        fix="Use the heading's text in lower case with hyphens.",
        example="section: how-trust-grows",
    ),
)
UNKNOWN_OBJECTIVE = code(
    "unknown-objective",
    Level.ERROR,
    "A question names an objective that its lesson does not have",
    explained(
        what="The `objective` of a question is no objective of the lesson that shows the quiz.",
        why="Results by objective tell learners and teachers what to work on; this question"
        " would count for nothing.",
        fix="Use the id of one of the lesson's objectives, or add the objective there.",
    ),
)


def missing_quiz(facts: Facts) -> Iterator[Diagnostic]:
    """A quiz that a lesson names exists."""
    names = Names(facts.quizzes)
    for entry in facts.lessons:
        if entry.quiz and entry.quiz.id not in facts.quizzes:
            hint = did_you_mean(entry.quiz.id, names, f"write quizzes/{entry.quiz.id}.yml")
            yield MISSING_QUIZ.at(entry.quiz.span, f"there is no quiz {entry.quiz.id!r}", hint)


def orphan_quiz(facts: Facts) -> Iterator[Diagnostic]:
    """Every quiz is shown."""
    names = Names(entry.id for entry in facts.lessons)
    for quiz in facts.course.quizzes:
        if quiz.id not in facts.shown:
            near = names.near(quiz.id)
            hint = f'name the file "{near}.yml" if it belongs to that lesson' if near else ""
            hint = hint or "name it like its lesson, or put a `quiz` block into a lesson"
            yield ORPHAN_QUIZ.at(quiz.span, "no lesson shows this quiz", hint)


def unknown_section(facts: Facts) -> Iterator[Diagnostic]:
    """The section a question names is in the lesson that shows it."""
    for quiz, owners in _owned(facts):
        known = {anchor for entry in owners for anchor in facts.anchors(entry.path)}
        for ref in (item.section for item in quiz.items if item.section):
            if ref.id not in known:
                hint = did_you_mean(ref.id, known, "use a heading's text as its id")
                message = f"{owners[0].title!r} has no section {ref.id!r}"
                yield UNKNOWN_SECTION.at(ref.span, message, hint)


def unknown_objective(facts: Facts) -> Iterator[Diagnostic]:
    """The objective a question names is in the lesson that shows it."""
    for quiz, owners in _owned(facts):
        known = {objective.id for entry in owners for objective in entry.objectives}
        for ref in (ref for item in quiz.items for ref in item.objectives):
            if ref.id not in known:
                hint = did_you_mean(ref.id, known, "use the id of one of its objectives")
                message = f"{owners[0].title!r} has no objective {ref.id!r}"
                yield UNKNOWN_OBJECTIVE.at(ref.span, message, hint)


def _owned(facts: Facts) -> Iterator[tuple[QuizEntry, tuple[Entry, ...]]]:
    """Quizzes that are shown by lessons which could be read as a whole."""
    for quiz in facts.course.quizzes:
        owners = facts.shown.get(quiz.id, ())
        if owners and not any(entry.incomplete for entry in owners):
            yield quiz, owners
