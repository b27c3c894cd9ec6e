"""Saved state: what goes in comes out, within its budget, whatever an author did in between.

The browser's code runs in Node; courses, their registries and learners are made at random.
`COURSEWRIGHT_CASES` sets how many edit scripts there are.
"""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from builder.model.grading import GRADERS
from web.state.author import Author
from web.state.learner import record

PACK = Path(__file__).parent / "state" / "pack.mjs"
CASES = int(os.environ.get("COURSEWRIGHT_CASES", "40"))
NOON = 1_764_000_000_000
Facts = dict[str, dict[str, Any]]


def run(cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the browser's code makes of cases, see `pack.mjs`."""
    told = subprocess.run(
        ["node", str(PACK)], input=json.dumps(cases), capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    found: list[dict[str, Any]] = json.loads(told.stdout)
    return found


def answers(author: Author, rng: Random, marks: dict[str, str]) -> Facts:
    """Answers to nine of ten questions that lessons ask."""
    return {
        f"answer:{room.id}/{one.question.id}": {
            "at": NOON + rng.randrange(10**9),
            "value": record(rng, one.question, room.policy, marks[f"{room.id}/{one.question.id}"]),
        }
        for room in author.rooms
        for one in room.asked
        if rng.random() < 0.9
    }


def tries_told(code: str) -> int:
    return int(code.split("*")[1].rstrip("dukx"))


def as_kept(value: dict[str, Any], code: str) -> dict[str, Any]:
    """A record as saved state keeps it: tries beyond what is told apart are not counted."""
    kept = {**value, "tries": min(value["tries"], tries_told(code))}
    if kept.get("score") is not None:
        kept["score"] = pytest.approx(kept["score"], abs=1e-6)
    return kept


@cache
def packed() -> list[tuple[Author, dict[str, Any], Facts, dict[str, Any]]]:
    """Courses with all kinds of question, their maps, answers, and what became of these."""
    authors = [Author(seed, lessons=6) for seed in range(30)]
    maps = [author.map() for author in authors]
    facts = []
    for seed, (author, one) in enumerate(zip(authors, maps, strict=True)):
        marks = {name: question["of"] for name, question in one["questions"].items()}
        facts.append(answers(author, Random(seed), marks))
    sent = [{"map": m, "facts": f} for m, f in zip(maps, facts, strict=True)]
    return list(zip(authors, maps, facts, run(sent), strict=True))


def test_what_goes_in_comes_out():
    seen = set()
    for author, one, facts, out in packed():
        assert not out["damaged"]
        assert out["dropped"] == []
        asked = author.asked()
        for name, fact in facts.items():
            question = name.removeprefix("answer:")
            kept = as_kept(fact["value"], one["questions"][question]["code"]["c"])
            assert out["facts"][name]["value"] == kept, question
            seen.add(asked[question].question.type)
    assert seen == set(GRADERS)


def test_the_builder_knows_how_much_room_it_takes():
    for author, _, _, out in packed():
        assert len(out["text"].split(".")[0]) <= author.slots().worst_case()


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
    """A course with a learner's facts, and the course again after some edits."""

    def __init__(self, seed: int) -> None:
        rng = Random(f"edits {seed}")
        author = Author(seed, lessons=rng.randint(2, 6))
        self.before = author.map()
        marks = {name: question["of"] for name, question in self.before["questions"].items()}
        self.facts = answers(author, rng, marks) | progress(author, rng) | sat(author, rng, marks)
        self.asked, self.marks = author.asked(), marks
        self.rooms = {room.id: room.number for room in author.rooms}
        self.exam = author.exam.id
        self.edits = [author.edit() for _ in range(rng.randint(1, 8))]
        self.author, self.after = author, author.map()
        self.names = {one.number: name for name, one in author.asked().items()}
        self.now = {room.number: room.id for room in author.rooms}

    def case(self) -> dict[str, Any]:
        return {"map": self.before, "facts": self.facts, "then": self.after}

    def wanted(self) -> tuple[dict[str, Any], set[str]]:
        """The answers that must be there, by their names now, and the changed questions."""
        kept: dict[str, Any] = {}
        changed: set[str] = set()
        for kind in ("answer:", f"sat:{self.exam}/"):
            now = kind.replace(self.exam, self.author.exam.id)
            for name in [n.removeprefix(kind) for n in self.facts if n.startswith(kind)]:
                there = self.names.get(self.asked[name].number)
                if there is None:
                    continue
                if self.author.mark(there) == self.marks[name]:
                    kept[now + there] = self.facts[kind + name]["value"]
                else:
                    changed.add(there)
        return kept, changed


@cache
def lives() -> list[tuple[Life, dict[str, Any]]]:
    made = [Life(seed) for seed in range(CASES)]
    return list(zip(made, run([life.case() for life in made]), strict=True))


def test_edits_lose_no_answer_and_give_none_to_another_question():
    kinds, changes = set(), 0
    for life, out in lives():
        told = f"after {life.edits}"
        assert not out["damaged"], told
        wanted, changed = life.wanted()
        found = {
            n: f["value"] for n, f in out["facts"].items() if n.startswith(("answer:", "sat:"))
        }
        assert found.keys() == wanted.keys(), told
        for name, value in wanted.items():
            tries = min(value["tries"], found[name]["tries"]) or value["tries"]
            assert found[name] == {**as_scored(value), "tries": tries}, (told, name)
        assert set(out["dropped"]) == changed, told
        kinds |= set(life.edits)
        changes += len(changed)
    assert changes
    assert len(kinds) > 8


def as_scored(value: dict[str, Any]) -> dict[str, Any]:
    score = value.get("score")
    return value if score is None else {**value, "score": pytest.approx(score, abs=1e-6)}


def test_edits_keep_the_place_and_lower_no_status():
    for life, out in lives():
        facts, told = {n: f["value"] for n, f in out["facts"].items()}, f"after {life.edits}"
        were = {n: f["value"] for n, f in life.facts.items()}
        place = life.now.get(life.rooms[were["place:last"]["lesson"]])
        last = facts.get("place:last", {"lesson": None, "part": "end"})
        assert (last["lesson"], last["part"]) == (place, "end"), told
        assert (facts["rev:"], facts["seed:"]) == (were["rev:"], were["seed:"]), told
        for kind in ("done:", "seen:"):
            numbers = {life.rooms[n[len(kind) :]] for n in were if n.startswith(kind)}
            wanted = {f"{kind}{life.now[number]}" for number in numbers if number in life.now}
            assert {n for n in facts if n.startswith(kind)} >= wanted, told


def test_edits_keep_how_exams_went():
    for life, out in lives():
        told, exam = f"after {life.edits}", life.author.exam.id
        were = life.facts[f"sitting:{life.exam}"]["value"]
        now = out["facts"][f"sitting:{exam}"]["value"]
        assert (now["n"], now["scores"]) == (were["n"], were["scores"]), told
        assert ("ended" in now) == ("ended" in were), told
        if f"result:{life.exam}" in life.facts:
            before = life.facts[f"result:{life.exam}"]["value"]
            after = out["facts"][f"result:{exam}"]["value"]
            assert after["share"] == pytest.approx(before["share"]), told
            assert after["passed"] >= before["passed"], told
