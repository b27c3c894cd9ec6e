"""Slots of saved state: where the browser finds what, and how much room all of it takes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any, NamedTuple

from builder.model.catalogue import QuizEntry, source_ids
from builder.model.course import Course
from builder.model.registry import Fate, Kind, Registry, Slot
from builder.publish.library import Library
from builder.publish.lms.kept import Part, parts
from builder.publish.lms.room import Draws, bits

MOST_CHARACTERS = 3800
"""What saved state may take: SCORM 1.2 has room for 4,096, and some systems count in bytes."""
_HEAD = 5
"""The version's character and the checksum."""


class Given(NamedTuple):
    """A part of the course with its slot."""

    slot: Slot
    part: Part

    @property
    def own(self) -> bool:
        """Whether a lesson shows it itself; else it is only drawn by quizzes."""
        return bool(self.part.lesson)


@dataclass(frozen=True)
class Slots:
    """The slots of one package: `given` are the parts it holds, `questions` all those of the
    course by `QUIZ/QUESTION`, `others` every other slot that was ever given."""

    given: Mapping[tuple[Kind, str], Given]
    questions: Mapping[str, Given]
    others: tuple[Slot, ...]
    draws: Mapping[str, Draws]

    def lesson(self, lesson_id: str) -> int:
        """The slot of a lesson."""
        return self.given[Kind.LESSON, lesson_id].slot.number

    def question(self, record: str) -> dict[str, Any]:
        """`slot` and `code` of a question, by `QUIZ/QUESTION`; for the map of the package.

        `own` in the code tells that a lesson of the package asks it itself, not only a draw.
        """
        slot, part = self.questions[record]
        own = self.given.get((Kind.QUESTION, record))
        code = {"c": slot.known.code, **part.data, **({"own": 1} if own and own.own else {})}
        return {"slot": slot.number, "code": code}

    @property
    def quizzes(self) -> dict[str, Any]:
        """`slot` and `code` of the quizzes that are more than practice, by id; for the map."""
        return {
            quiz: {"slot": slot.number, "code": {"c": slot.known.code, **part.data}}
            for (kind, quiz), (slot, part) in self.given.items()
            if kind is Kind.QUIZ and slot.known.code != "z"
        }

    @property
    def retired(self) -> dict[str, Any]:
        """The other slots by number, for the map: saved state may still hold them.

        `c` is their code ("l" for a lesson); `was` names the question whose earlier meaning it
        was, `is` the question or quiz that is the same and only written otherwise now.
        """
        return {str(slot.number): self._other(slot) for slot in self.others}

    def _other(self, slot: Slot) -> dict[str, Any]:
        known = slot.known
        row: dict[str, Any] = {"c": known.code or "l"}
        now = self.questions.get(known.id) if known.kind is Kind.QUESTION else None
        if now and slot.fate is not Fate.LIVE:
            same = now.slot.known.mark == known.mark
            row |= {"is": known.id} if same else {"was": known.id}
        elif slot.fate is Fate.RECODED and (Kind.QUIZ, known.id) in self.given:
            row["is"] = known.id
        return row

    def worst_case(self) -> int:
        """The most characters that the saved state of this package takes without any texts."""
        own = {g.slot.number: g.slot.known for g in self.given.values() if g.own}
        pool = {g.slot.number: g.slot.known.code for g in self.questions.values()}
        return _HEAD + ceil(bits(own, pool, self.draws) / 6)


def slots(
    registry: Registry, course: Course, library: Library, lessons: Collection[str] | None = None
) -> Slots:
    """The slots of a package that holds these lessons (ids; None for all of the course).

    Every part of the course must be registered (`pipeline.registry.registered`), else KeyError.
    """
    return Book(registry, course, library).slots(lessons)


class Book:
    """The slots of a whole course, looked up once for all of its packages."""

    def __init__(self, registry: Registry, course: Course, library: Library) -> None:
        live = registry.live()
        found = [Given(live[p.known.kind, p.known.id], p) for p in parts(course, library)]
        self._all = registry.slots
        self._found = found
        self._quizzes = course.quizzes
        self._questions = {g.slot.known.id: g for g in found if g.slot.known.kind is Kind.QUESTION}

    def slots(self, lessons: Collection[str] | None = None) -> Slots:
        """The slots of a package that holds these lessons, None for all."""
        inside = [g for g in self._found if lessons is None or g.part.lesson in lessons]
        given = {(g.slot.known.kind, g.slot.known.id): g for g in inside}
        known = (quiz for quiz in self._quizzes if (Kind.QUIZ, quiz.id) in given)
        draws = {quiz.id: _draws(quiz, self._questions) for quiz in known}
        used = {g.slot.number for g in inside}
        others = tuple(slot for slot in self._all if slot.number not in used)
        return Slots(given, self._questions, others, draws)


def _draws(quiz: QuizEntry, questions: Mapping[str, Given]) -> Draws:
    """What a quiz draws: how many questions at most, and the slots it draws from."""
    sources = {f"{name}/" for name in source_ids(quiz)}
    pool = (g.slot.number for name, g in questions.items() if _quiz_of(name) in sources)
    return Draws(sum(draw.count for draw in quiz.draws), tuple(pool))


def _quiz_of(record: str) -> str:
    """`QUIZ/` of `QUIZ/QUESTION`; a quiz's id may hold slashes, a question's is the rest."""
    return record[: record.rindex("/") + 1]
