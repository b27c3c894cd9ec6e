"""Habits that show only over many questions."""

from dataclasses import replace
from math import comb, exp

import pytest

from builder.check import check_quiz
from builder.check.statistics import at_least, chi_square_tail
from builder.model.questions import Waiver

from .make import at, choice, course, in_course, lesson, of, option, quiz


def test_the_tail_is_exact():
    chances = [0.25] * 10
    wanted = sum(comb(10, k) * 0.25**k * 0.75 ** (10 - k) for k in range(5, 11))
    assert at_least(5, chances) == pytest.approx(wanted)
    assert at_least(0, chances) == pytest.approx(1)
    assert at_least(11, chances) == 0
    assert at_least(2, [0.5, 0.2]) == pytest.approx(0.1)


def test_the_chi_square_tail():
    assert chi_square_tail(4.0, 2) == pytest.approx(exp(-2))
    assert chi_square_tail(11.345, 3) == pytest.approx(0.01, abs=1e-4)
    assert chi_square_tail(0, 3) == 1
    assert chi_square_tail(5000, 3) == pytest.approx(0)


@pytest.mark.parametrize(("items", "needed"), [(20, 9), (30, 13), (60, 22)])
def test_as_many_as_the_definition_needs(items, needed):
    """With four options: the smallest number that chance explains in less than one case in 20."""
    chances = [0.25] * items
    assert at_least(needed, chances) < 0.05 <= at_least(needed - 1, chances)


def question(number, longest, place=0, shuffle=True):
    texts = ["Ask a", "Ask b", "Ask c"]
    if longest:
        texts[place] += " and wait"
    else:
        texts[(place + 1) % 3] += " and wait"
    options = tuple(option(text, i == place) for i, text in enumerate(texts))
    prompt = f"Number {number}: " + "abcdefghijklmnopqrstuvwxyz"[number % 26] * 30 + "?"
    return choice(*options, id=f"q{number}", prompt=prompt, shuffle=shuffle, span=at(number + 1))


def test_the_longest_is_right_too_often():
    told = of("longest-is-right", check_quiz(quiz(*(question(n, n < 14) for n in range(20)))))
    assert len(told) == 1
    assert "14 of 20" in told[0].message
    assert not of("longest-is-right", check_quiz(quiz(*(question(n, n < 9) for n in range(20)))))
    assert not of("longest-is-right", check_quiz(quiz(*(question(n, True) for n in range(19)))))


def test_accepted_questions_do_not_count():
    waiver = (Waiver("longest-is-right", "Names differ in length.", at(1)),)
    asked = [replace(question(n, n < 14), waivers=waiver) for n in range(20)]
    assert not of("longest-is-right", check_quiz(quiz(*asked)))


def test_small_quizzes_count_together():
    quizzes = [
        quiz(*(question(10 * q + n, n < 7) for n in range(10)), name=f"q{q}") for q in range(3)
    ]
    (found,) = in_course("longest-is-right", course(lesson(), quizzes=quizzes))
    assert found.span.path == "content/course.yml"


def places(*at_, shuffle=False):
    asked = (question(n, False, place, shuffle) for n, place in enumerate(at_))
    return of("place-of-right", check_quiz(quiz(*asked)))


def test_one_place_too_often():
    assert places(*[0] * 4 + [1, 2, 1, 1, 1, 1] + [1, 0, 1, 1, 2, 1, 1, 1, 1, 1])
    assert not places(*[0, 1, 2] * 7)


def test_six_in_a_row():
    even = [0, 1, 2] * 6
    assert places(*even, 1, 1, 1, 1, 1, 1)
    assert not places(*even, 1, 1, 1, 1, 1)


def test_where_options_are_shuffled_places_do_not_matter():
    assert not places(*[1] * 24, shuffle=True)
