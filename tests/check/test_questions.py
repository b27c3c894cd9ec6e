from __future__ import annotations

import pytest

from builder.diagnostics import Level

from .make import QUIZ, at, choice, in_question, matching, option, ordering

QUESTION = at(3, 5, QUIZ)
RIGHT, WRONG = option("A promise", True), option("A contract", line=7)


def test_missing_prompt():
    (found,) = in_question("missing-prompt", choice(prompt=" \n"))
    assert (found.level, found.span) == (Level.ERROR, QUESTION)
    assert not in_question("missing-prompt", choice())


@pytest.mark.parametrize(
    ("question", "count"),
    [
        (choice(RIGHT), "1 option"),
        (ordering("One"), "1 item"),
        (ordering(), "0 items"),
        (matching([("A", "B")], ["B", "C"]), "1 pair"),
    ],
)
def test_few_options(question, count):
    (found,) = in_question("few-options", question)
    assert (found.level, found.span) == (Level.ERROR, QUESTION)
    assert found.message.endswith(count)


def test_matching_needs_something_to_choose():
    (found,) = in_question("few-options", matching([("A", "X"), ("B", "X")], ["X"]))
    assert "same partner" in found.message


@pytest.mark.parametrize(
    "question", [choice(), ordering("One", "Two"), matching([("A", "X"), ("B", "Y")], "XY")]
)
def test_enough_options(question):
    assert not in_question("few-options", question)


@pytest.mark.parametrize("kind", ["single-choice", "multiple-response", "true-false"])
def test_no_right_option(kind):
    wrong = option("B"), option("A")
    (found,) = in_question("no-right-option", choice(*wrong, kind=kind))
    assert (found.level, found.span) == (Level.ERROR, QUESTION)
    assert not in_question("no-right-option", choice(kind=kind))


def test_several_right_options():
    both = RIGHT, option("A word", True, line=8), WRONG
    (found,) = in_question("several-right-options", choice(*both))
    assert (found.level, found.span) == (Level.ERROR, QUESTION)
    assert [place.line for place, _ in found.see] == [6, 8]
    assert not in_question("several-right-options", choice(*both, kind="multiple-response"))


def test_no_wrong_option():
    right = RIGHT, option("A word", True, line=8)
    (found,) = in_question("no-wrong-option", choice(*right, kind="multiple-response"))
    assert (found.level, found.span) == (Level.ERROR, QUESTION)
    assert not in_question("no-wrong-option", choice(*right, WRONG, kind="multiple-response"))
    assert not in_question("no-wrong-option", choice(*right))


@pytest.mark.parametrize(
    "question",
    [
        choice(RIGHT, option("A  promise", line=7)),
        ordering("One", "One"),
        matching([("A", "X"), ("A", "Y")], ["X", "Y"]),
    ],
)
def test_same_option(question):
    (found,) = in_question("same-option", question)
    assert (found.level, found.span) == (Level.ERROR, at(7, 7, QUIZ))
    assert found.see[0][0] == at(6, 7, QUIZ)


def test_same_choice_of_a_matching():
    question = matching([("A", "X"), ("B", "Y")], ["X", "Y", "X"])
    assert [f.span for f in in_question("same-option", question)] == [QUESTION]


def test_similar_option():
    (found,) = in_question("similar-option", choice(RIGHT, option("a Promise.", line=7)))
    assert (found.level, found.span) == (Level.WARNING, at(7, 7, QUIZ))
    assert not in_question("similar-option", choice(RIGHT, option("A promise", line=7)))
    assert not in_question("similar-option", choice())


@pytest.mark.parametrize("options", [[RIGHT], [RIGHT, WRONG, option("Maybe")]])
def test_true_false(options):
    (found,) = in_question("true-false", choice(*options, kind="true-false"))
    assert (found.level, found.span) == (Level.ERROR, QUESTION)
    assert not in_question("true-false", choice(RIGHT, WRONG, kind="true-false"))
    assert not in_question("true-false", choice(*options))


def test_unknown_match():
    question = matching([("A", "Xylophon"), ("B", "Y")], ["Xylophone", "Y"])
    (found,) = in_question("unknown-match", question)
    assert (found.level, found.span) == (Level.ERROR, at(6, 7, QUIZ))
    assert found.hint == "did you mean 'Xylophone'?"
