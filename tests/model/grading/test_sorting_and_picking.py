"""Marks of things put into columns, and of regions and pieces picked."""

from __future__ import annotations

import pytest

from builder.diagnostics import Span
from builder.model.grading import grade, solution
from builder.model.parts import Picture
from builder.model.questions import Highlight, Hotspot, Option, Region, Sorting, SortRow

AT = Span("quizzes/a.yml", 1, 1)


def options(*marked: str) -> tuple[Option, ...]:
    return tuple(Option(id=m.strip("*"), text=m, span=AT, correct=m.endswith("*")) for m in marked)


def row(name: str, *right: str) -> SortRow:
    return SortRow(id=name, text=name, span=AT, named=(), right=right)


def sorting(*rows: SortRow, several: bool = False) -> Sorting:
    return Sorting(
        id="q",
        type="matrix" if several else "categorise",
        prompt="?",
        span=AT,
        columns=options("a", "b"),
        rows=rows,
        several=several,
    )


def hotspot(*marked: str) -> Hotspot:
    return Hotspot(
        id="q",
        type="hotspot",
        prompt="?",
        span=AT,
        picture=Picture("a.png", "A", AT),
        options=options(*marked),
        regions=(Region(0, 0, 10, 10),) * len(marked),
    )


ONE_EACH = sorting(row("x", "a"), row("y", "b"), row("z", "b"))
SEVERAL = sorting(row("x", "a", "b"), row("y", "b"), several=True)
TEXT = Highlight(
    id="q",
    type="highlight",
    prompt="?",
    span=AT,
    text="[[c*]] [[d*]] [[e]] [[f]]",
    options=options("c*", "d*", "e", "f"),
)


@pytest.mark.parametrize(
    ("question", "answer", "score"),
    [
        (ONE_EACH, {"x": "a", "y": "b", "z": "b"}, 1),
        (ONE_EACH, {"x": "a", "y": "a", "z": "b"}, 2 / 3),
        (ONE_EACH, {"x": "a"}, 1 / 3),
        (ONE_EACH, {"x": ["a", "b"], "y": ["b"], "z": None}, 1 / 3),
        (ONE_EACH, ["a", "b", "b"], 0),
        (ONE_EACH, None, 0),
        (SEVERAL, {"x": ["b", "a"], "y": ["b"]}, 1),
        (SEVERAL, {"x": ["a"], "y": ["b", "a"]}, 0),
        (SEVERAL, {"x": ["a", "b", "b"], "y": "b"}, 1),
        (TEXT, ["c", "d"], 1),
        (TEXT, ["c"], 0.5),
        (TEXT, ["c", "d", "e"], 0.5),
        (TEXT, ["c", "e", "f"], 0),
        (TEXT, {}, 0),
        (hotspot("c*", "d"), ["c"], 1),
        (hotspot("c*", "d"), ["d"], 0),
        (hotspot("c*", "d*", "e"), ["d"], 0.5),
    ],
)
def test_partial_credit(question, answer, score):
    outcome = grade(question, answer)
    assert outcome.score == pytest.approx(score)
    assert outcome.right == (score == 1)


def test_solutions_have_the_shape_of_an_answer():
    assert solution(ONE_EACH) == {"x": "a", "y": "b", "z": "b"}
    assert solution(SEVERAL) == {"x": ["a", "b"], "y": ["b"]}
    assert solution(TEXT) == ["c", "d"]
    assert solution(hotspot("c*", "d")) == ["c"]


def test_a_row_that_belongs_to_no_column_there_is_has_no_solution():
    assert solution(sorting(row("x"), row("y", "b"))) == {"y": "b"}
