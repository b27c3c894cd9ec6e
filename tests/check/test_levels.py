from __future__ import annotations

import pytest

import builder.read.lesson  # noqa: F401 - declares codes of its own
from builder.check import settle
from builder.check.destinations import BROKEN_LINK
from builder.check.levels import FORMAT_ONLY
from builder.check.names import COLLISION
from builder.check.quiz_places import ORPHAN_QUIZ
from builder.check.structure import MISSING_SUMMARY
from builder.diagnostics import Level, Span, all_codes

from .make import at, course, in_course, lesson

FOUND = [
    BROKEN_LINK.at(at(9), "broken"),
    COLLISION.at(at(2), "collision"),
    MISSING_SUMMARY.at(at(1), "no summary"),
    ORPHAN_QUIZ.at(at(5), "orphan"),
]


def settled(findings=FOUND, **changes):
    return {f.code: f.level for f in settle(course(lesson(), **changes), findings)}


def test_a_course_is_held_to_its_levels():
    assert settled() == {
        "missing-summary": Level.WARNING,
        "address-collision": Level.ERROR,
        "orphan-quiz": Level.WARNING,
        "broken-link": Level.ERROR,
    }


def test_a_bare_folder_is_treated_leniently_but_for_what_is_fatal():
    assert settled(explicit=False) == {
        "missing-summary": Level.INFO,
        "address-collision": Level.ERROR,
        "orphan-quiz": Level.WARNING,
        "broken-link": Level.WARNING,
    }


def test_authors_set_levels():
    levels = (
        ("broken-link", Level.INFO),
        ("orphan-quiz", Level.OFF),
        ("missing-summary", Level.ERROR),
    )
    found = settled(levels=levels)
    assert found["broken-link"] is Level.INFO
    assert found["missing-summary"] is Level.ERROR
    assert "orphan-quiz" not in found


@pytest.mark.parametrize("level", [Level.OFF, Level.WARNING])
def test_fatal_codes_cannot_be_lowered(level):
    assert settled(levels=(("address-collision", level),))["address-collision"] is Level.ERROR


def test_settling_keeps_order_and_drops_repeats():
    report = settle(course(lesson()), FOUND + FOUND)
    assert [f.span.line for f in report] == [1, 2, 5, 9]


def test_nothing_comes_of_nothing():
    assert settled([]) == {}


def test_unknown_code():
    made = course(lesson(), levels=(("broken-lnik", Level.OFF), ("broken-link", Level.OFF)))
    (found,) = in_course("unknown-code", made)
    assert (found.level, found.span) == (Level.WARNING, Span("content/course.yml", 1, 1))
    assert found.hint == "did you mean 'broken-link'?"


def test_what_a_bare_folder_is_merely_told_exists():
    assert set(all_codes()) >= FORMAT_ONLY
    assert not any(all_codes()[name].fatal for name in FORMAT_ONLY)


def test_keys_of_other_programs_are_remarks_in_a_bare_folder():
    foreign = all_codes()["unknown-key"].at(at(2), "unknown key 'weight'")
    assert settled([foreign], explicit=False) == {"unknown-key": Level.INFO}
    assert settled([foreign]) == {"unknown-key": Level.ERROR}
