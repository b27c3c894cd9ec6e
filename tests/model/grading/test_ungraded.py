"""Surveys and reflections, which nothing can be wrong with, and confidence."""

from __future__ import annotations

import pytest

from builder.diagnostics import Span
from builder.model.grading import grade, solution
from builder.model.questions import (
    OUTCOMES,
    SINGLE,
    Confidence,
    Criterion,
    Option,
    Reflection,
    Survey,
)

AT = Span("quizzes/a.yml", 1, 1)


def options(*ids: str) -> tuple[Option, ...]:
    return tuple(Option(id=i.strip("*"), text=i, span=AT, correct="*" in i) for i in ids)


SURVEY = Survey(
    id="s", type="survey", prompt="?", span=AT, rows=options("r", "s"), scale=options("no", "yes")
)
REFLECTION = Reflection(
    id="r",
    type="reflection",
    prompt="?",
    span=AT,
    rubric=(Criterion(id="c", text="c", span=AT, levels=options("low", "high")),),
)
SURE = Confidence(id="q", type="confidence", prompt="?", span=AT, options=options("a", "b*"))
JUNK = [None, 3, "r", [], [[]], {"r": ["no"]}, {"r": {}}, {"text": 4, "rubric": "c"}]


@pytest.mark.parametrize("answer", [*JUNK, {"r": "no"}, {"r": "yes", "s": "yes"}])
def test_no_answer_to_a_survey_is_wrong(answer):
    outcome = grade(SURVEY, answer)
    assert (outcome.score, outcome.right) == (None, True)


def test_a_row_of_a_survey_is_chosen_when_it_was_answered():
    marks = grade(SURVEY, {"r": "no", "s": "maybe"}).marks
    assert [(m.id, m.chosen) for m in marks] == [("r", True), ("s", False)]


def test_a_survey_may_ask_its_prompt_alone():
    row = Option(id=SINGLE, text="", span=AT)
    assert Survey(id="s", type="survey", prompt="?", span=AT, rows=(row,), scale=()).single
    assert not SURVEY.single


@pytest.mark.parametrize("answer", [*JUNK, {"text": "Long ago", "rubric": {"c": "high"}}])
def test_no_reflection_is_wrong(answer):
    outcome = grade(REFLECTION, answer)
    assert (outcome.score, outcome.right) == (None, True)


def test_a_criterion_is_chosen_when_it_has_a_level():
    (mark,) = grade(REFLECTION, {"text": "x", "rubric": {"c": "high"}}).marks
    assert mark.chosen
    (mark,) = grade(REFLECTION, {"text": "x", "rubric": {"c": "highest"}}).marks
    assert not mark.chosen


@pytest.mark.parametrize("question", [SURVEY, REFLECTION])
def test_what_is_not_graded_has_a_solution_that_says_nothing(question):
    assert not any(mark.chosen for mark in grade(question, solution(question)).marks)


@pytest.mark.parametrize("sure", [1, 2, 3, None, "very"])
def test_being_sure_earns_nothing_and_costs_nothing(sure):
    assert grade(SURE, {"option": "b", "sure": sure}).score == 1
    assert grade(SURE, {"option": "a", "sure": sure}).score == 0


@pytest.mark.parametrize("junk", [*JUNK, "b", {"option": None}, {"option": {}}])
def test_without_an_option_nothing_is_right(junk):
    assert grade(SURE, junk).score == 0


def test_the_solution_leaves_open_how_sure_one_is():
    assert solution(SURE) == {"option": "b"}


def test_there_is_a_word_for_every_outcome():
    assert OUTCOMES[0] == "guess_right"
    assert len(set(OUTCOMES)) == 6
