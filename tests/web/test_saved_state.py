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
