"""What gives the right option away."""

import pytest

from builder.check import check_quiz
from builder.diagnostics import Level
from check.make import choice, in_question, of, option, quiz


def right(text):
    return option(text, True)


def test_an_absolute_word_in_a_wrong_option():
    found = in_question(
        "absolute-option", choice(right("Ask"), option("Never ask"), option("Wait"))
    )
    assert [f.level for f in found] == [Level.WARNING]
    assert "'Never'" in found[0].message


@pytest.mark.parametrize(
    "texts",
    [
        ("Always ask", "Never ask", "Wait"),
        ("Ask", "Ask not only once", "Wait"),
        ("Ask", "A read-only file", "Wait"),
        ("Ask", "Whatever", "Wait"),
    ],
)
def test_absolute_words_that_give_nothing_away(texts):
    first, *rest = texts
    assert not in_question("absolute-option", choice(right(first), *map(option, rest)))


def test_a_word_of_the_prompt_in_the_right_option_alone():
    asked = {"prompt": "What makes promises count?"}
    options = (right("That a promise is kept"), option("That it is written"), option("Luck"))
    (found,) = in_question("repeated-word", choice(*options, **asked))
    assert found.level is Level.INFO
    shared = (*options[:2], option("That a promise is public"))
    assert not in_question("repeated-word", choice(*shared, **asked))


def test_grammar_that_only_the_right_option_fits():
    options = (right("offer"), option("tie"), option("promise"))
    assert in_question("grammar-cue", choice(*options, prompt="This is called an"))
    assert in_question("grammar-cue", choice(*options, prompt="This is called an ____."))
    assert not in_question("grammar-cue", choice(*options, prompt="This is called a"))
    assert not in_question("grammar-cue", choice(*options, prompt="What is it called?"))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Ask.", "Wait", "Go"), True),
        (("Ask", "Wait.", "Go."), True),
        (("“Ask.”", "Wait", "Go"), True),
        (("Ask.", "Wait.", "Go"), False),
        (("Ask?", "Wait.", "Go."), False),
        (("Ask.", "Wait"), False),
    ],
)
def test_a_full_stop_that_stands_out(texts, found):
    first, *rest = texts
    asked = choice(right(first), *map(option, rest))
    assert bool(in_question("full-stop-cue", asked)) is found


@pytest.mark.parametrize(
    "text", ["A and B", "Both A and C", "A, B and D", "(A) or (B)", "A & B only"]
)
def test_an_option_that_combines_others(text):
    assert in_question("combined-option", choice(right("x"), option(text), option("y")))


def test_numbers_combine_only_where_the_prompt_counts():
    options = (right("1, 3"), option("1 and 2"), option("4, 5"))
    assert in_question("combined-option", choice(*options, prompt="1. Ask 2. Wait 3. Go"))
    assert not in_question("combined-option", choice(*options, prompt="Which point lies on it?"))
    assert not in_question(
        "combined-option", choice(right("Plan B"), option("A team"), option("x"))
    )


def test_opinions_of_little_worth_are_off_by_default():
    alike = (right("ask the old team first"), option("ask the old boss later"),
             option("tell the old team later"), option("see the new team first"))  # fmt: skip
    assert [f.level for f in of("converging-option", check_quiz(quiz(choice(*alike))))] == [
        Level.OFF
    ]
    hedged = choice(right("usually"), option("x"), option("y"))
    assert [f.level for f in of("hedged-option", check_quiz(quiz(hedged)))] == [Level.OFF]
