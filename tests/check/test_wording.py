from __future__ import annotations

import pytest

from builder.diagnostics import Level

from .make import QUIZ, at, choice, in_question, matching, option, ordering

QUESTION = at(3, 5, QUIZ)
RIGHT = option("A promise", True)


def test_missing_feedback_of_one_option():
    (found,) = in_question("missing-feedback", choice(RIGHT, option("No", feedback=" ", line=7)))
    assert (found.level, found.span) == (Level.WARNING, at(7, 7, QUIZ))


@pytest.mark.parametrize(
    "question",
    [
        choice(option("A", True, ""), option("B", feedback="")),
        matching([("A", "X"), ("B", "Y")], ["X", "Y"], feedback=""),
    ],
)
def test_missing_feedback_altogether_is_said_once(question):
    (found,) = in_question("missing-feedback", question)
    assert found.span == QUESTION


def test_feedback_of_the_question_is_enough():
    silent = choice(option("A", True, ""), option("B", feedback=""), feedback="Because.")
    assert not in_question("missing-feedback", silent)
    assert not in_question("missing-feedback", ordering("One", "Two"))


@pytest.mark.parametrize(
    "text",
    ["All of the above", "All of these answers.", "Both of them", "all  above", "All are correct"],
)
def test_all_of_the_above(text):
    (found,) = in_question("all-of-the-above", choice(RIGHT, option(text, line=7)))
    assert (found.level, found.span) == (Level.WARNING, at(7, 7, QUIZ))


@pytest.mark.parametrize("text", ["None of the above.", "Neither of these", "none are true"])
def test_none_of_the_above(text):
    (found,) = in_question("none-of-the-above", choice(RIGHT, option(text, line=7)))
    assert (found.level, found.span) == (Level.INFO, at(7, 7, QUIZ))


@pytest.mark.parametrize(
    "text", ["All of the people who trust you", "None of the others had time", "All", "Above all"]
)
def test_options_that_only_begin_like_that(text):
    question = choice(RIGHT, option(text, line=7))
    assert not in_question("all-of-the-above", question)
    assert not in_question("none-of-the-above", question)


def test_long_right_option():
    right = option("One two three four", True)
    (found,) = in_question("long-right-option", choice(right, option("x" * 13)))
    assert (found.level, found.span) == (Level.INFO, at(6, 7, QUIZ))


@pytest.mark.parametrize(
    "options",
    [
        [option("One two three four", True), option("x" * 14)],
        [option("One two threeeeeee", True), option("x")],
        [option("One two three four", True), option("Two or three or four", True), option("x")],
    ],
)
def test_right_options_of_fitting_length(options):
    assert not in_question("long-right-option", choice(*options))


@pytest.mark.parametrize(
    "text",
    [
        "Option B is wrong.",
        "See the second answer.",
        "The last option says why",
        "as answer (C) says",
        "options A and D",
        "choice 2",
        "the answers above",
    ],
)
def test_position_named(text):
    told = choice(RIGHT, option("A contract", feedback=text, line=7))
    (found,) = in_question("position-named", told)
    assert (found.level, found.span) == (Level.ERROR, at(7, 7, QUIZ))
    assert [f.span for f in in_question("position-named", choice(prompt=text))] == [QUESTION]
    assert [f.span for f in in_question("position-named", choice(feedback=text))] == [QUESTION]


@pytest.mark.parametrize(
    "text",
    [
        "You answer a question with care.",
        "The second thing to do",
        "This has answers 3 people gave.",
        "option 1.5 of the norm",
        "The table above",
        "answer Anna first",
    ],
)
def test_texts_that_name_no_position(text):
    assert not in_question("position-named", choice(feedback=text))


def test_positions_are_fine_without_shuffling_and_among_labels():
    assert not in_question("position-named", choice(feedback="Option B", shuffle=False))
    labels = choice(option("A", True), option("B)"), feedback="Option B")
    assert not in_question("position-named", labels)
