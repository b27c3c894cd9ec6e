"""Checks of what a lesson is made of."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.near import folded
from builder.check.repeats import repeated
from builder.diagnostics import Diagnostic, Level, code
from builder.model.lesson import Lesson
from builder.model.parts import Ref

LONG_MINUTES = 20

MISSING_SUMMARY = code(
    "missing-summary",
    Level.WARNING,
    "A lesson has no summary",
    explained(
        what="The front matter of the lesson has no `summary`.",
        why="The summary stands first on the page (In short). Learners who come back to look"
        " something up, and workshop agendas, rely on it.",
        fix="Write one to three sentences or a short list of what the lesson says.",
        example="---\nsummary:\n  - Trust grows from small kept promises.\n---",
    ),
)
MISSING_OBJECTIVES = code(
    "missing-objectives",
    Level.WARNING,
    "A lesson has no objectives",
    explained(
        what="The front matter of the lesson has no `objectives`.",
        why="Objectives tell a learner what they will be able to do, and questions refer to"
        " them, so that a result says what to read again.",
        fix="Name one to five things a learner can do afterwards, each with a short id.",
        example="---\nobjectives:\n  - map: Draw a map of the people you rely on\n---",
    ),
)
MISSING_TAKEAWAY = code(
    "missing-takeaway",
    Level.INFO,
    "A lesson has no takeaway exercise",
    explained(
        what="There is no `takeaway` block in the lesson.",
        why="What is tried away from the screen stays; workshops are built from takeaways.",
        fix="Add a fenced `takeaway` block with a title, minutes and steps.",
        example="```takeaway\nid: trust-map\ntitle: Draw your trust map\nminutes: 15\n```",
    ),
)
DUPLICATE_OBJECTIVE = code(
    "duplicate-objective",
    Level.ERROR,
    "Two objectives of a lesson have the same id",
    explained(
        what="Two entries of `objectives` carry one id.",
        why="Questions point at objectives by id; with two of a name, results are credited"
        " to the wrong one.",
        fix="Give one of them another id and adapt the questions that mean it.",
    ),
)
DUPLICATE_TAKEAWAY = code(
    "duplicate-takeaway",
    Level.ERROR,
    "Two takeaways have the same id",
    explained(
        what="Two `takeaway` blocks of the course carry one id.",
        why="A learner's notes and a workshop's agenda are stored under the id.",
        fix="Give one of them another id.",
    ),
)
SAME_TAKEAWAY_TITLE = code(
    "same-takeaway-title",
    Level.WARNING,
    "Two takeaways of a lesson share a title",
    explained(
        what="Two `takeaway` blocks of one lesson have the same title.",
        why="A learner sees two exercises that look like one.",
        fix="Say in each title what is different about it.",
    ),
)
LONG_LESSON = code(
    "long-lesson",
    Level.WARNING,
    f"A lesson takes more than {LONG_MINUTES} minutes to read",
    explained(
        what=f"The reading time of the lesson is above {LONG_MINUTES} minutes.",
        why="Attention and recall fall off after 15 to 20 minutes without doing something.",
        fix="Split the lesson where the subject changes, or set `minutes` in the front matter"
        " if the estimate is wrong.",
    ),
)


def missing_summary(lesson: Lesson) -> Iterator[Diagnostic]:
    """A lesson says in short what it says."""
    if not (lesson.incomplete or any(part.strip() for part in lesson.summary)):
        hint = "add `summary:` with one to three sentences to the front matter"
        yield MISSING_SUMMARY.at(lesson.span, "the lesson has no summary", hint)


def missing_objectives(lesson: Lesson) -> Iterator[Diagnostic]:
    """A lesson says what a learner can do afterwards."""
    if not (lesson.incomplete or lesson.objectives):
        hint = "add `objectives:` with one to five things a learner can do afterwards"
        yield MISSING_OBJECTIVES.at(lesson.span, "the lesson has no objectives", hint)


def missing_takeaway(lesson: Lesson) -> Iterator[Diagnostic]:
    """A lesson ends in something to do."""
    if not (lesson.incomplete or lesson.takeaways):
        hint = "add a fenced `takeaway` block with a title, minutes and steps"
        yield MISSING_TAKEAWAY.at(lesson.span, "the lesson has no takeaway exercise", hint)


def duplicate_objective(lesson: Lesson) -> Iterator[Diagnostic]:
    """Objective ids are unique within a lesson."""
    refs = (Ref(o.id, o.span) for o in lesson.objectives)
    return repeated(DUPLICATE_OBJECTIVE, refs, "the objective id {!r} is used twice")


def duplicate_takeaway(lesson: Lesson) -> Iterator[Diagnostic]:
    """Takeaway ids are unique within a lesson (and within a course, see `identity`)."""
    refs = (Ref(t.id, t.span) for t in lesson.takeaways)
    return repeated(DUPLICATE_TAKEAWAY, refs, "the takeaway id {!r} is used twice")


def same_takeaway_title(lesson: Lesson) -> Iterator[Diagnostic]:
    """Takeaways of a lesson can be told apart by their titles."""
    refs = (Ref(folded(t.title), t.span) for t in lesson.takeaways if t.title)
    message = "another takeaway of this lesson has the same title"
    return repeated(SAME_TAKEAWAY_TITLE, refs, message, hint="say in each title what differs")


def long_lesson(facts: Facts) -> Iterator[Diagnostic]:
    """A lesson can be read in one sitting. Needs the course's language, hence its scope."""
    for entry in facts.lessons:
        if entry.minutes > LONG_MINUTES:
            message = f"the lesson takes about {entry.minutes} minutes to read"
            hint = f"split it: {LONG_MINUTES} minutes is what most people read in one sitting"
            yield LONG_LESSON.at(entry.span, message, hint)
