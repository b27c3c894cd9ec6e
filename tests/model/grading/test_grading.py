"""Marks and partial credit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.diagnostics import Span
from builder.model.grading import GRADERS, Outcome, grade, quiz_score, solution
from builder.model.questions import Choice, Matching, Option, Ordering, Pair, Question

AT = Span("quizzes/a.yml", 1, 1)


def options(*marked: str) -> tuple[Option, ...]:
    """Options by id; a star makes one right."""
    return tuple(Option(id=m.strip("*"), text=m, span=AT, correct=m.endswith("*")) for m in marked)


ONE = Choice(id="q", type="single-choice", prompt="?", span=AT, options=options("a", "b*"))
SEVERAL = Choice(
    id="q", type="multiple-response", prompt="?", span=AT, options=options("a*", "b*", "c", "d")
)
ORDER = Ordering(id="q", type="ordering", prompt="?", span=AT, options=options("a", "b", "c"))
MATCH = Matching(
    id="q",
    type="matching",
    prompt="?",
    span=AT,
    pairs=(
        Pair(id="x", text="x", answer="X", span=AT),
        Pair(id="y", text="y", answer="Y", span=AT),
    ),
    choices=("X", "Y", "Z"),
)


@pytest.mark.parametrize(
    ("question", "answer", "score"),
    [
        (ONE, "b", 1),
        (ONE, "a", 0),
        (ONE, ["a", "b"], 0),
        (SEVERAL, ["a", "b"], 1),
        (SEVERAL, ["a"], 0.5),
        (SEVERAL, ["a", "c"], 0),
        (SEVERAL, ["a", "b", "c"], 0.5),
        (SEVERAL, ["c", "d"], 0),
        (ORDER, ["a", "b", "c"], 1),
        (ORDER, ["a", "c", "b"], 1 / 3),
        (MATCH, {"x": "X", "y": "Z"}, 0.5),
        (MATCH, {"x": "X", "y": "Y", "z": "Z"}, 1),
    ],
)
def test_partial_credit(question: Question, answer: object, score: float) -> None:
    outcome = grade(question, answer)
    assert outcome.score == pytest.approx(score)
    assert outcome.right == (score == 1)


@pytest.mark.parametrize("question", [ONE, SEVERAL, ORDER, MATCH], ids=lambda q: q.type)
def test_the_solution_is_right(question: Question) -> None:
    assert grade(question, solution(question)).score == 1


@pytest.mark.parametrize("junk", [None, 3, True, {}, [], [[]], [None, 1], {"x": ["X"]}, "no such"])
@pytest.mark.parametrize("question", [ONE, SEVERAL, ORDER, MATCH], ids=lambda q: q.type)
def test_an_answer_of_the_wrong_shape_is_no_answer(question: Question, junk: object) -> None:
    assert grade(question, junk).score == 0


def test_nothing_right_to_choose_is_right_when_nothing_is_chosen() -> None:
    none = replace(SEVERAL, options=options("a", "b"))
    assert solution(none) == []
    assert grade(none, []).score == 1
    assert grade(none, ["a"]).score == 0


def test_points_weigh_and_what_has_no_score_does_not_count() -> None:
    full, half, none = (Outcome(score, score == 1, ()) for score in (1.0, 0.5, None))
    assert quiz_score([(1, full), (3, half), (5, none)]) == pytest.approx(2.5 / 4)
    assert quiz_score([(1, none)]) is None


def test_every_kind_of_question_is_marked() -> None:
    from builder.read.questions import READERS

    assert set(READERS) == set(GRADERS)
