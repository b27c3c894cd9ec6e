"""A learner's facts in a course, and the same course after some edits."""

from __future__ import annotations

from random import Random
from typing import Any

from web.state.author import Author
from web.state.learner import record

NOON = 1_764_000_000_000
Facts = dict[str, dict[str, Any]]


def answers(author: Author, rng: Random, marks: dict[str, str], share: float = 0.9) -> Facts:
    """Answers to a share of the questions that lessons ask."""
    return {
        f"answer:{room.id}/{one.question.id}": {
            "at": NOON + rng.randrange(10**9),
            "value": record(rng, one.question, room.policy, marks[f"{room.id}/{one.question.id}"]),
        }
        for room in author.rooms
        for one in room.asked
        if rng.random() < share
    }


def progress(author: Author, rng: Random) -> Facts:
    """Everything else that must not be lost: lessons, the place, how far quizzes are."""
    values: dict[str, Any] = {"rev:": 7, "seed:": rng.randrange(2**32)}
    for room in author.rooms:
        if rng.random() < 0.6:
            values[f"seen:{room.id}"] = NOON - rng.randrange(10**9)
            if rng.random() < 0.6:
                values[f"done:{room.id}"] = NOON - rng.randrange(10**9)
    here = rng.choice(author.rooms).id
    values["place:last"] = {"lesson": here, "title": "", "url": "", "part": "end", "name": ""}
    return {name: {"at": NOON, "value": value} for name, value in values.items()}


def sat(author: Author, rng: Random, marks: dict[str, str]) -> Facts:
    """An exam under way or over, with questions that it drew."""
    room = author.exam
    questions = {f"banks/b/{one.question.id}": one.question for one in author.bank.asked}
    drawn = rng.sample(sorted(questions), 2)
    asked = [f"{room.id}/{one.question.id}" for one in room.asked] + drawn
    sitting: dict[str, Any] = {"n": 2, "asked": asked, "scores": [0.5, 0.25]}
    values: dict[str, Any] = {f"sitting:{room.id}": sitting}
    if rng.random() < 0.5:
        sitting["ended"] = NOON - 5
        values[f"result:{room.id}"] = {"share": 0.5, "passed": rng.random() < 0.5, "n": 2}
    for name in drawn:
        made = record(rng, questions[name], room.policy, marks[name])
        values[f"sat:{room.id}/{name}"] = made
    return {name: {"at": NOON, "value": value} for name, value in values.items()}


class Life:
    """A course with a learner's facts, and the course again after some edits.

    Sometimes the package holds only some of the lessons, and others afterwards.
    """

    def __init__(self, seed: int) -> None:
        rng = Random(f"edits {seed}")
        author = Author(seed, lessons=rng.randint(2, 6))
        part = self._part(author, rng, 0.6) if rng.random() < 0.35 else None
        self.before = author.map(part)
        marks = {name: author.mark(name) for name in author.asked()}
        self.facts = answers(author, rng, marks) | progress(author, rng) | sat(author, rng, marks)
        self.asked, self.marks = author.asked(), marks
        self.rooms = {room.id: room.number for room in author.rooms}
        self.exam = author.exam.id
        self.edits = [author.edit() for _ in range(rng.randint(1, 8))]
        author.register()
        moved = part and {*(part ^ self._part(author, rng, 0.2)), author.exam.number}
        self.author, self.after = author, author.map(moved)
        self.names = {one.number: name for name, one in author.asked().items()}
        self.now = {room.number: room.id for room in author.rooms}

    @staticmethod
    def _part(author: Author, rng: Random, share: float) -> set[int]:
        some = {room.number for room in author.rooms if rng.random() < share}
        return {*some, author.exam.number}

    def case(self) -> dict[str, Any]:
        return {"map": self.before, "facts": self.facts, "then": self.after}

    def back(self) -> dict[str, Any]:
        """The way back: an older copy of the course reads what a newer one wrote."""
        marks = {name: self.author.mark(name) for name in self.author.asked()}
        facts = answers(self.author, Random("back"), marks)
        return {"map": self.after, "facts": facts, "then": self.before}

    def known_before(self, names: list[str]) -> set[str]:
        """Which of these questions, by their names now, the older copy has the very slot of; by
        their names then."""
        then = {one.number: name for name, one in self.asked.items()}
        now = self.author.asked()
        old, new = self.before["questions"], self.after["questions"]
        found = [(name, then.get(now[name].number)) for name in names if name in new]
        pairs = [(name, before) for name, before in found if before in old]
        return {before for name, before in pairs if new[name]["slot"] == old[before]["slot"]}

    def wanted(self) -> tuple[dict[str, Any], set[str]]:
        """The answers that must be there, by their names now, and the changed questions."""
        kept: dict[str, Any] = {}
        changed: set[str] = set()
        for kind in ("answer:", f"sat:{self.exam}/"):
            now = kind.replace(self.exam, self.author.exam.id)
            for name in [n.removeprefix(kind) for n in self.facts if n.startswith(kind)]:
                there = self.names.get(self.asked[name].number)
                if name not in self.before["questions"] or there not in self.after["questions"]:
                    continue
                if self.author.mark(there) == self.marks[name]:
                    kept[now + there] = self.facts[kind + name]["value"]
                else:
                    changed.add(there)
        return kept, changed
