"""Everything a course can get wrong that its files alone do not show.

One rule is one small function with one documented code (or a few that belong together). A rule
sees a lesson, a text, a quiz, a question or the whole course; `check_lesson` and `check_quiz`
depend on the one file only, so their findings can be kept with it, and `check_course` works
from catalogue entries and file names in time linear in their number.
"""

from __future__ import annotations

from builder.check.explaining import explain
from builder.check.facts import Facts
from builder.check.ids import check_ids
from builder.check.images import Image
from builder.check.levels import settle
from builder.check.registry import RULES, Rules
from builder.check.text import Text, lesson_text, page_text
from builder.check.waivers import kept
from builder.diagnostics import Diagnostic
from builder.model.course import Course
from builder.model.lesson import Lesson
from builder.model.quiz import Quiz
from builder.model.tree import Tree
from builder.model.workshop import Workshop

__all__ = [
    "RULES",
    "Rules",
    "check_course",
    "check_ids",
    "check_image",
    "check_lesson",
    "check_quiz",
    "check_workshop",
    "explain",
    "settle",
]


def check_lesson(lesson: Lesson, rules: Rules = RULES) -> tuple[Diagnostic, ...]:
    """Findings that depend on the lesson alone, sorted by place."""
    found = [finding for rule in rules.lesson for finding in rule(lesson)]
    return tuple(sorted([*found, *_check_text(lesson_text(lesson), rules)]))


def check_quiz(quiz: Quiz, rules: Rules = RULES) -> tuple[Diagnostic, ...]:
    """Findings that depend on the quiz alone, sorted by place."""
    found = [finding for rule in rules.quiz for finding in rule(quiz)]
    whole = (question for question in quiz.questions if not question.incomplete)
    for question in whole:
        of_it = (finding for rule in rules.question for finding in rule(question))
        found += kept(of_it, (waiver.code for waiver in question.waivers))
    return tuple(sorted(found))


def check_workshop(workshop: Workshop, rules: Rules = RULES) -> tuple[Diagnostic, ...]:
    """Findings that depend on the plan alone, sorted by place. A plan that could not be read
    whole is not judged: its minutes would not add up."""
    if workshop.incomplete:
        return ()
    return tuple(sorted(finding for rule in rules.workshop for finding in rule(workshop)))


def check_image(path: str, data: bytes, rules: Rules = RULES) -> tuple[Diagnostic, ...]:
    """Findings about an image file's content, sorted; `path` is relative to the course root."""
    image = Image(path, data)
    return tuple(sorted(finding for rule in rules.image for finding in rule(image)))


def check_course(course: Course, tree: Tree, rules: Rules = RULES) -> tuple[Diagnostic, ...]:
    """Findings about how files fit together, and those about pages that are no lessons."""
    facts = Facts(course, tree)
    found = [finding for rule in rules.course for finding in rule(facts)]
    for page in facts.pages:
        found += _check_text(page_text(page), rules)
    return tuple(sorted(found))


def _check_text(text: Text, rules: Rules) -> list[Diagnostic]:
    return [finding for rule in rules.text for finding in rule(text)]
