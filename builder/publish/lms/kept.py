"""What of a course has a slot in learners' saved state, as it is now.

The parts are the lessons, the quizzes they show, and the questions that may be asked in these:
their own and those of the quizzes and banks they draw from.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from builder.model.catalogue import QuizEntry, shown_quiz, source_ids
from builder.model.course import Course
from builder.model.questions import Question
from builder.model.quiz import Mode, Policy, Quiz, Reveal
from builder.model.registry import Kind, Known, Registry, Slot
from builder.publish.library import Library
from builder.publish.lms.codes import shape
from builder.publish.lms.codes.base import Shape, joined
from builder.render.questions import question_view
from builder.render.questions.base import Text

PLAIN_TRIES, MOST_TRIES = 2, 20
"""How many tries are told apart where any number is allowed, and at most."""
MOST_ATTEMPTS = 16

_SURE = ("single-choice", "multiple-response", "true-false")
"""Types of question at which a quiz asks how sure the learner is."""


class Part(NamedTuple):
    """A part of the course; `data` is what the browser must know beside its code. `lessons` are
    the ids of the lessons that show it, none for a question that is only drawn."""

    known: Known
    lessons: tuple[str, ...]
    data: dict[str, Any]


def parts(course: Course, library: Library) -> Iterator[Part]:
    """Every part in reading order; questions that are only drawn come last."""
    quizzes = {quiz.id: quiz for quiz in course.quizzes}
    shown = {e.id: quiz for _, e in course.lessons() if (quiz := shown_quiz(e, quizzes))}
    secret = _secret(shown.values())
    places: dict[str, tuple[str, ...]] = {}
    for lesson, quiz in shown.items():
        places[quiz.id] = (*places.get(quiz.id, ()), lesson)
    for lesson in (entry.id for _, entry in course.lessons()):
        yield Part(Known(Kind.LESSON, lesson), (lesson,), {})
        name = shown[lesson].id if lesson in shown else ""
        own = library.quiz(name) if places.get(name, ("",))[0] == lesson else None
        if own:
            yield _quiz(own, course, places[name])
            yield from _questions(own, course.language, places[name], secret)
    for name in dict.fromkeys(name for quiz in shown.values() for name in source_ids(quiz)):
        drawn = library.quiz(name) if name not in places else None
        if drawn:
            yield from _questions(drawn, course.language, (), secret)


def known(registry: Registry, course: Course, library: Library) -> list[Known]:
    """Every part as the registry should have it: with a code that also holds what learners may
    have left behind under the one it has there."""
    live = registry.live()
    now = (part.known for part in parts(course, library))
    return [_joined(part, live.get((part.kind, part.id))) for part in now]


def _joined(part: Known, slot: Slot | None) -> Known:
    if slot is None or slot.known.mark != part.mark or slot.known.code == part.code:
        return part
    return part._replace(code=joined(slot.known.code, part.code))


def _secret(shown: Iterable[QuizEntry]) -> frozenset[str]:
    """The ids of all quizzes whose keys may be in no learner's copy."""
    closed = [quiz for quiz in shown if quiz.policy.reveal is Reveal.NEVER]
    return frozenset(name for quiz in closed for name in (quiz.id, *source_ids(quiz)))


def is_sitting(quiz: Quiz) -> bool:
    """Whether taking the quiz goes beyond practice, so that there is more to keep than answers."""
    rules, usual = quiz.policy, Policy()
    names = (name for name in Policy.__slots__ if name not in ("tries", "reveal"))
    return bool(quiz.draws) or any(getattr(rules, n) != getattr(usual, n) for n in names)


def _questions(
    quiz: Quiz, language: str, lessons: tuple[str, ...], secret: Container[str]
) -> Iterator[Part]:
    rules = f"*{_tries(quiz.policy)}"
    for question in quiz.questions:
        answers = shape(question)
        closed = answers.right is None or quiz.id in secret
        own = answers.flags + ("x" if closed else "")
        asked = quiz.policy.confidence and question.type in _SURE
        code = f"{answers.name}/{answers.steps}{rules}{_flags(quiz, asked, own)}"
        known = Known(Kind.QUESTION, f"{quiz.id}/{question.id}", _mark(question, language), code)
        yield Part(known, lessons, answers.data if closed else _with_key(answers))


def _with_key(answers: Shape) -> dict[str, Any]:
    return {**answers.data, "right": answers.right}


def _tries(policy: Policy) -> int:
    return PLAIN_TRIES if policy.tries is None else min(policy.tries, MOST_TRIES)


def _flags(quiz: Quiz, sure: bool, own: str = "") -> str:
    """Flags in one order, so that equal codes are equal texts; see `codes.base.Code`."""
    given = {
        "d": quiz.policy.mode is Mode.EXAM,
        "u": sure,
        "x": False,
        "k": quiz.policy.reveal is Reveal.NEVER,
        "t": False,
        "w": False,
    }
    return "".join(flag for flag, holds in given.items() if holds or flag in own)


def _quiz(quiz: Quiz, course: Course, lessons: tuple[str, ...]) -> Part:
    if not is_sitting(quiz):
        return Part(Known(Kind.QUIZ, quiz.id, "", "z"), lessons, {})
    attempts = min(quiz.policy.attempts or MOST_ATTEMPTS, MOST_ATTEMPTS)
    own = ("t" if quiz.policy.time_limit else "") + ("w" if quiz.draws else "")
    code = f"z{attempts}*{_tries(quiz.policy)}{_flags(quiz, quiz.policy.confidence, own)}"
    mark = course.pass_mark if quiz.pass_mark is None else quiz.pass_mark
    data = {"keep": quiz.policy.keep.value, "pass": mark, "shuffle": quiz.policy.shuffle}
    return Part(Known(Kind.QUIZ, quiz.id, "", code), lessons, data)


def _mark(question: Question, language: str) -> str:
    """The fingerprint of the question on its page, made without rendering anything."""
    return question_view(question, "", {}, Text(Markup, Markup, str, language)).fingerprint
