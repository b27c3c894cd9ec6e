"""Slots of saved state: where the browser finds what, and how much room all of it takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""Digits of base 64, as in web addresses."""
_HEAD = 5
"""The version's character and the checksum."""


class Given(NamedTuple):
    """A part of the course with its slot."""

    slot: Slot
    part: Part

    @property
    def own(self) -> bool:
        """Whether a lesson shows it itself; else it is only drawn by quizzes."""
        return bool(self.part.lessons)


@dataclass(frozen=True)
class Slots:
    """The slots of one package: `given` are the parts it holds, `questions` all those of the
    course by `QUIZ/QUESTION`, `asked` the names of those it may ask. `past` are slots that are no
    longer in use; `row` is described at `retired`."""

    given: Mapping[tuple[Kind, str], Given]
    questions: Mapping[str, Given]
    asked: frozenset[str]
    draws: Mapping[str, Draws]
    past: tuple[Slot, ...]
    row: Mapping[str, Any]

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
        """Every slot that was ever given, for the map: saved state may still hold any of them.

        `key` names the register. `codes` are all codes there are ("" for a number without a slot,
        "l" for a lesson); `row` names one for each slot, by `wide` characters of `SIGNS`. `names`
        are past slots of what the package asks, by number: `was` is the question whose earlier
        meaning it was, `is` the question or quiz that is the same and only written otherwise now.
        """
        names = {str(slot.number): name for slot in self.past if (name := self._past(slot))}
        return {**self.row, "names": names}

    def _past(self, slot: Slot) -> dict[str, str]:
        kind, name, mark, _ = slot.known
        if slot.fate is Fate.RECODED and kind is Kind.QUIZ and (kind, name) in self.given:
            return {"is": name}
        if kind is not Kind.QUESTION or name not in self.asked:
            return {}
        return {"is": name} if self.questions[name].slot.known.mark == mark else {"was": name}

    def worst_case(self) -> int:
        """The most characters that the saved state of this package takes without any texts."""
        own = {g.slot.number: g.slot.known for g in self.given.values() if g.own}
        pool = {g.slot.number: g.slot.known.code for g in self.questions.values()}
        return _HEAD + ceil(bits(own, pool, self.draws) / 6)


def slots(
    registry: Registry, course: Course, library: Library, lessons: Sequence[str] | None = None
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
        self._past = tuple(slot for slot in registry.slots if slot.fate is not Fate.LIVE)
        self._row = {"key": registry.key, **_row(registry.slots)}
        self._found = found
        self._shown: dict[str, list[Given]] = {}
        for given in found:
            for lesson in given.part.lessons:
                self._shown.setdefault(lesson, []).append(given)
        self._quizzes = {quiz.id: quiz for quiz in course.quizzes}
        self._questions = {g.slot.known.id: g for g in found if g.slot.known.kind is Kind.QUESTION}
        self._names = {g.slot.number: name for name, g in self._questions.items()}

    def slots(self, lessons: Sequence[str] | None = None) -> Slots:
        """The slots of a package that holds these lessons, in their order; None for all."""
        inside = self._found
        if lessons is not None:
            inside = [given for lesson in lessons for given in self._shown.get(lesson, ())]
        given = {(g.slot.known.kind, g.slot.known.id): g for g in inside}
        quizzes = (self._quizzes[name] for kind, name in given if kind is Kind.QUIZ)
        draws = {quiz.id: _draws(quiz, self._questions) for quiz in quizzes if quiz.draws}
        asked = {name for kind, name in given if kind is Kind.QUESTION}
        asked.update(self._names[number] for drawn in draws.values() for number in drawn.pool)
        return Slots(given, self._questions, frozenset(asked), draws, self._past, self._row)


def _row(slots: Iterable[Slot]) -> dict[str, Any]:
    """The codes of all slots, as short as they can be told in a text."""
    used = {slot.number: slot.known.code or "l" for slot in slots}
    row = [used.get(number, "") for number in range(max(used, default=-1) + 1)]
    codes = list(dict.fromkeys(["", *row]))
    wide = 1 if len(codes) <= len(SIGNS) else 2
    signs = {code: _sign(at, wide) for at, code in enumerate(codes)}
    return {"codes": codes, "row": "".join(signs[code] for code in row), "wide": wide}


def _sign(number: int, wide: int) -> str:
    high, low = divmod(number, len(SIGNS))
    return SIGNS[high] * (wide - 1) + SIGNS[low]


def _draws(quiz: QuizEntry, questions: Mapping[str, Given]) -> Draws:
    """What a quiz draws: how many questions at most, and the slots it draws from."""
    sources = {f"{name}/" for name in source_ids(quiz)}
    pool = (g.slot.number for name, g in questions.items() if _quiz_of(name) in sources)
    return Draws(sum(draw.count for draw in quiz.draws), tuple(pool))


def _quiz_of(record: str) -> str:
    """`QUIZ/` of `QUIZ/QUESTION`; a quiz's id may hold slashes, a question's is the rest."""
    return record[: record.rindex("/") + 1]
