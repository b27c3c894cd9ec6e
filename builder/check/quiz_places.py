"""Checks of how quizzes and lessons refer to each other."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.near import Names, did_you_mean
from builder.diagnostics import Diagnostic, Level, code
from builder.model.aims import Aim, objective_aim, section_aim
from builder.model.catalogue import Entry, QuizEntry, shown_quiz, source_ids
from builder.model.item import Item
from builder.model.parts import Ref

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
        what="The `section` of a question is no heading of the lesson that shows the quiz, or of"
        " the lesson that it names.",
        why="After a wrong answer the learner is sent to this section to read again.",
        fix="Use the heading's text in lower case with hyphens. For another lesson, and always in"
        " a bank, write the lesson's id before it.",
        example="section: how-trust-grows\nsection: earning-trust#how-trust-grows",
    ),
)
UNKNOWN_OBJECTIVE = code(
    "unknown-objective",
    Level.ERROR,
    "A question names an objective that its lesson does not have",
    explained(
        what="The `objective` of a question is no objective of the lesson that shows the quiz, or"
        " of the lesson that it names.",
        why="Results by objective tell learners and teachers what to work on; this question"
        " would count for nothing.",
        fix="Use the id of one of the lesson's objectives, or add the objective there. For another"
        " lesson, and always in a bank, write the lesson's id and a dot before it.",
        example="objective: map\nobjective: earning-trust.map",
    ),
)


def missing_quiz(facts: Facts) -> Iterator[Diagnostic]:
    """A quiz that a lesson names exists."""
    names = Names(facts.quizzes)
    for entry in facts.lessons:
        if entry.quiz and shown_quiz(entry, facts.quizzes) is None:
            hint = did_you_mean(entry.quiz.id, names, f"write quizzes/{entry.quiz.id}.yml")
            yield MISSING_QUIZ.at(entry.quiz.span, f"there is no quiz {entry.quiz.id!r}", hint)


def orphan_quiz(facts: Facts) -> Iterator[Diagnostic]:
    """Every quiz is shown or drawn from; a bank is a store and need be neither."""
    names = Names(entry.id for entry in facts.lessons)
    drawn = {name for quiz in facts.course.quizzes for name in source_ids(quiz)}
    for quiz in facts.course.quizzes:
        if not (quiz.bank or quiz.id in drawn or facts.aims.owners(quiz.id)):
            near = names.near(quiz.id)
            hint = f'name the file "{near}.yml" if it belongs to that lesson' if near else ""
            hint = hint or "name it like its lesson, or put a `quiz` block into a lesson"
            yield ORPHAN_QUIZ.at(quiz.span, "no lesson shows this quiz", hint)


def unknown_section(facts: Facts) -> Iterator[Diagnostic]:
    """The section a question names is in the lesson that shows it, or in the one it names."""
    for quiz, item in _items(facts):
        ref = item.section
        if ref is None or facts.aims.section(quiz.id, ref.id):
            continue
        aim = section_aim(ref.id)
        meant = _meant(facts, quiz, aim.lesson)
        if meant is None:
            yield UNKNOWN_SECTION.at(ref.span, *_unknown_lesson(facts, aim, "#"))
        elif not meant:
            hint = "write `LESSON#SECTION`: a bank belongs to no lesson"
            yield UNKNOWN_SECTION.at(ref.span, f"no lesson has the section {ref.id!r}", hint)
        elif not any(entry.incomplete for entry in meant):
            known = {anchor for entry in meant for anchor in facts.anchors(entry.path)}
            if aim.name not in known:
                hint = did_you_mean(aim.name, known, "use a heading's text as its id")
                message = f"{meant[0].title!r} has no section {aim.name!r}"
                yield UNKNOWN_SECTION.at(ref.span, message, _whole(hint, aim.lesson, "#"))


def unknown_objective(facts: Facts) -> Iterator[Diagnostic]:
    """The objective a question names is one of its lesson's, or of the lesson it names."""
    for quiz, item in _items(facts):
        for ref in item.objectives:
            if not facts.aims.objective(quiz.id, ref.id):
                yield from _objective(facts, quiz, ref)


def _objective(facts: Facts, quiz: QuizEntry, ref: Ref) -> Iterator[Diagnostic]:
    aim = objective_aim(ref.id)
    meant = _meant(facts, quiz, aim.lesson)
    if meant is None:
        yield UNKNOWN_OBJECTIVE.at(ref.span, *_unknown_lesson(facts, aim, "."))
    elif not meant:
        hint = "write `LESSON.OBJECTIVE`: a bank belongs to no lesson"
        yield UNKNOWN_OBJECTIVE.at(ref.span, f"no lesson has the objective {ref.id!r}", hint)
    elif not any(entry.incomplete for entry in meant):
        known = {objective.id for entry in meant for objective in entry.objectives}
        hint = did_you_mean(aim.name, known, "use the id of one of its objectives")
        message = f"{meant[0].title!r} has no objective {aim.name!r}"
        yield UNKNOWN_OBJECTIVE.at(ref.span, message, _whole(hint, aim.lesson, "."))


def _items(facts: Facts) -> Iterator[tuple[QuizEntry, Item]]:
    """Questions whose refs can be judged: an orphan belongs to no lesson, and is told so."""
    for quiz in facts.course.quizzes:
        if quiz.bank or facts.aims.owners(quiz.id):
            for item in quiz.items:
                yield quiz, item


def _meant(facts: Facts, quiz: QuizEntry, lesson: str) -> tuple[Entry, ...] | None:
    """The lessons a ref can mean: none for a bank that names none, None for an unknown one."""
    if not lesson:
        return facts.aims.owners(quiz.id)
    entry = facts.aims.lessons.get(lesson)
    return (entry,) if entry else None


def _unknown_lesson(facts: Facts, aim: Aim, mark: str) -> tuple[str, str]:
    near = facts.lesson_names.near(aim.lesson)
    hint = f"did you mean {near + mark + aim.name!r}?" if near else "begin with a lesson's id"
    return f"there is no lesson {aim.lesson!r}", hint


def _whole(hint: str, lesson: str, mark: str) -> str:
    """A suggestion as it has to be written, with the lesson before it."""
    return hint.replace("did you mean '", f"did you mean '{lesson}{mark}") if lesson else hint
