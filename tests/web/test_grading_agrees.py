"""The browser and the builder mark alike, over random questions and answers of every type.

The key goes the whole way: from the model through the template into the HTML, and from there to
the browser's code. `COURSEWRIGHT_CASES` sets how many cases there are of each type.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from functools import cache, partial
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import pytest

from builder.model.grading import GRADERS, grade, solution
from builder.model.questions import Question
from builder.render.environment import environment
from builder.render.markup import block, inline, plain
from builder.render.questions import question_view
from builder.render.questions.base import Text
from builder.render.words import load_words
from web.kinds.draw import JUNK

CASES = int(os.environ.get("COURSEWRIGHT_CASES", "250"))
MARK = Path(__file__).with_name("mark.mjs")
PATH = "content/m/l.md"
TEXT = Text(partial(inline, path=PATH), partial(block, path=PATH), plain)


class _Key(HTMLParser):
    """What `takeKey` in web/questions/key.js reads from a page."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[dict[str, Any]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        if tag == "template":
            self.inside = own.get("class") == "key"
        if self.inside and tag == "li" and "data-i" in own:
            row = {"id": own["data-i"], "right": "data-correct" in own}
            row |= {"answer": own["data-answer"]} if "data-answer" in own else {}
            self.rows.append(
                row | ({"spec": json.loads(own["data-spec"] or "")} if "data-spec" in own else {})
            )

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "template"


@cache
def _pages() -> Any:
    return environment(), load_words("en")


def key_in_page(question: Question) -> list[dict[str, Any]]:
    """The rows of the key as a learner's browser gets them."""
    pages, words = _pages()
    view = question_view(question, "quiz", {}, TEXT)
    html = pages.get_template(view.template).render(q=view, t=words, number=1, total=1)
    reader = _Key()
    reader.feed(html)
    return reader.rows


def cases(kind: str, count: int) -> Iterator[tuple[Question, Any]]:
    """Questions of a type with answers: the right one, a near one, or junk."""
    rng = Random(kind)
    draw = import_module(f"web.kinds.{kind.replace('-', '_')}")
    while count > 0:
        question = draw.question(rng)
        answers = [draw.answer(rng, question) for _ in range(6)]
        for answer in (solution(question), rng.choice(JUNK), *answers)[:count]:
            yield question, answer
        count -= 2 + len(answers)


def browser_marks(given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the browser's code makes of `{type, rows, answer}`."""
    run = subprocess.run(
        ["node", str(MARK)], input=json.dumps(given), capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    marked: list[dict[str, Any]] = json.loads(run.stdout)
    return marked


@pytest.mark.parametrize("kind", GRADERS)
def test_builder_and_browser_mark_alike(kind: str) -> None:
    given = list(cases(kind, CASES))
    rows: dict[int, list[dict[str, Any]]] = {id(q): key_in_page(q) for q, _ in given}
    sent = [{"type": kind, "rows": rows[id(q)], "answer": a} for q, a in given]
    scores = set()
    for (question, answer), theirs in zip(given, browser_marks(sent), strict=True):
        ours = grade(question, answer)
        told = f"{question!r}\nanswered {answer!r}"
        assert theirs["score"] == pytest.approx(ours.score), told
        assert theirs["right"] == ours.right, told
        assert theirs["marks"] == [list(mark) for mark in ours.marks], told
        assert theirs["solution"] == solution(question), told
        scores.add(ours.score)
    assert len(scores) > 1 or scores == {None}
