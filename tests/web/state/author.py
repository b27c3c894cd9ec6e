"""A course as a model that an author edits at random, with its registry of ids kept along.

Every question has a number of its own beside its id, so that a test knows which is which whatever
it is called.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib import import_module
from random import Random
from typing import Any, NamedTuple

from builder.check import check_ids
from builder.diagnostics import Span
from builder.model.catalogue import Entry, lesson_entry, quiz_entry
from builder.model.course import Course, Module
from builder.model.grading import GRADERS
from builder.model.lesson import Lesson
from builder.model.parts import Ref
from builder.model.questions import Question
from builder.model.quiz import Draw, Keep, Mode, Policy, Quiz, Reveal
from builder.model.registry import Fate, Kind, Known, Registry, renewed, vanished, with_fate
from builder.pipeline.ids import _renamed
from builder.publish.lms.kept import known
from builder.publish.lms.slots import Slots, slots

AT = Span("x.yml", 1, 1)
TYPES = tuple(GRADERS)
POLICIES = (
    Policy(),
    Policy(),
    Policy(mode=Mode.CHECK, tries=2, reveal=Reveal.AFTER_TRIES),
    Policy(mode=Mode.CHECK, tries=5, reveal=Reveal.AFTER_TRIES, confidence=True, attempts=3),
    Policy(mode=Mode.EXAM, tries=1, reveal=Reveal.AT_END, shuffle=True),
    Policy(mode=Mode.EXAM, tries=1, reveal=Reveal.NEVER, keep=Keep.LAST),
)


class Asked(NamedTuple):
    """A question with its own number."""

    number: int
    question: Question


@dataclass
class Room:
    """A lesson with its quiz, both of the same id; a bank when it is no lesson."""

    number: int
    id: str
    asked: list[Asked]
    policy: Policy = field(default_factory=Policy)
    draws: tuple[Draw, ...] = ()


class Author:
    """The course, its registry, and edits by chance; the same seed makes the same."""

    def __init__(self, seed: int, lessons: int = 4, types: tuple[str, ...] = TYPES) -> None:
        self.chance = Random(seed)
        self.types = types
        self.count = 0
        self.rooms: list[Room] = []
        self.bank = Room(self._next(), "banks/b", [self._asked() for _ in range(5)])
        self.registry = Registry("content/ids.yml")
        for _ in range(lessons):
            self.add_lesson()
        self.exam = self.rooms[-1]
        self.exam.policy = POLICIES[4]
        self.exam.draws = (Draw(sources=(Ref("banks/b", AT),), count=3, span=AT),)
        self.register()

    def _next(self) -> int:
        self.count += 1
        return self.count

    def _asked(self) -> Asked:
        number = self._next()
        kind = self.chance.choice(self.types)
        draw = import_module(f"web.kinds.{kind.replace('-', '_')}")
        question = draw.question(self.chance)
        prompt = f"Question {number}"
        return Asked(number, replace(question, id=f"q{number}", prompt=prompt, span=AT))

    # What an author does.

    def edit(self) -> str:
        name = self.chance.choice(EDITS)
        getattr(self, name)()
        if self.chance.random() < 0.3:
            self.register()
        return name

    def add_lesson(self) -> None:
        asked = [self._asked() for _ in range(self.chance.randint(1, 4))]
        room = Room(self._next(), f"lesson-{self.count}", asked, self.chance.choice(POLICIES))
        self.rooms.insert(self.chance.randint(0, len(self.rooms)), room)

    def remove_lesson(self) -> None:
        rooms = [room for room in self.rooms if room is not self.exam]
        if len(rooms) > 1:
            self.rooms.remove(self.chance.choice(rooms))

    def rename_lesson(self) -> None:
        room = self.chance.choice(self.rooms)
        old, room.id = room.id, f"renamed-{self._next()}"
        self._rename(old, room.id)

    def reorder(self) -> None:
        self.chance.shuffle(self.rooms)
        self.chance.shuffle(self.chance.choice(self.rooms).asked)

    def add_question(self) -> None:
        room = self._room()
        room.asked.insert(self.chance.randint(0, len(room.asked)), self._asked())

    def remove_question(self) -> None:
        room = self._room()
        if len(room.asked) > 1:
            room.asked.remove(self.chance.choice(room.asked))

    def rename_question(self) -> None:
        room = self._room()
        at, (number, question) = self._question(room)
        new = f"named-{self._next()}"
        room.asked[at] = Asked(number, replace(question, id=new))
        self._rename(f"{room.id}/{question.id}", f"{room.id}/{new}")

    def reword(self) -> None:
        room = self._room()
        at, (number, question) = self._question(room)
        new = replace(question, prompt=f"{question.prompt} ({self._next()})")
        room.asked[at] = Asked(number, new)

    def retype(self) -> None:
        room = self._room()
        at, (number, question) = self._question(room)
        room.asked[at] = Asked(number, replace(self._asked().question, id=question.id))

    def touch(self) -> None:
        """What changes no meaning: a hint, points, feedback."""
        room = self._room()
        at, (number, question) = self._question(room)
        new = replace(
            question, hint=f"Hint {self._next()}", points=float(self.chance.randint(1, 4))
        )
        room.asked[at] = Asked(number, new)

    def rules(self) -> None:
        room = self.chance.choice([room for room in self.rooms if room is not self.exam])
        keyless = room.policy.reveal is Reveal.NEVER
        others = [p for p in POLICIES if (p.reveal is Reveal.NEVER) is keyless]
        room.policy = self.chance.choice(others)

    def _room(self) -> Room:
        return self.chance.choice([*self.rooms, self.bank])

    def _question(self, room: Room) -> tuple[int, Asked]:
        at = self.chance.randrange(len(room.asked))
        return at, room.asked[at]

    def _rename(self, old: str, new: str) -> None:
        """As `coursewright ids rename` does; what no build has seen yet needs no such thing."""
        if not any(slot.known.id == old for slot in self.registry.live().values()):
            return
        self.registry, _ = _renamed(self.registry, self._now(), old, new)

    def _now(self) -> list[Known]:
        return known(self.registry, self.course(), self)

    def register(self) -> None:
        """As `coursewright ids retire --all` and the next build do."""
        now = self._now()
        gone = [slot.number for slot in vanished(self.registry, now)]
        self.registry = with_fate(self.registry, gone, Fate.RETIRED)
        restored = {
            slot.number
            for name, slot in self.registry.retired().items()
            if name in {(k.kind, k.id) for k in now} and name not in self.registry.live()
        }
        self.registry = with_fate(self.registry, restored, Fate.LIVE)
        assert not list(check_ids(self.registry, "c", now))
        self.registry = renewed(self.registry, "c", now)

    # The course for the builder.

    def quizzes(self) -> dict[str, Quiz]:
        return {
            room.id: Quiz(
                id=room.id,
                path=f"quizzes/{room.id}.yml",
                title=room.id,
                questions=tuple(asked.question for asked in room.asked),
                span=AT,
                policy=room.policy,
                draws=room.draws,
            )
            for room in (*self.rooms, self.bank)
        }

    def quiz(self, quiz_id: str) -> Quiz | None:
        return self.quizzes().get(quiz_id)

    def entries(self) -> list[Entry]:
        return [
            lesson_entry(
                Lesson(
                    id=room.id, path=f"content/m/{room.id}.md", title=room.id,
                    body="", body_line=1, span=AT,
                ),
                "en",
            )
            for room in self.rooms
        ]  # fmt: skip

    def course(self) -> Course:
        module = Module(id="m", path="content/m", title="M", span=AT, lessons=tuple(self.entries()))
        return Course(
            id="c", title="C", language="en", span=AT, modules=(module,),
            quizzes=tuple(quiz_entry(quiz) for quiz in self.quizzes().values()),
        )  # fmt: skip

    def slots(self, part: set[int] | None = None) -> Slots:
        """The slots of a package of the whole course, or of the lessons with these numbers."""
        lessons = None if part is None else {room.id for room in self.rooms if room.number in part}
        return slots(self.registry, self.course(), self, lessons)

    def map(self, part: set[int] | None = None) -> dict[str, Any]:
        """As much of the map of a package as saved state needs."""
        given = self.slots(part)
        marks = {s.known.id: s.known.mark for s in self.registry.live().values()}
        rooms = [room for room in self.rooms if part is None or room.number in part]
        asking = [*rooms, self.bank] if self.exam in rooms else rooms
        asked = {f"{room.id}/{one.question.id}": one for room in asking for one in room.asked}
        return {
            "course": "c",
            "lessons": [
                {
                    "id": room.id, "title": room.id, "url": f"m/{room.id}.html",
                    "slot": given.lesson(room.id), "sections": [["start", "Start"], ["end", "End"]],
                }
                for room in rooms
            ],
            "questions": {
                name: {**given.question(name), "of": marks[name], "points": one.question.points}
                for name, one in asked.items()
            },
            "quizzes": given.quizzes,
            "retired": given.retired,
        }  # fmt: skip

    def asked(self) -> dict[str, Asked]:
        """Every question by the name of its record."""
        return {
            f"{room.id}/{asked.question.id}": asked
            for room in (*self.rooms, self.bank)
            for asked in room.asked
        }

    def mark(self, name: str) -> str:
        """What changes with the meaning of a question."""
        return self.registry.live()[Kind.QUESTION, name].known.mark


EDITS = (
    *("add_lesson", "remove_lesson", "rename_lesson", "reorder", "add_question"),
    *("remove_question", "rename_question", "reword", "retype", "touch", "rules"),
)
