"""What typed texts are worth."""

from __future__ import annotations

from dataclasses import replace

import pytest
from model.grading.typed import text

from builder.model.grading import grade, solution
from builder.model.grading.spelling import distance, folds, forgiven, tidy


def told(question, answer):
    mark = grade(question, answer).marks[0]
    return ("right" if mark.ok else "wrong") + (f" {mark.note}" if mark.note else "")


@pytest.mark.parametrize(
    "typed",
    [
        "trust",
        "  Trust ",
        "TRUST",
        "trust.",
        '"trust"',
        "\u201ctrust\u201d",
        "\uff54rust",
        "tru\u00adst",
        "trust\u00a0",
    ],
)
def test_what_never_counts(typed):
    assert told(text("trust"), typed) == "right"


@pytest.mark.parametrize(
    ("question", "typed", "came"),
    [
        (text("Kelvin"), "kelvin", "right"),
        (text("Kelvin", case=True), "kelvin", "wrong spelling"),
        (text("na\u00efve"), "naive", "right"),
        (text("na\u00efve"), "nai\u0308ve", "right"),
        (text("na\u00efve", accents=True), "naive", "wrong spelling"),
        (text("\u0142\u00f3d\u017a"), "LODZ", "right"),
        (text("don't know"), "don\u2019t  know", "right"),
        (text("C++"), "C++", "right"),
        (text("C"), "C++", "wrong"),
    ],
)
def test_case_accents_and_signs(question, typed, came):
    assert told(question, typed) == came


@pytest.mark.parametrize(
    ("typed", "hint", "accept"),
    [
        ("reliabel", "wrong spelling", "right spelling"),
        ("relible", "wrong spelling", "right spelling"),
        ("relibel", "wrong spelling", "wrong spelling"),
        ("liable", "wrong spelling", "wrong spelling"),
        ("label", "wrong", "wrong"),
    ],
)
def test_slips(typed, hint, accept):
    assert told(text("reliable"), typed) == hint
    assert told(text("reliable", typos="accept"), typed) == accept
    assert told(text("reliable", typos="wrong"), typed) == "wrong"


def test_short_words_and_numbers_forgive_nothing():
    assert told(text("cat", typos="accept"), "hat") == "wrong"
    assert told(text("in 1945", typos="accept"), "in 1946") == "wrong"
    assert [forgiven("x" * n) for n in (4, 5, 8, 9, 30)] == [0, 1, 1, 2, 2]


def test_a_slip_never_makes_a_listed_wrong_answer_right():
    question = text("affect", wrong=("effect",), typos="accept")
    assert told(question, "effect") == "wrong"
    assert told(question, "Effect.") == "wrong"
    assert grade(question, "efect").marks[0].why == "text/1"
    assert told(question, "xffect") == "wrong spelling"  # as close to one as to the other
    assert told(question, "affekt") == "right spelling"


def test_the_most_exact_agreement_decides():
    question = text("sch\u00f6n", wrong=("schon",))
    assert told(question, "sch\u00f6n") == "right"
    assert told(question, "SCHON") == "wrong"
    assert told(text("schon", wrong=("Schon",)), "Schon") == "wrong"


def test_a_pattern_holds_for_the_whole_answer_and_gives_way_to_listed_texts():
    question = text("colour", patterns="colou?rs?", wrong=("color",))
    assert told(question, "Colours") == "right"
    assert told(question, "the colours") == "wrong"
    assert grade(question, "color").marks[0].why == "text/2"
    assert told(replace(question, key=replace(question.key, case=True)), "COLOURS") == "wrong"
    assert told(question, "colour" * 50) == "wrong"


def test_part_of_the_credit():
    question = text("reliance", "trust")
    half = replace(question.key.variants[1], credit=0.5)
    question = replace(
        question, key=replace(question.key, variants=(question.key.variants[0], half))
    )
    outcome = grade(question, "trust")
    assert (outcome.score, outcome.right) == (0.5, False)
    assert solution(question) == "reliance"


@pytest.mark.parametrize("junk", [None, 3, [], ["trust"], {"text": "trust"}, "", "  ", "..."])
def test_no_answer_is_wrong(junk):
    assert told(text("trust"), junk) == "wrong"


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("ca", "abc", 3), ("kitten", "sitting", 3)],
)
def test_distance(one, other, far):
    assert distance(one, other) == distance(other, one) == far


def test_ways_to_compare_grow_more_lenient():
    ways = folds("\u00c9t\u00e9!", case=False, accents=False)
    assert ways == ("\u00c9t\u00e9!", "\u00c9t\u00e9", "\u00e9t\u00e9", "ete")
    assert folds("?", case=True, accents=True) == ("?", "?")
    assert tidy("a\u2028 \t b\u2026") == "a b..."
