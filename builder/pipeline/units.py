"""The pieces a course is read in: one lesson, one quiz or one page at a time.

A unit's result depends on nothing but the unit, which is what makes it safe to do in a worker
and to keep for the next run.
"""

from __future__ import annotations

import pickle
from typing import NamedTuple

from builder.check import check_lesson, check_quiz, check_workshop
from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.catalogue import Entry, QuizEntry, lesson_entry, quiz_entry
from builder.model.outline import Outline
from builder.pipeline.cache import Stored
from builder.pipeline.workers import TIMED_OUT, Lost
from builder.publish.bundle import digest
from builder.publish.library import NO_WORDS, Words
from builder.publish.search import lesson_words
from builder.read.cohort import read_cohort
from builder.read.lesson import read_lesson
from builder.read.page import read_page
from builder.read.quiz import read_quiz
from builder.read.workshop import read_workshop
from builder.render.body import Body
from builder.render.markup import render_body
from builder.render.words import body_words

TIMEOUT = code(
    "lesson-timeout",
    Level.ERROR,
    "A text takes too long to render",
    "Some Markdown takes time that grows with the square of its length: thousands of opening "
    "brackets, HTML comments that never close, or tags nested hundreds deep. The builder gives "
    "up on a text after ten seconds rather than hang. Look for such a place, often pasted by "
    "accident, or split the lesson.",
    fatal=True,
)
CRASH = code(
    "lesson-crash",
    Level.ERROR,
    "A text cannot be rendered",
    "The Markdown library failed on this text. The usual cause is HTML that is nested very "
    "deeply or broken in an unusual way. Simplify the HTML in the text; if the text looks "
    "harmless, please report it.",
    fatal=True,
)


class Unit(NamedTuple):
    """A text to read: `kind` is "lesson", "quiz", "page", "workshop" or "cohort"."""

    kind: str
    path: str
    data: bytes
    language: str

    @property
    def key(self) -> bytes:
        """A digest of everything the result depends on, the program itself aside."""
        return digest(self.kind, self.path, self.language, self.data)


def work(unit: Unit) -> Stored:
    """Read, check and render one unit. Runs in a worker."""
    return _WORK[unit.kind](unit, render=True)


def lost(unit: Unit, why: Lost) -> Stored:
    """What stands in for a unit whose rendering failed: everything but the body."""
    stored = _WORK[unit.kind](unit, render=False)
    if why.reason == TIMED_OUT:
        finding = TIMEOUT.at(
            Span(unit.path, 1, 1),
            f"this text was not rendered within {why.detail}",
            "Look for thousands of brackets, unclosed HTML comments or deeply nested tags.",
        )
    else:
        finding = CRASH.at(
            Span(unit.path, 1, 1),
            f"this text could not be rendered ({why.detail})",
            "Simplify its HTML.",
        )
    stored.findings += (finding,)
    return stored


def _lesson(unit: Unit, *, render: bool) -> Stored:
    result = read_lesson(unit.path, unit.data)
    lesson = result.value
    body = _body(lesson.body, unit, lesson.outline) if render else Body()
    entry: Entry = lesson_entry(lesson, unit.language)
    findings = result.findings + check_lesson(lesson)
    return _stored(unit, entry, findings, (lesson, body), lesson_words(lesson, body))


def _quiz(unit: Unit, *, render: bool) -> Stored:  # noqa: ARG001 - quizzes have no body of their own
    result = read_quiz(unit.path, unit.data)
    entry: QuizEntry = quiz_entry(result.value)
    return _stored(unit, entry, result.findings + check_quiz(result.value), result.value)


def _page(unit: Unit, *, render: bool) -> Stored:
    result = read_page(unit.path, unit.data)
    page = result.value
    body = _body(page.body, unit, page.outline) if render else Body()
    return _stored(unit, page, result.findings, body)


def _workshop(unit: Unit, *, render: bool) -> Stored:  # noqa: ARG001 - nothing to render
    result = read_workshop(unit.path, unit.data)
    findings = result.findings + check_workshop(result.value)
    return Stored(unit.key, result.value, findings, b"")


def _cohort(unit: Unit, *, render: bool) -> Stored:  # noqa: ARG001 - nothing to render
    result = read_cohort(unit.path, unit.data)
    return Stored(unit.key, result.value, result.findings, b"")


def _body(text: str, unit: Unit, outline: Outline) -> Body:
    return render_body(text, unit.path, outline.headings, body_words(unit.language))


def _stored(
    unit: Unit,
    entry: object,
    findings: tuple[Diagnostic, ...],
    what: object,
    words: Words = NO_WORDS,
) -> Stored:
    blob = pickle.dumps(what, protocol=pickle.HIGHEST_PROTOCOL)
    return Stored(unit.key, entry, findings, blob, words)


_WORK = {
    "lesson": _lesson,
    "quiz": _quiz,
    "page": _page,
    "workshop": _workshop,
    "cohort": _cohort,
}
