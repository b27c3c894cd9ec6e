"""Answers outlive an author's edits: over random edit scripts, every answer to a question that
still means the same is shown with it, and none is ever shown with another one.

The fingerprints are those of the pages, the memory is the browser's own code.
`COURSEWRIGHT_CASES` sets how many scripts there are.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

from builder.model.questions import Choice, Question
from builder.render.markup import block, inline, plain
from builder.render.questions import question_view
from builder.render.questions.base import Text

SCRIPTS = int(os.environ.get("COURSEWRIGHT_CASES", "100"))
RUN = Path(__file__).with_name("edits.mjs")
KINDS = ("single_choice", "multiple_response", "true_false", "ordering", "matching")
TEXT = Text(partial(inline, path="content/m/l.md"), partial(block, path="content/m/l.md"), plain)


@dataclass
class Asked:
    """A question under edit; `meaning` changes exactly when an edit changes what is asked."""

    question: Question
    meaning: str
    fingerprint: str = ""

    def __post_init__(self) -> None:
        self.fingerprint = question_view(self.question, "quiz", {}, TEXT).fingerprint


@dataclass
class Author:
    """Edits a quiz at random."""

    chance: Random
    quiz: list[Asked] = field(default_factory=list)
    made: int = 0

    def fresh(self) -> str:
        self.made += 1
        return f"meaning {self.made}"

    def insert(self) -> None:
        """A new question, now and then under a name that another one once had."""
        draw = import_module(f"web.kinds.{self.chance.choice(KINDS)}")
        name = f"q{self.chance.randrange(8)}"
        if name not in [asked.question.id for asked in self.quiz]:
            question = replace(draw.question(self.chance), id=name, prompt=f"New {self.made}?")
            self.quiz.insert(self.chance.randint(0, len(self.quiz)), Asked(question, self.fresh()))

    def delete(self) -> None:
        self.quiz.remove(self.chance.choice(self.quiz))

    def reorder(self) -> None:
        self.chance.shuffle(self.quiz)

    def rename(self) -> None:
        """Another name, or two questions that exchange theirs."""
        names = [f"q{n}" for n in range(8)]
        chosen = self.chance.choice(self.quiz)
        name, old = self.chance.choice(names), chosen.question.id
        for asked in self.quiz:
            if asked.question.id == name and asked is not chosen:
                self.put(asked, replace(asked.question, id=old), asked.meaning)
        self.put(chosen, replace(chosen.question, id=name), chosen.meaning)

    def reword(self) -> None:
        """Hint, feedback and section are no part of what is asked."""
        chosen = self.chance.choice(self.quiz)
        question = replace(chosen.question, hint=self.fresh(), feedback="*Why*", points=3.0)
        if isinstance(question, Choice):
            told = tuple(replace(option, feedback="Other words") for option in question.options)
            question = replace(question, options=told)
        self.put(chosen, question, chosen.meaning)

    def restate(self) -> None:
        chosen = self.chance.choice(self.quiz)
        meaning = self.fresh()
        self.put(chosen, replace(chosen.question, prompt=f"In other words, {meaning}?"), meaning)

    def rekey(self) -> None:
        """Another right answer, or another option."""
        chosen = self.chance.choice(self.quiz)
        if isinstance(chosen.question, Choice):
            first, *rest = chosen.question.options
            meaning = self.fresh()
            first = replace(first, correct=not first.correct, text=f"{first.text}{self.made}")
            question = replace(chosen.question, options=(first, *rest))
            self.put(chosen, question, meaning)

    def put(self, chosen: Asked, question: Question, meaning: str) -> None:
        at = [asked is chosen for asked in self.quiz].index(True)
        self.quiz[at] = Asked(question, meaning)

    def edit(self) -> None:
        edits: list[Callable[[], None]] = [self.insert]
        if self.quiz:
            edits += [self.insert, self.delete, self.reorder, self.rename]
            edits += [self.reword, self.restate, self.rekey]
        self.chance.choice(edits)()


def script(seed: int) -> list[tuple[list[Asked], list[Asked]]]:
    """Versions of a quiz, each with the questions that are answered then."""
    author = Author(Random(seed))
    versions = []
    for _ in range(author.chance.randint(2, 8)):
        for _ in range(author.chance.randint(1, 6)):
            author.edit()
        answered = [asked for asked in author.quiz if author.chance.random() < 0.6]
        versions.append((list(author.quiz), answered))
    return versions


def replayed(scripts: list[list[tuple[list[Asked], list[Asked]]]]) -> list[list[dict[str, Any]]]:
    told = [
        {
            "versions": [
                {
                    "questions": [[a.question.id, a.fingerprint] for a in quiz],
                    "answered": [[a.question.id, a.meaning] for a in answered],
                }
                for quiz, answered in versions
            ]
        }
        for versions in scripts
    ]
    run = subprocess.run(
        ["node", str(RUN)], input=json.dumps(told), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    seen: list[list[dict[str, Any]]] = json.loads(run.stdout)
    return seen


def test_answers_stay_with_what_they_answer():
    scripts = [script(seed) for seed in range(SCRIPTS)]
    kept = told = 0
    for versions, seen in zip(scripts, replayed(scripts), strict=True):
        given: dict[str, None] = {}
        holder: dict[str, str] = {}
        for (quiz, answered), page in zip(versions, seen, strict=True):
            for asked in quiz:
                shown = page["shown"].get(asked.question.id)
                if asked.meaning in given:
                    assert shown == asked.meaning, "an answer to an unchanged question is gone"
                    kept += 1
                else:
                    assert shown is None, "an answer is shown with another question"
            assert set(page["aside"]) <= set(given)
            assert not set(page["changed"]) & set(page["shown"]), "it starts fresh"
            told += len(page["changed"])
            meanings = [asked.meaning for asked in quiz]
            for asked in quiz:
                before = holder.get(asked.question.id)
                if before and before not in meanings and asked.meaning not in given:
                    assert asked.question.id in page["changed"], "the learner is told of a change"
                    assert before in page["aside"], "what was put aside is kept"
            given.update({a.meaning: None for a in answered})
            holder = {a.question.id: a.meaning for a in quiz if a.meaning in given}
    assert kept > SCRIPTS
    assert told > SCRIPTS / 4
