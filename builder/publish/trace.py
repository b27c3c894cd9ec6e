"""What belongs to what: objectives, the sections that teach them, the questions and exercises
that ask for them. For authors; no part of a course site.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from builder.model.aims import Aims
from builder.model.catalogue import Entry
from builder.model.course import Course
from builder.model.item import Item
from builder.model.parts import Objective


class Section(NamedTuple):
    """A section that teaches; `url` is relative to the site's root."""

    title: str
    url: str


class Asked(NamedTuple):
    """A question by `QUIZ/ID`, with its kind and what it asks for ("" when not said)."""

    name: str
    type: str
    level: str
    place: str


@dataclass(slots=True)
class ObjectiveRow:
    """An objective with everything that names it, each in the order of the course."""

    id: str
    text: str
    sections: list[Section] = field(default_factory=list)
    questions: list[Asked] = field(default_factory=list)
    exercises: list[str] = field(default_factory=list)


@dataclass(slots=True)
class LessonRow:
    """A lesson with its objectives, and what names none of them: `untaught` are sections that no
    question leads back to, `loose` questions and exercises without an objective."""

    title: str
    url: str
    objectives: list[ObjectiveRow]
    untaught: list[Section] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ModuleRows:
    """A module with its lessons."""

    title: str
    lessons: tuple[LessonRow, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The whole course; `loose` are questions of banks that name no objective."""

    title: str
    language: str
    modules: tuple[ModuleRows, ...]
    loose: tuple[str, ...]


def trace(course: Course) -> Trace:
    """Work out what belongs to what."""
    return _Tracer(course).trace()


class _Tracer:
    def __init__(self, course: Course) -> None:
        self.course = course
        lessons = [entry for _, entry in course.lessons()]
        self.aims = Aims(lessons, {quiz.id: quiz for quiz in course.quizzes})
        self.rows = {e.path: LessonRow(e.title, e.url, _rows(e.objectives)) for e in lessons}
        self.loose: list[str] = []
        self.asked_about: set[tuple[str, str]] = set()

    def trace(self) -> Trace:
        for quiz in self.course.quizzes:
            for item in quiz.items:
                self._question(quiz.id, item)
        for _, entry in self.course.lessons():
            self._exercises(entry)
            self.rows[entry.path].untaught = [
                Section(title, f"{entry.url}#{anchor}")
                for anchor, title in entry.sections
                if (entry.path, anchor) not in self.asked_about
            ]
        modules = tuple(
            ModuleRows(m.title, tuple(self.rows[e.path] for e in m.lessons))
            for m in self.course.modules
        )
        return Trace(self.course.title, self.course.language, modules, tuple(self.loose))

    def _question(self, quiz: str, item: Item) -> None:
        asked = Asked(f"{quiz}/{item.id}", item.type, item.level, str(item.span))
        aim = self.aims.section(quiz, item.section.id) if item.section else None
        if aim:
            self.asked_about.add((aim[0].path, aim[1]))
        found = [self.aims.objective(quiz, ref.id) for ref in item.objectives]
        for entry, objective in filter(None, found):
            row = self._row(entry, objective)
            row.questions.append(asked)
            if aim and (section := _section(*aim)) not in row.sections:
                row.sections.append(section)
        if not any(found):
            owners = self.aims.owners(quiz)
            (self.rows[owners[0].path].loose if owners else self.loose).append(asked.name)

    def _exercises(self, entry: Entry) -> None:
        for exercise in entry.takeaways:
            found = [self.aims.of_lesson(entry, ref.id) for ref in exercise.objectives]
            for other, objective in filter(None, found):
                self._row(other, objective).exercises.append(exercise.id)
            if not any(found):
                self.rows[entry.path].loose.append(exercise.id)

    def _row(self, entry: Entry, objective: Objective) -> ObjectiveRow:
        rows = self.rows[entry.path].objectives
        return next(row for row in rows if row.id == objective.id)


def _rows(objectives: Iterable[Objective]) -> list[ObjectiveRow]:
    return [ObjectiveRow(objective.id, objective.text) for objective in objectives]


def _section(entry: Entry, anchor: str) -> Section:
    title = dict(entry.sections).get(anchor, anchor)
    return Section(title, f"{entry.url}#{anchor}")
