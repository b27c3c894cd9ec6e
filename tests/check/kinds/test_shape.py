"""The number, the order and the length of options."""

import pytest

from builder.diagnostics import Level
from builder.model.questions.choice import in_order, numbers
from check.make import choice, in_question, option


def asked(*texts, **changes):
    return choice(*(option(t, i == 0) for i, t in enumerate(texts)), **changes)


def test_how_many_options():
    assert in_question("two-options", asked("a", "b"))[0].level is Level.WARNING
    assert not in_question("two-options", asked("a", "b", "c"))
    assert not in_question("two-options", asked("True", "False", kind="true-false"))
    assert in_question("many-options", asked(*"abcdef"))[0].level is Level.INFO
    assert not in_question("many-options", asked(*"abcde"))
    assert not in_question("many-options", asked(*"abcdef", kind="multiple-response"))


@pytest.mark.parametrize(
    ("texts", "shuffle", "found"),
    [
        (("5", "1", "3"), False, True),
        (("1", "3", "5"), True, True),
        (("1", "3", "5"), False, False),
        (("5 minutes", "3 minutes", "1 minute"), False, False),
        (("5 km", "3 minutes", "1 day"), False, False),
        (("1", "a", "0"), False, False),
        (("9", "1"), False, False),
    ],
)
def test_numbers_stand_in_order(texts, shuffle, found):
    question = asked(*texts, shuffle=shuffle)
    assert bool(in_question("unsorted-numbers", question)) is found


def test_numbers_of_one_unit():
    assert numbers(["1,200 km", "-3 km", "2.5 km"]) == [1200, -3, 2.5]
    assert numbers(["$5", "$10"]) == [5, 10]
    assert numbers(["5", "10 km"]) is None
    assert numbers([]) is None
    assert in_order(["10 %", "20 %"])
    assert not in_order(["20", "30", "10"])
    assert not in_order(["a", "b"])


def test_lengths_are_alike():
    assert in_question("uneven-options", asked("x" * 40, "y" * 13, "z" * 20))
    assert not in_question("uneven-options", asked("x" * 39, "y", "z"))
    assert not in_question("uneven-options", asked("x" * 60, "y" * 20, "z" * 30))
