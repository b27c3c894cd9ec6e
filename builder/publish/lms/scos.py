"""What a learning platform tracks by itself: the whole course, a module or a lesson."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from builder.model.catalogue import Entry, QuizEntry, shown_quiz
from builder.model.course import Course, Module, MultiSco, Scored
from builder.model.quiz import Keep, Mode, Reveal
from builder.publish.lms.names import portable

SHELL, PART = "index.html", "sco.html"
"""The pages that hold the course, or a module, inside a package."""
_UNITS = 10_000
_UNMARKED = ("survey", "reflection")


class Assessment(NamedTuple):
    """A quiz whose result counts: `lesson` shows it, `mark` is needed to pass, in percent.
    `points` are what it weighs beside others: those of a full result."""

    quiz: QuizEntry
    lesson: Entry
    mark: int
    points: float

    @property
    def keep(self) -> Keep:
        """Which result counts when it is taken again."""
        return self.quiz.policy.keep


@dataclass(frozen=True, slots=True)
class Sco:
    """A part of the course with a record of its own.

    `id` is the author's name for it (of the course, a module or a lesson), `url` its first page.
    `modules` are those its lessons belong to. `mark` is what its score is held against, in
    percent; None where nothing is scored.
    """

    id: str
    title: str
    url: str
    modules: tuple[Module, ...]
    lessons: tuple[Entry, ...]
    assessments: tuple[Assessment, ...]
    mark: int | None

    @property
    def seconds(self) -> float:
        """How long reading its lessons takes, with the exercises."""
        return sum(entry.seconds + 60 * entry.exercise_minutes for entry in self.lessons)


def scos(course: Course) -> tuple[Sco, ...]:
    """What a SCORM package consists of: the course, or its modules with lessons."""
    marked = _modes(course)
    if course.lms.multi_sco is MultiSco.COURSE:
        return (_sco(course, course.id, course.title, SHELL, course.modules, marked),)
    return tuple(
        _sco(course, module.id, module.title, f"{portable(module.id)}/{PART}", (module,), marked)
        for module in course.modules
        if module.lessons
    )


def units(course: Course) -> Iterator[tuple[Module, Sco]]:
    """What a cmi5 package consists of: every lesson, with its module. There every quiz that
    checks or examines counts, since each is judged alone."""
    modes = frozenset({Mode.CHECK, Mode.EXAM}) if _scored(course) else frozenset()
    for module, entry in course.lessons():
        alone = _assessments(course, (entry,), modes)
        yield (
            module,
            Sco(entry.id, entry.title, entry.url, (module,), (entry,), alone, _mark(course, alone)),
        )


def _sco(
    course: Course,
    name: str,
    title: str,
    url: str,
    modules: Iterable[Module],
    modes: frozenset[Mode],
) -> Sco:
    filled = tuple(module for module in modules if module.lessons)
    lessons = tuple(entry for module in filled for entry in module.lessons)
    found = _assessments(course, lessons, modes)
    return Sco(name, title, url, filled, lessons, found, _mark(course, found))


def _scored(course: Course) -> bool:
    return course.lms.score is not Scored.NONE


def _modes(course: Course) -> frozenset[Mode]:
    """The modes of the quizzes that count: exams, and checks where there is no exam."""
    if not _scored(course):
        return frozenset()
    lessons = tuple(entry for _, entry in course.lessons())
    exams = _assessments(course, lessons, frozenset({Mode.EXAM}))
    return frozenset({Mode.EXAM if exams else Mode.CHECK})


def _assessments(
    course: Course, lessons: Iterable[Entry], modes: frozenset[Mode]
) -> tuple[Assessment, ...]:
    """Quizzes of these modes, each once. One whose key stays with the author gives no score."""
    quizzes: Mapping[str, QuizEntry] = {quiz.id: quiz for quiz in course.quizzes}
    found: dict[str, Assessment] = {}
    for entry in lessons:
        quiz = shown_quiz(entry, quizzes)
        if quiz and quiz.size and _judged(quiz, modes):
            mark = course.pass_mark if quiz.pass_mark is None else quiz.pass_mark
            found.setdefault(quiz.id, Assessment(quiz, entry, mark, _points(quiz, quizzes)))
    return tuple(found.values())


def _judged(quiz: QuizEntry, modes: frozenset[Mode]) -> bool:
    marked = bool(quiz.draws) or any(_marked(quiz))
    return quiz.policy.mode in modes and quiz.policy.reveal is not Reveal.NEVER and marked


def _points(quiz: QuizEntry, quizzes: Mapping[str, QuizEntry]) -> float:
    """The points of a full result; of a draw, those of its questions on average."""
    total = sum(_marked(quiz))
    for draw in quiz.draws:
        sources = dict.fromkeys(ref.id for ref in draw.sources if ref.id in quizzes)
        pool = [points for name in sources for points in _marked(quizzes[name])]
        if pool:
            total += sum(pool) / len(pool) * min(draw.count, len(pool))
    return round(total, 4)


def _marked(quiz: QuizEntry) -> Iterator[float]:
    return (item.points for item in quiz.items if item.type not in _UNMARKED)


def _mark(course: Course, assessments: tuple[Assessment, ...]) -> int | None:
    """A single assessment is held against its own mark, several against the course's."""
    if not assessments:
        return None
    return assessments[0].mark if len(assessments) == 1 else course.pass_mark


def shares(parts: Iterable[Sco]) -> tuple[tuple[str, str], ...]:
    """For each part its share of the course's points and of its lessons, as decimals.

    The shares of each kind add up to exactly 1, unless there are no points at all.
    """
    parts = tuple(parts)
    points = [sum(one.points for one in sco.assessments) for sco in parts]
    return tuple(zip(_split(points), _split([len(sco.lessons) for sco in parts]), strict=True))


def _split(amounts: Iterable[float]) -> list[str]:
    amounts = list(amounts)
    total = sum(amounts)
    if not total:
        return ["0" for _ in amounts]
    ends = [round(_UNITS * sum(amounts[: at + 1]) / total) for at in range(len(amounts))]
    begins = [0, *ends[:-1]]
    return [f"{(end - begin) / _UNITS:g}" for begin, end in zip(begins, ends, strict=True)]
