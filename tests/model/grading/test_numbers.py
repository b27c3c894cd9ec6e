"""What typed numbers are worth."""

from __future__ import annotations

import pytest
from model.grading.typed import AT, number

from builder.model.grading import grade, solution
from builder.model.grading.numbers import factor, parse
from builder.model.numerals import decimal_comma
from builder.model.questions import Amount


@pytest.mark.parametrize(
    ("typed", "point", "comma"),
    [
        ("5", 5, 5),
        (" -3. ", -3, -3),
        ("\u22123", -3, -3),
        ("+.5", 0.5, 0.5),
        ("1,234", 1234, 1.234),
        ("1.234", 1.234, 1234),
        ("3,5", 3.5, 3.5),
        ("0,500", 0.5, 0.5),
        ("1,234.5", 1234.5, 1234.5),
        ("1.234,5", 1234.5, 1234.5),
        ("1,234,567", 1234567, 1234567),
        ("12,34,567", 1234567, 1234567),
        ("12 345,6", 12345.6, 12345.6),
        ("1\u202f000", 1000, 1000),
        ("1\u2019000", 1000, 1000),
        ("6.022e23", 6.022e23, 6.022e23),
        ("6,022E+23", 6.022e23, 6.022e23),
        ("3 x 10^4", 3e4, 3e4),
        ("3\u00b710\u207b\u2074", 3e-4, 3e-4),
        ("-10^5", -1e5, -1e5),
        ("\u0664\u0662\u066b\u0665", 42.5, 42.5),
        ("x = 7", 7, 7),
        ("\u2248 7", 7, 7),
    ],
)
def test_how_people_write_numbers(typed, point, comma):
    assert parse(typed, comma=False) == (point, "")
    assert parse(typed, comma=True) == (comma, "")


@pytest.mark.parametrize(
    "typed", ["", "five", "1 2", "1.5.2", "1,2,3", "--5", "5 10^3", "$5 EUR", "1e999", "1/2 3"]
)
def test_what_is_no_number(typed):
    assert parse(typed, comma=False) is None


@pytest.mark.parametrize(
    ("typed", "unit"), [("5km", "km"), ("$ 5", "$"), ("5 m\u00b2", "m\u00b2"), ("5 eV", "eV")]
)
def test_units_stand_on_either_side(typed, unit):
    assert parse(typed, comma=False) == (5, unit)


def test_units_are_known_by_their_letters():
    units = (("m\u00b2", 1.0), ("minutes", 60.0), ("mW", 0.001), ("N\u00b7m", 2.0))
    assert factor("m^2", units) == 1
    assert factor("m2", units) == 1
    assert factor("Minutes", units) == 60
    assert factor("MW", units) is None  # a billion times as much
    assert factor("Nm", units) == 2


@pytest.mark.parametrize(
    ("typed", "score", "note"),
    [
        ("42.2", 1, ""),
        ("42.2 km", 1, ""),
        ("42200 m", 1, ""),
        ("42.2 m", 0, "unit"),
        ("42.2 miles", 0, "unit"),
        ("42 200", 0, ""),
        ("43", 0, ""),
    ],
)
def test_a_number_in_its_units(typed, score, note):
    question = number(42.1, 42.3, unit="km", units=(("km", 1.0), ("m", 0.001)))
    outcome = grade(question, typed)
    assert (outcome.score, outcome.marks[0].note) == (score, note)


def test_a_required_unit():
    question = number(5, unit="km", units=(("km", 1.0),), unit_required=True)
    assert grade(question, "5").marks[0].note == "unit"
    assert grade(question, "5 km").right
    assert solution(question) == "5 km"


def test_edges_of_a_tolerance_count_whatever_computers_round():
    question = number(0.2, 0.4)
    assert grade(question, "0.4").right
    assert grade(question, "0.1999999").score == 0
    assert grade(number(0.1 + 0.2), "0.3").right
    assert not grade(number(0), "1e-12").right


def test_the_narrowest_amount_decides():
    near = Amount(id="1", text="9.81", low=9.805, high=9.815, span=AT)
    trap = Amount(id="2", text="9.8", low=9.8, high=9.8, span=AT, credit=0.25)
    wide = Amount(id="0", text="10", low=9, high=11, span=AT)
    question = number(0, amounts=(wide, near, trap))
    assert [grade(question, t).marks[0].why for t in ("9.81", "9.8", "9.2", "8")] == [
        "number/1",
        "number/2",
        "number/0",
        "",
    ]
    assert grade(question, "9.8").score == 0.25


def test_the_answer_is_shown_as_the_course_writes_numbers():
    assert solution(number(1.5)) == "1.5"
    assert solution(number(1.5, comma=True)) == "1,5"
    assert grade(number(1.5, comma=True), "1,5").right


@pytest.mark.parametrize(
    ("language", "comma"),
    [
        ("en", 0),
        ("en-ZA", 1),
        ("de", 1),
        ("de-CH", 0),
        ("DE-at", 1),
        ("pt-BR", 1),
        ("es-MX", 0),
        ("zh", 0),
    ],
)
def test_decimal_marks(language, comma):
    assert decimal_comma(language) == bool(comma)


@pytest.mark.parametrize("junk", [None, 5, True, [], {"number": "5"}, ["5"]])
def test_no_answer_is_wrong(junk):
    assert grade(number(5), junk).score == 0
