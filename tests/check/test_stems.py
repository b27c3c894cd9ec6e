"""How the prompt of a question is worded."""

import pytest

from builder.diagnostics import Level

from .make import choice, in_question, matching


@pytest.mark.parametrize(
    "prompt",
    [
        "Which of these is not a tie?",
        "What isn't part of trust?",
        "All of these help, except which?".replace("All of these", "Which of these all"),
        "Choose the reply that helps least.",
        "Which statement is false?",
    ],
)
def test_a_negative_question(prompt):
    (found,) = in_question("negative-stem", choice(prompt=prompt))
    assert found.level is Level.WARNING


@pytest.mark.parametrize(
    "prompt", ["Which of these is NOT a tie?", "Which is **not** one?", "Which is *least* useful?"]
)
def test_a_negative_question_that_says_so_clearly(prompt):
    assert not in_question("negative-stem", choice(prompt=prompt))
    assert in_question("marked-negative-stem", choice(prompt=prompt))[0].level is Level.INFO


@pytest.mark.parametrize(
    "prompt",
    [
        "What happens if it is not balanced?",
        "What do you say to somebody who does not answer?",
        "You do not know the answer. What do you say?",
        "Why not ask first, and what follows?",
        "Which of these helps at least one person?",
        "What is said not only to friends?",
        "What does `x is not None` test?",
        "Is this true or not?",
    ],
)
def test_a_negative_case_is_no_negative_question(prompt):
    assert not in_question("negative-stem", choice(prompt=prompt))
    assert not in_question("marked-negative-stem", choice(prompt=prompt))


def test_a_prompt_that_asks_nothing():
    assert in_question("unfocused-stem", choice(prompt="Close ties"))
    for prompt in (
        "Why?",
        "Close ties are:",
        "Close ties ____",
        "Close ties are the ones you have",
    ):
        assert not in_question("unfocused-stem", choice(prompt=prompt))
    assert not in_question("unfocused-stem", choice(prompt="信任的基础"))
    assert not in_question("unfocused-stem", matching([("a", "b")], ["b", "c"]))
    assert not in_question("unfocused-stem", choice(prompt=""))


def test_a_long_prompt():
    assert in_question("long-stem", choice(prompt="word " * 61))
    assert not in_question("long-stem", choice(prompt="word " * 60))
    assert not in_question("long-stem", choice(prompt="What? ```\n" + "word " * 99 + "\n```"))


def test_a_blank_inside():
    assert in_question("blank-inside", choice(prompt="Trust grows from ____ promises."))
    assert not in_question("blank-inside", choice(prompt="Trust grows from kept ____."))
