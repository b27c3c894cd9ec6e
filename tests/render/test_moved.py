"""HTML of one page on another."""

from __future__ import annotations

import pytest

from builder.render.moved import moved

LESSON, ANSWERS = "m/lesson.html", "answers/m/lesson.html"


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ('<img src="desk.png">', '<img src="../../m/desk.png">'),
        ('<a class="x" href="../a.html#b">', '<a class="x" href="../../m/../a.html#b">'),
        ('<a href="#part">', '<a href="../../m/lesson.html#part">'),
        ('<a href="https://a.example/b">', '<a href="https://a.example/b">'),
        ('<a href="//a.example/b">', '<a href="//a.example/b">'),
        ('<img src="data:image/png;base64,AA==">', '<img src="data:image/png;base64,AA==">'),
        ('<p title="href=">src="x"</p>', '<p title="href=">src="x"</p>'),
    ],
)
def test_addresses_are_those_of_the_other_page(written, there):
    assert moved(written, LESSON, ANSWERS) == there
