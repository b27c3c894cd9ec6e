from __future__ import annotations

import pytest

from builder.diagnostics import Level

from .make import at, in_lesson, link


def found_in(code, *links):
    return in_lesson(code, links=links)


def test_empty_link_text():
    (found,) = found_in("empty-link-text", link("a.md", " "), link("a.md"))
    assert (found.level, found.span) == (Level.WARNING, at(20, 7))


@pytest.mark.parametrize("text", ["here", "Click  here.", "read more", "Link", "1", "x", "more: "])
def test_vague_link_text(text):
    (found,) = found_in("vague-link-text", link("a.md", text))
    assert (found.level, found.span) == (Level.WARNING, at(20, 7))


@pytest.mark.parametrize("text", ["Here be dragons", "read more about trust", "C++", ""])
def test_link_text_that_says_something(text):
    assert not found_in("vague-link-text", link("a.md", text))


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " java\nscript:alert(1)",
        "java&#10;script:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "\u200bjavascript:alert(1)",
        "vbscript:x",
        "data:text/html,<b>",
        "file:///etc/passwd",
    ],
)
def test_unsafe_link(target):
    (found,) = found_in("unsafe-link", link(target))
    assert (found.level, found.span) == (Level.ERROR, at(20, 7))


@pytest.mark.parametrize("target", ["htps://example.org", "C:\\notes\\a.md", "part 1: a.md", "x:y"])
def test_unknown_scheme(target):
    found = found_in("unknown-scheme", link(target))
    assert [(f.level, f.span) for f in found] == [(Level.ERROR, at(20, 7))]
    assert "./" in found[0].hint


@pytest.mark.parametrize(
    "target",
    ["https://a.org/x:y", "mailto:a@b.org", "tel:+49", "./a: b.md", "a.md#x:y", "a.md?x=1&y=2", ""],
)
def test_known_schemes_and_paths(target):
    for code in ("unsafe-link", "unknown-scheme", "insecure-link"):
        assert not found_in(code, link(target))


def test_insecure_link():
    (found,) = found_in("insecure-link", link("http://example.org"))
    assert (found.level, found.span) == (Level.INFO, at(20, 7))


@pytest.mark.parametrize("target", ["/people/trust.md", "//example.org/a"])
def test_absolute_link(target):
    (found,) = found_in("absolute-link", link(target))
    assert (found.level, found.span) == (Level.WARNING, at(20, 7))
    assert not found_in("absolute-link", link("../people/trust.md"))
