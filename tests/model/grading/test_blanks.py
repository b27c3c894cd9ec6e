"""What texts with blanks are worth."""

from __future__ import annotations

import pytest
from model.grading.typed import AT, number, text

from builder.model.grading import grade, solution
from builder.model.questions import Blank, Cloze, MenuKey, Option

MENU = MenuKey(
    options=(
        Option(id="small", text="small", span=AT, correct=True),
        Option(id="big", text="big", span=AT, feedback="Too big."),
    )
)
QUESTION = Cloze(
    id="q",
    type="cloze",
    prompt="Fill in",
    span=AT,
    text="{{what}} grows from {{ size }} promises over {{years}} years.",
    blanks=(
        Blank(id="what", key=text("Trust").key, span=AT),
        Blank(id="size", key=MENU, span=AT),
        Blank(id="years", key=number(5).key, span=AT),
    ),
)


def test_gaps_stand_in_the_order_of_the_text():
    assert QUESTION.gaps() == ("what", "size", "years")


@pytest.mark.parametrize(
    ("answer", "right"),
    [
        ({"what": "trust", "size": "small", "years": "5"}, 3),
        ({"what": "trust", "size": "big", "years": "5"}, 2),
        ({"what": "trust", "size": "small"}, 2),
        ({"what": ["trust"], "size": None, "years": 5}, 0),
        ({}, 0),
        (None, 0),
        ("trust", 0),
    ],
)
def test_each_blank_counts_the_same(answer, right):
    outcome = grade(QUESTION, answer)
    assert outcome.score == pytest.approx(right / 3)
    assert outcome.right == (right == 3)


def test_the_solution_is_right():
    assert solution(QUESTION) == {"what": "Trust", "size": "small", "years": "5"}
    assert grade(QUESTION, solution(QUESTION)).right


def test_each_blank_says_why():
    marks = grade(QUESTION, {"what": "Turst", "size": "big", "years": "6"}).marks
    assert [(mark.why, mark.note) for mark in marks] == [
        ("", "spelling"),
        ("size/big", ""),
        ("", ""),
    ]
