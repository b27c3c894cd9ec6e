"""Pages about many lessons at once, as their templates read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from markupsafe import Markup

from builder.model.catalogue import Entry, QuizEntry, shown_quiz
from builder.model.course import Course, Module, Tag
from builder.model.minutes import shown_minutes
from builder.model.urls import module_url, tag_url
from builder.render.markup import inline
from builder.render.weave import TONES, Thread, braid, hero_canvas

FOLD = 60
"""Above this number of lessons the home page lists modules, not lessons."""
THREADS = 12
"""More threads than this turn a weave into noise: then one stands for a module, or several."""

Quizzes = Mapping[str, QuizEntry]


@dataclass(frozen=True, slots=True)
class LessonRow:
    """A lesson in a list; `questions` counts those of its quiz, `sections` its main headings,
    minutes are as shown."""

    id: str
    title: str
    url: str
    module: str
    minutes: int
    exercise_minutes: int
    questions: int
    sections: int


@dataclass(frozen=True, slots=True)
class ModuleRow:
    """A module with its lessons and their sum of reading and exercise minutes."""

    id: str
    title: str
    url: str
    number: int
    description: Markup
    outcomes: tuple[Markup, ...]
    lessons: tuple[LessonRow, ...]
    minutes: int
    exercise_minutes: int


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag in use; `groups` are its lessons by module title, both in reading order."""

    id: str
    label: str
    description: Markup
    url: str
    groups: tuple[tuple[str, tuple[LessonRow, ...]], ...]
    count: int


def module_rows(course: Course) -> tuple[ModuleRow, ...]:
    """Every module in order."""
    quizzes = quizzes_by_id(course)
    return tuple(_module_row(m, n, quizzes) for n, m in enumerate(course.modules, 1))


def quizzes_by_id(course: Course) -> Quizzes:
    """The quizzes in the catalogue by id."""
    return {quiz.id: quiz for quiz in course.quizzes}


def tag_rows(course: Course) -> tuple[TagRow, ...]:
    """Every tag that a lesson carries: the defined ones in their order, then the rest by id."""
    quizzes = quizzes_by_id(course)
    carried: dict[str, list[LessonRow]] = {}
    for module, entry in course.lessons():
        for tag in dict.fromkeys(ref.id for ref in entry.tags):
            carried.setdefault(tag, []).append(_lesson_row(module, entry, quizzes))
    defined = {tag.id: tag for tag in course.tags}
    order = [t for t in defined if t in carried] + sorted(carried.keys() - defined.keys())
    return tuple(_tag_row(name, defined.get(name), carried[name]) for name in order)


def outline(modules: Sequence[ModuleRow], *, folded: bool) -> dict[str, Any]:
    """What the home page's script needs to know: where lessons are and in which order.

    Of a folded list only ids, since a large course would make the page heavy.
    """
    return {
        "folded": folded,
        "modules": [
            {
                "id": m.id,
                "title": m.title,
                "url": m.url,
                "minutes": m.minutes,
                "lessons": [row.id if folded else _brief(row) for row in m.lessons],
            }
            for m in modules
        ],
    }


def hero(course: str, modules: Sequence[ModuleRow]) -> tuple[Markup, str]:
    """The course's weave and the name of the phrase that says what a thread stands for."""
    lessons = [row.id for m in modules for row in m.lessons]
    if not lessons:
        return Markup(), ""
    if len(lessons) <= THREADS:
        name, values, phrase = "data-strand", lessons, "thread_lesson"
    else:
        name, phrase = "data-strand-module", "thread_module"
        values = _bundles([m.id for m in modules if m.lessons])
        if any(" " in value for value in values):
            phrase = "thread_some"
    threads = [Thread(n % TONES + 1, name, value) for n, value in enumerate(values)]
    return braid(f"course-{course}", threads, hero_canvas(len(threads)), "_h"), phrase


def _bundles(ids: Sequence[str]) -> list[str]:
    size = -(-len(ids) // THREADS)
    return [" ".join(ids[i : i + size]) for i in range(0, len(ids), size)]


def _module_row(module: Module, number: int, quizzes: Quizzes) -> ModuleRow:
    return ModuleRow(
        id=module.id,
        title=module.title,
        url=module_url(module.path),
        number=number,
        description=inline(module.description, f"{module.path}/index.md"),
        outcomes=tuple(inline(text) for text in module.outcomes),
        lessons=tuple(_lesson_row(module, entry, quizzes) for entry in module.lessons),
        minutes=minutes(module.lessons),
        exercise_minutes=sum(entry.exercise_minutes for entry in module.lessons),
    )


def minutes(entries: Iterable[Entry]) -> int:
    """Reading minutes of several lessons as shown: their seconds added, then rounded once."""
    return shown_minutes(sum(entry.seconds for entry in entries))


def _lesson_row(module: Module, entry: Entry, quizzes: Quizzes) -> LessonRow:
    quiz = shown_quiz(entry, quizzes)
    return LessonRow(
        id=entry.id,
        title=entry.title,
        url=entry.url,
        module=module.title,
        minutes=entry.minutes,
        exercise_minutes=entry.exercise_minutes,
        questions=quiz.size if quiz else 0,
        sections=len(entry.sections),
    )


def _tag_row(name: str, tag: Tag | None, lessons: Sequence[LessonRow]) -> TagRow:
    label = (tag.label if tag else "") or name
    return TagRow(
        id=name,
        label=label,
        description=inline(tag.description if tag else ""),
        url=tag_url(name),
        groups=tuple((m, tuple(rows)) for m, rows in groupby(lessons, lambda row: row.module)),
        count=len(lessons),
    )


def _brief(row: LessonRow) -> dict[str, Any]:
    return {"id": row.id, "title": row.title, "url": row.url, "minutes": row.minutes}
