"""Plain text for search."""

from __future__ import annotations

import pytest

from builder.render.body import Body, Part
from builder.render.search import section_texts, text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a</p><p>b</p>", "a b"),
        ("a<strong>b</strong>c", "abc"),
        ("<td>a</td><td>b</td>", "a b"),
        ("x &amp; y &lt;z&gt;", "x & y <z>"),
        ("a<svg><text>no</text></svg>b<STYLE>no</STYLE>", "a b"),
        ("", ""),
    ],
)
def test_text_of(html: str, text: str) -> None:
    assert text_of(html) == text


def test_one_text_more_than_sections() -> None:
    body = Body(
        (
            Part("section", "a", "A", "<p>one</p>"),
            Part("takeaway", "0"),
            Part("more", html="<p>two</p>"),
            Part("section", "b", "B"),
        )
    )
    assert section_texts(body) == ("", "one two", "")
    assert section_texts(Body()) == ("",)
