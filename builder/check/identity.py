"""Checks that ids are unique over the whole course."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.repeats import repeated
from builder.check.structure import DUPLICATE_TAKEAWAY
from builder.diagnostics import Diagnostic, Level, code
from builder.model.parts import Ref

DUPLICATE_LESSON = code(
    "duplicate-lesson",
    Level.ERROR,
    "Two lessons have the same id",
    explained(
        what="Two lessons of the course carry one id. Without an `id` in the front matter, a"
        " lesson's id is the name of its file.",
        why="Learners' progress and LMS records are stored under the id; two lessons would"
        " overwrite each other's, and `related` could mean either.",
        fix="Give one of them an `id` of its own.",
        example="---\nid: empathy-at-work\n---",
    ),
)
DUPLICATE_QUIZ = code(
    "duplicate-quiz",
    Level.ERROR,
    "Two quizzes have the same id",
    explained(
        what="Two quiz files have the same name. A quiz's id is the name of its file.",
        why="A lesson that names the quiz could mean either, and answers are stored under it.",
        fix="Rename one of the files and adapt the lesson that shows it.",
    ),
)


def duplicate_lesson(facts: Facts) -> Iterator[Diagnostic]:
    """Lesson ids are unique."""
    refs = (Ref(entry.id, entry.span) for entry in facts.lessons)
    hint = "give one of them an `id:` of its own in the front matter"
    return repeated(DUPLICATE_LESSON, refs, "another lesson has the id {!r}", hint=hint)


def duplicate_quiz(facts: Facts) -> Iterator[Diagnostic]:
    """Quiz ids are unique."""
    refs = (Ref(quiz.id, quiz.span) for quiz in facts.course.quizzes)
    message = "another quiz is called {!r}"
    return repeated(DUPLICATE_QUIZ, refs, message, hint="rename one of the files")


def duplicate_takeaway_in_course(facts: Facts) -> Iterator[Diagnostic]:
    """Takeaway ids are unique over lessons; repeats within one are found in its own check."""
    firsts = (
        {one.id: Ref(one.id, one.span) for one in reversed(entry.takeaways)}.values()
        for entry in facts.lessons
    )
    refs = sorted((ref for lesson in firsts for ref in lesson), key=lambda ref: ref.span)
    return repeated(DUPLICATE_TAKEAWAY, refs, "another lesson has a takeaway {!r}")
