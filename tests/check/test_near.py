from __future__ import annotations

import time

import pytest

from builder.check.near import Names, did_you_mean


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("cultivating-empathie", "cultivating-empathy"),
        ("Cultivating_Empathy", "cultivating-empathy"),
        ("trsut", "trust"),
        ("trust", None),
        ("zebra", None),
        ("", None),
        ("caf\u0065\u0301", "caf\u00e9"),
    ],
)
@pytest.mark.parametrize("others", [0, 2000])
def test_near(word, expected, others):
    names = [
        "cultivating-empathy",
        "trust",
        "caf\u00e9",
        *(f"number {n:04}" for n in range(others)),
    ]
    assert Names(names).near(word) == expected


def test_an_answer_does_not_depend_on_the_order_of_names():
    names = ["aaab", "aaac", "aaad"]
    assert Names(names).near("aaax") == Names(names[::-1]).near("aaax") == "aaab"


def test_did_you_mean_falls_back():
    assert did_you_mean("trsut", ["trust"]) == "did you mean 'trust'?"
    assert did_you_mean("zebra", ["trust"], "look it up") == "look it up"
    assert did_you_mean("zebra", []) == ""


def test_many_questions_among_many_names_stay_cheap():
    names = Names(f"lesson-{n:05}-about-trust" for n in range(5000))
    start = time.process_time()
    for n in range(1000):
        names.near(f"lesson-{n:05}-about-trustx")
    assert time.process_time() - start < 2
