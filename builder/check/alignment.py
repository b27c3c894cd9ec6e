"""Whether objectives, sections, questions and exercises belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.near import did_you_mean
from builder.check.quiz_places import UNKNOWN_OBJECTIVE
from builder.diagnostics import Code, Diagnostic, Level, code
from builder.model.catalogue import Entry, QuizEntry, shown_quiz
from builder.model.item import Item
from builder.model.questions import LEVELS

MINUTES_PER_QUESTION = 10
SHORT_MINUTES = 2
UNGRADED = frozenset({"survey", "reflection"})
"""Kinds without right answers, which test no objective."""

NOT_ASSESSED = code(
    "objective-not-assessed",
    Level.WARNING,
    "Nothing asks for an objective",
    explained(
        what="No question and no takeaway of the course names this objective.",
        why="Neither learners nor you find out whether it was reached, and being asked is what"
        " makes it stay.",
        fix="Let a question or a takeaway name it, write one, or remove the objective.",
        example="- id: first-sign\n  type: single-choice\n  objective: signs",
    ),
)
NOT_TAUGHT = code(
    "objective-not-taught",
    Level.WARNING,
    "Nothing says where an objective is taught",
    explained(
        what="Questions ask for the objective, and none of them names the section that teaches it.",
        why="Learners who fail cannot be sent back to the right place; and perhaps no section"
        " teaches it at all.",
        fix="Give one of its questions a `section`.",
        example="section: how-trust-grows",
    ),
)
UNTAGGED = code(
    "question-without-objective",
    Level.WARNING,
    "A question names no objective",
    explained(
        what="The lesson has objectives, and the question names none of them. Surveys and"
        " reflections need name none.",
        why="It counts for nothing in results by objective.",
        fix="Name the objective it tests. If it tests none, it may not belong here.",
        example="objective: signs",
    ),
)
NO_SECTION = code(
    "question-without-section",
    Level.INFO,
    "A question does not say where its answer is taught",
    explained(
        what="The question has no `section`, though its lesson has sections.",
        why="After a wrong answer the learner is not offered the place to read again.",
        fix="Name the heading that teaches it.",
        example="section: how-trust-grows",
    ),
)
SECTION_AFTER_QUIZ = code(
    "section-after-quiz",
    Level.ERROR,
    "A question asks what comes later",
    explained(
        what="The section that teaches the answer stands below the quiz.",
        why="Learners are asked before they could know.",
        fix="Move the `quiz` block below the section, or leave it out: then the quiz comes last.",
    ),
)
ONLY_RECALL = code(
    "only-recall",
    Level.INFO,
    "The questions of a module ask for recall only",
    explained(
        what='No question of the module has a `level` above "remember", though the course uses'
        " levels.",
        why="What is only remembered is hardly ever used. Questions that ask to explain or to apply"
        " teach more.",
        fix="Write one that asks what to do in a case, and give it its level.",
        example="level: apply",
    ),
)
FEW_QUESTIONS = code(
    "few-questions",
    Level.WARNING,
    "A lesson asks too little for its length",
    explained(
        what=f"The quiz has fewer than one question for each {MINUTES_PER_QUESTION} minutes of"
        " reading begun.",
        why="What is not recalled soon after reading is mostly lost.",
        fix="Ask something about each main section.",
    ),
)
SHORT_LESSON = code(
    "short-lesson",
    Level.OFF,
    f"A lesson takes less than {SHORT_MINUTES} minutes to read",
    explained(
        what=f"The reading time of the lesson is below {SHORT_MINUTES} minutes.",
        why="Learners click more than they read. A first draft is short as well, so this check is"
        " off unless a course asks for it.",
        fix="Join it with the lesson before or after, if they belong together.",
        example="levels:\n  short-lesson: info",
    ),
)


def exercise_objectives(facts: Facts) -> Iterator[Diagnostic]:
    """The objectives a takeaway names exist."""
    for entry in facts.lessons:
        for exercise in () if entry.incomplete else entry.takeaways:
            for ref in exercise.objectives:
                if not facts.aims.of_lesson(entry, ref.id):
                    known = [objective.id for objective in entry.objectives]
                    hint = did_you_mean(ref.id, known, "use the id of one of its objectives")
                    message = f"there is no objective {ref.id!r}"
                    yield UNKNOWN_OBJECTIVE.at(ref.span, message, hint)


def assessed_objectives(facts: Facts) -> Iterator[Diagnostic]:
    """Every objective is asked for, and taught somewhere."""
    for entry in facts.lessons:
        quiz = shown_quiz(entry, facts.quizzes)
        if entry.incomplete or not quiz or not _names_objectives(facts, quiz):
            continue
        for objective in entry.objectives:
            items = facts.assessed.get((entry.path, objective.id))
            practised = (entry.path, objective.id) in facts.practised
            if not items and not practised:
                message = f"no question and no takeaway asks for {objective.id!r}"
                hint = f"write `objective: {objective.id}` in one, or remove the objective"
                yield NOT_ASSESSED.at(objective.span, message, hint)
            elif items and not practised and entry.sections and not any(i.section for i in items):
                message = f"no question about {objective.id!r} names the section that teaches it"
                yield NOT_TAUGHT.at(objective.span, message, "give one of them a `section`")


def _names_objectives(facts: Facts, quiz: QuizEntry) -> bool:
    """Whether questions name objectives that exist. Where none names any, or one names something
    unknown, that is what is said."""
    named = [ref for item in quiz.items for ref in item.objectives]
    return bool(named) and all(facts.aims.objective(quiz.id, ref.id) for ref in named)


def tagged_questions(facts: Facts) -> Iterator[Diagnostic]:
    """A question says what it tests and where that is taught, if its lesson has such parts.

    A quiz that names none at all is told once.
    """
    for quiz, entry in _owned(facts):
        if entry.objectives:
            graded = [item for item in quiz.items if item.type not in UNGRADED]
            names = ", ".join(objective.id for objective in entry.objectives[:5])
            hint = f"name one of: {names}"
            bare = [item for item in graded if not item.objectives]
            yield from _missing(UNTAGGED, quiz, len(graded), bare, "objective", hint)
        if entry.sections:
            bare = [item for item in quiz.items if not item.section]
            hint = "name the heading that teaches it"
            yield from _missing(NO_SECTION, quiz, len(quiz.items), bare, "section", hint)


def _missing(
    what: Code, quiz: QuizEntry, size: int, bare: Sequence[Item], noun: str, hint: str
) -> Iterator[Diagnostic]:
    wanted = [item for item in bare if not item.incomplete and what.name not in item.waived]
    if len(wanted) > 1 and len(bare) == size:
        message = f"none of the {len(bare)} questions names its {noun}"
        yield what.at(quiz.span, message, hint)
        return
    for item in wanted:
        yield what.at(item.span, f"the question names no {noun}", hint)


def section_after_quiz(facts: Facts) -> Iterator[Diagnostic]:
    """What a question asks is taught before."""
    for quiz, entry in _owned(facts):
        for item in quiz.items if entry.after_quiz else ():
            if item.section is None or item.section.id not in entry.after_quiz:
                continue
            message = f"the section {item.section.id!r} comes after the quiz"
            hint = "move the `quiz` block below it"
            yield SECTION_AFTER_QUIZ.at(item.section.span, message, hint)


def only_recall(facts: Facts) -> Iterator[Diagnostic]:
    """Every module asks for more than recall, in a course that says what its questions ask for."""
    if not any(item.level for item in facts.items):
        return
    for module in facts.course.modules:
        quizzes = (shown_quiz(entry, facts.quizzes) for entry in module.lessons)
        levels = [item.level for quiz in quizzes if quiz for item in quiz.items]
        if levels and not any(level in LEVELS[1:] for level in levels):
            message = f"no question of {module.title!r} asks for more than recall"
            hint = "write one that asks what to do in a case, with `level: apply`"
            yield ONLY_RECALL.at(module.span, message, hint)


def few_questions(facts: Facts) -> Iterator[Diagnostic]:
    """A lesson asks as much as it tells."""
    for entry in facts.lessons:
        quiz = shown_quiz(entry, facts.quizzes)
        wanted = ceil(entry.minutes / MINUTES_PER_QUESTION)
        if quiz and not quiz.incomplete and 0 < quiz.size < wanted:
            asked = f"{quiz.size} question{'' if quiz.size == 1 else 's'}"
            message = f"{entry.minutes} minutes of reading and {asked}"
            yield FEW_QUESTIONS.at(quiz.span, message, f"ask at least {wanted}")


def short_lesson(facts: Facts) -> Iterator[Diagnostic]:
    """A lesson is long enough to be one."""
    for entry in facts.lessons:
        if entry.seconds < SHORT_MINUTES * 60 and not entry.incomplete:
            message = f"the lesson takes about {round(entry.seconds)} seconds to read"
            yield SHORT_LESSON.at(
                entry.span, message, "join it with another, if they belong together"
            )


def _owned(facts: Facts) -> Iterator[tuple[QuizEntry, Entry]]:
    """Every quiz that a lesson shows, with the first such lesson."""
    for quiz in facts.course.quizzes:
        owners = facts.aims.owners(quiz.id)
        if owners and not owners[0].incomplete:
            yield quiz, owners[0]
