from __future__ import annotations

from builder.diagnostics import Level, Span
from builder.model.course import Tag

from .make import at, course, in_course, lesson, ref

TAG = Tag("trust-basics", "Basics", "", Span("content/course.yml", 9, 5))


def test_unknown_tag():
    made = course(lesson(tags=(ref("trust-basic"), ref("trust-basics"))), tags=(TAG,))
    (found,) = in_course("unknown-tag", made)
    assert (found.level, found.span) == (Level.ERROR, at(3, 5))
    assert found.hint == "did you mean 'trust-basics'?"


def test_tags_need_no_definition_where_a_course_defines_none():
    assert not in_course("unknown-tag", course(lesson(tags=(ref("x"),))))
    assert not in_course(
        "unknown-tag", course(lesson(tags=(ref("x"),)), tags=(TAG,), explicit=False)
    )


def test_unused_tag():
    (found,) = in_course("unused-tag", course(lesson(), tags=(TAG,)))
    assert (found.level, found.span) == (Level.INFO, TAG.span)
    assert not in_course("unused-tag", course(lesson(tags=(ref(TAG.id),)), tags=(TAG,)))
