from __future__ import annotations

from builder.diagnostics import Level

from .make import at, course, in_course, lesson, ref


def made(*names):
    related = tuple(ref(name, 3 + n) for n, name in enumerate(names))
    return course(lesson(related=related), lesson("content/people/empathy.md"))


def test_unknown_related():
    (found,) = in_course("unknown-related", made("empathy", "empaty"))
    assert (found.level, found.span) == (Level.ERROR, at(4, 5))
    assert found.hint == "did you mean 'empathy'?"


def test_related_to_itself():
    (found,) = in_course("related-to-itself", made("empathy", "trust"))
    assert (found.level, found.span) == (Level.WARNING, at(4, 5))
    assert not in_course("unknown-related", made("trust"))


def test_repeated_related():
    (found,) = in_course("repeated-related", made("empathy", "trust", "empathy"))
    assert (found.level, found.span, found.see[0][0]) == (Level.WARNING, at(5, 5), at(3, 5))
    assert not in_course("repeated-related", made("empathy"))
