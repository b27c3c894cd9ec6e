from __future__ import annotations

import pytest

from builder.check import check_course, check_lesson
from builder.diagnostics import Level
from builder.model.outline import Measure, Outline
from builder.model.parts import Picture, Source

from .make import LESSON, at, course, in_course, in_lesson, lesson, objective, takeaway, tree


def test_a_good_lesson_has_no_findings():
    assert check_lesson(lesson()) == ()
    made = course(lesson())
    assert check_course(made, tree(made)) == ()


@pytest.mark.parametrize("summary", [(), ("",), (" ", "\n")])
def test_missing_summary(summary):
    (found,) = in_lesson("missing-summary", summary=summary)
    assert found.level is Level.WARNING
    assert found.span == at(1)
    assert "summary:" in found.hint


def test_missing_objectives():
    (found,) = in_lesson("missing-objectives", objectives=())
    assert (found.level, found.span) == (Level.WARNING, at(1))


def test_missing_takeaway():
    (found,) = in_lesson("missing-takeaway", takeaways=())
    assert (found.level, found.span) == (Level.INFO, at(1))


def test_duplicate_objective_names_both_places():
    objectives = (objective("map", 4), objective("ask", 5), objective("map", 6))
    (found,) = in_lesson("duplicate-objective", objectives=objectives)
    assert found.level is Level.ERROR
    assert found.span == at(6, 5)
    assert found.see == ((at(4, 5), "first used here"),)
    assert "'map'" in found.message


def test_duplicate_takeaway_names_both_places():
    takeaways = (takeaway("map", "One", 40), takeaway("map", "Two", 50))
    (found,) = in_lesson("duplicate-takeaway", takeaways=takeaways)
    assert (found.level, found.span, found.see[0][0]) == (Level.ERROR, at(50), at(40))


def test_same_takeaway_title_ignores_case():
    takeaways = (takeaway("a", "Draw it", 40), takeaway("b", "draw IT", 50))
    (found,) = in_lesson("same-takeaway-title", takeaways=takeaways)
    assert (found.level, found.span) == (Level.WARNING, at(50))
    assert not in_lesson("same-takeaway-title", takeaways=(takeaway("a"), takeaway("b")))


def test_long_lesson_counts_in_the_language_of_the_course():
    words = 238 * 20
    fits = lesson(outline=Outline(measure=Measure(words=words)))
    longer = lesson(outline=Outline(measure=Measure(words=words + 1)))
    assert not in_course("long-lesson", course(fits))
    (found,) = in_course("long-lesson", course(longer))
    assert (found.level, found.span) == (Level.WARNING, at(1))
    assert "21 minutes" in found.message


def test_a_picture_that_could_not_be_read_is_not_complained_about_again():
    assert check_lesson(lesson(image=Picture("", None, at(8)))) == ()


@pytest.mark.parametrize("part", ["summary", "objectives", "takeaways"])
def test_what_the_reader_could_not_read_is_not_called_missing(part):
    assert check_lesson(lesson(incomplete=True, **{part: ()})) == ()


def test_links_and_pictures_of_the_front_matter_are_checked_too():
    source = Source("A book", "javascript:alert(1)", at(7))
    image = Picture("a.png", None, at(8), link="http://example.org/a")
    found = check_lesson(lesson(sources=(source,), image=image))
    assert [(f.code, f.span.line) for f in found] == [
        ("unsafe-link", 7),
        ("insecure-link", 8),
        ("missing-alt", 8),
    ]
    assert {f.span.path for f in found} == {LESSON}
