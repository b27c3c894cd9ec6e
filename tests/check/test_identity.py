from __future__ import annotations

from builder.diagnostics import Level

from .make import at, course, in_course, lesson, quiz, takeaway

OTHER = "content/other/trust.md"


def test_duplicate_lesson_names_both_places():
    (found,) = in_course("duplicate-lesson", course(lesson(), lesson(OTHER)))
    assert (found.level, found.span) == (Level.ERROR, at(1, path=OTHER))
    assert found.see[0][0] == at(1)
    assert not in_course("duplicate-lesson", course(lesson(), lesson(OTHER, id="trust-2")))


def test_duplicate_quiz():
    quizzes = [quiz(folder="quizzes/a"), quiz(folder="quizzes/b"), quiz(name="other")]
    (found,) = in_course("duplicate-quiz", course(lesson(), quizzes=quizzes))
    assert (found.level, found.span.path) == (Level.ERROR, "quizzes/b/trust.yml")
    assert found.see[0][0].path == "quizzes/a/trust.yml"


def test_duplicate_takeaway_over_lessons():
    other = lesson(OTHER, id="t2", takeaways=(takeaway("map", path=OTHER),))
    first = lesson(takeaways=(takeaway("map"),))
    (found,) = in_course("duplicate-takeaway", course(first, other))
    assert found.level is Level.ERROR
    assert {found.span, found.see[0][0]} == {at(40), at(40, path=OTHER)}


def test_repeats_within_a_lesson_are_left_to_its_own_check():
    twice = lesson(takeaways=(takeaway("map", line=40), takeaway("map", line=50)))
    assert not in_course("duplicate-takeaway", course(twice))
