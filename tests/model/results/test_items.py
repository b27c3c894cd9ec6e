"""Figures of items: known values, planted faults, and silence where there are too few."""

from __future__ import annotations

import random
from statistics import pvariance

import pytest

from builder.model.results import FEW, Sheet, When, item_figures, kr20
from builder.model.results.items import correlation

ITEMS = tuple(f"q{number}" for number in range(12))


def cohort(seed: int, people: int, flipped: str = "") -> list[Sheet]:
    """People of different ability on items of different difficulty; `flipped` has a wrong key."""
    dice = random.Random(seed)
    sheets = []
    for person in range(people):
        ability = dice.gauss(0, 1)
        scores = {}
        for at, item in enumerate(ITEMS):
            right = ability + dice.gauss(0, 1) > (at - 6) / 6
            scores[item] = float(right != (item == flipped))
        sheets.append(Sheet(f"p{person}", When.ONLY, scores))
    return sheets


def test_a_wrong_key_is_found_in_a_hundred_cohorts() -> None:
    found = 0
    for seed in range(100):
        rows = item_figures(ITEMS, cohort(seed, 100, flipped="q5"), {})
        found += any("check the key" in remark for remark in rows[5].remarks)
    assert found == 100


def test_sound_items_are_not_accused_of_a_wrong_key() -> None:
    rows = [row for seed in range(20) for row in item_figures(ITEMS, cohort(seed, 100), {})]
    accused = [row for row in rows if any("check the key" in remark for remark in row.remarks)]
    assert accused == []


def test_difficulty_is_the_mean_score_of_those_who_answered() -> None:
    sheets = [
        Sheet("a", When.ONLY, {"q": 1.0}),
        Sheet("b", When.ONLY, {"q": 0.5}),
        Sheet("c", When.ONLY, {}),
    ]
    (row,) = item_figures(["q"], sheets, {})
    assert (row.count, row.difficulty) == (2, 0.75)


def test_below_thirty_sheets_nothing_is_claimed() -> None:
    few, enough = cohort(1, FEW - 1), cohort(1, FEW)
    assert all(
        row.discrimination is None and "too few" in row.remarks[0]
        for row in item_figures(ITEMS, few, {})
    )
    assert all(row.discrimination is not None for row in item_figures(ITEMS, enough, {}))


def test_an_item_nobody_answered_is_said_to_be_one() -> None:
    (row,) = item_figures(["q"], [Sheet("a", When.ONLY, {})], {})
    assert row.difficulty is None
    assert row.remarks == ("nobody answered",)


def test_a_letter_nobody_chose_is_named() -> None:
    letters = "A" * 25 + "B" * 14 + "D"
    sheets = [
        Sheet(str(n), When.ONLY, {"q": float(c == "A")}, {"q": c}) for n, c in enumerate(letters)
    ]
    (row,) = item_figures(["q"], sheets, {"q": "A"})
    assert row.idle == ("C", "D")


def test_kr20_is_the_formula_of_its_name_on_right_and_wrong() -> None:
    sheets = cohort(3, 60)
    totals = [sum(sheet.scores.values()) for sheet in sheets]
    p = [sum(sheet.scores[item] for sheet in sheets) / 60 for item in ITEMS]
    expected = 12 / 11 * (1 - sum(x * (1 - x) for x in p) / pvariance(totals))
    found = kr20(ITEMS, sheets)
    assert found is not None
    assert found.kr20 == pytest.approx(expected)
    assert found.error == pytest.approx((pvariance(totals) * (1 - expected)) ** 0.5)


@pytest.mark.parametrize(("people", "items"), [(FEW - 1, 12), (FEW, 9)])
def test_a_short_test_or_a_small_group_has_no_reliability(people: int, items: int) -> None:
    assert kr20(ITEMS[:items], cohort(1, people)) is None


def test_correlation_of_known_numbers() -> None:
    assert correlation([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert correlation([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)
    assert correlation([1, 1, 1], [1, 2, 3]) is None
