from __future__ import annotations

import pytest

from builder.diagnostics import Level

from .make import at, course, headings, in_course, in_lesson, lesson, page


def found_in(code, *rows):
    return in_lesson(code, headings=headings(*rows))


def test_skipped_level():
    (found,) = found_in("skipped-level", (2, "Trust"), (4, "Deep"), (2, "Next"))
    assert (found.level, found.span) == (Level.ERROR, at(11))
    assert "`###`" in found.hint
    assert found.see[0][0] == at(10)


@pytest.mark.parametrize(
    "levels", [(1, 2, 3, 2, 3), (2, 3, 4, 2), (3, 3), (1, 2, 3, 4, 5, 6, 1), (3, 1), ()]
)
def test_levels_that_do_not_skip(levels):
    assert not found_in("skipped-level", *((level, f"H{n}") for n, level in enumerate(levels)))


def test_several_titles():
    (found,) = found_in("several-titles", (1, "One"), (2, "A"), (1, "Two"))
    assert (found.level, found.span, found.see[0][0]) == (Level.ERROR, at(12), at(10))
    assert not found_in("several-titles", (1, "One"), (2, "A"))


@pytest.mark.parametrize("text", ["", "  "])
def test_empty_heading(text):
    (found,) = found_in("empty-heading", (2, "Trust"), (2, text))
    assert (found.level, found.span) == (Level.ERROR, at(11))
    assert not found_in("empty-heading", (2, "0"))


def test_same_heading_among_siblings():
    (found,) = found_in("same-heading", (2, "Trust"), (3, "In it"), (2, "trust "))
    assert (found.level, found.span, found.see[0][0]) == (Level.ERROR, at(12), at(10))


def test_same_heading_below_other_parents_is_fine():
    rows = [(2, "Trust"), (3, "Example"), (2, "Empathy"), (3, "Example"), (4, "Example")]
    assert not found_in("same-heading", *rows)


def test_empty_headings_are_not_the_same_heading_too():
    assert not found_in("same-heading", (2, ""), (2, ""))


def test_pages_that_are_no_lessons_are_checked():
    about = page("content/about.md", headings=headings((2, ""), path="content/about.md"))
    (found,) = in_course("empty-heading", course(lesson(), about=about))
    assert found.span == at(10, path="content/about.md")
