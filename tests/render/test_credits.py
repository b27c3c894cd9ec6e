"""Credits and sources of the whole course."""

from __future__ import annotations

from builder.model.parts import Picture, Source
from builder.render.credits import picture_credits, source_lists
from render.samples import AT, lesson


def test_every_credit_once() -> None:
    row = lesson()
    (credit,) = picture_credits([row, row, lesson("second", image=None)])
    assert (credit.url, credit.credit, credit.licence) == ("trust/first.html", "Ana", "CC BY 4.0")


def test_a_picture_without_any_credit_is_not_listed() -> None:
    assert picture_credits([lesson(image=Picture("a.png", "A", AT))]) == ()


def test_sources_by_lesson() -> None:
    rows = [lesson(sources=()), lesson("second", sources=(Source("A & *b*", "", AT),))]
    (found,) = source_lists(rows)
    assert (found.title, found.sources) == ("Lesson second", ("A &amp; <em>b</em>",))
