"""Headings in the tree of a text."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from builder.render.headings import anchor, headings_of, mark_sections, settle, take_title, text_of
from render.samples import heading


def tree(inner: str) -> Element:
    return fromstring(f"<div>{inner}</div>")


def ids(root: Element) -> list[str | None]:
    return [e.get("id") for e in headings_of(root)]


def test_equal_numbers_match_one_to_one() -> None:
    root = tree("<h2>A</h2><blockquote><h3 id='written'>B</h3></blockquote>")
    anchor(headings_of(root), (heading("x", "one"), heading("y", "two", 3)))
    assert ids(root) == ["one", "two"]


def test_unequal_numbers_match_by_level_and_text() -> None:
    root = tree("<h2>New</h2><h2>A</h2><h3>A</h3><h2>A</h2>")
    anchor(headings_of(root), (heading("A", "a"), heading("A", "a-2", 3)))
    assert ids(root) == ["new", "a", "a-2", "a-3"]


def test_without_an_outline_ids_are_made_here() -> None:
    root = tree("<h2>A</h2><h2>A</h2><h2 id='own'>A</h2>")
    anchor(headings_of(root), ())
    assert ids(root) == ["a", "a-2", "own"]


def test_text_of_reads_what_is_seen() -> None:
    element = tree("<h2>A <code>b</code>  <img alt='pic'/><sup id='fnref:1'><a>1</a></sup> c</h2>")[
        0
    ]
    assert text_of(element) == "A b pic c"
    element.text = "x\x0242\x03y \x02wzxhzdk:0\x03"
    assert text_of(element).startswith("x*y b")


def test_take_title_takes_the_first_heading_only_from_the_top_level() -> None:
    root = tree("<p>a</p><h1>T</h1><h1>U</h1>")
    taken = take_title(root)
    assert taken is not None
    assert taken.text == "T"
    assert [e.text for e in headings_of(root)] == ["U"]
    assert take_title(tree("<h2>A</h2><h1>T</h1>")) is None
    assert take_title(tree("<blockquote><h1>T</h1></blockquote>")) is None
    assert take_title(tree("<p>a</p>")) is None


def test_settle_moves_levels_below_one_and_closes_gaps() -> None:
    root = tree("<h3>a</h3><h6>b</h6><h2>c</h2>")
    settle(headings_of(root))
    assert [e.tag for e in headings_of(root)] == ["h2", "h3", "h2"]
    root = tree("<h1>a</h1><h2>b</h2><h6>c</h6><h6>d</h6>")
    settle(headings_of(root))
    assert [e.tag for e in headings_of(root)] == ["h2", "h3", "h4", "h5"]


def test_only_top_level_h2_begin_a_section() -> None:
    root = tree("<h2>a</h2><blockquote><h2>b</h2></blockquote><h3>c</h3>")
    mark_sections(root)
    assert [e.get("data-course-part") for e in root] == ["section:", None, None, None]
