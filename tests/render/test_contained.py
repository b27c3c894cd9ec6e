"""Links of packed pages, case by case."""

from __future__ import annotations

import time

import pytest

from builder.render.contained import Bounds, contained

PAGES = {
    "one/a.html": "one/a.html",
    "two/\u00e4.html": "two/a-1.html",
    "two/index.html": "two/a-1.html",
}
FILES = {"one/b c.png": "one/b-c-2.png", "one/paper.pdf": "one/paper.pdf"}
BOUNDS = Bounds("one/a.html", PAGES, FILES)
NEW = ' rel="external noopener" target="_blank"'
CASES = {
    '<a href="#part">x</a>': '<a href="#part">x</a>',
    '<a name="x">y</a>': '<a name="x">y</a>',
    '<a href="">x</a>': '<a href="">x</a>',
    '<a href="mailto:a@b.c">x</a>': '<a href="mailto:a@b.c">x</a>',
    '<a href="https://x.y/?a=1&amp;b">x</a>': f'<a href="https://x.y/?a=1&amp;b"{NEW}>x</a>',
    '<a href="//x.y" rel="nofollow">x</a>': '<a href="//x.y" rel="nofollow" target="_blank">x</a>',
    '<a href="http://x.y" target="_top">x</a>': f'<a href="http://x.y"{NEW}>x</a>',
    '<a href="../two/%C3%A4.html#p">x</a>': '<a href="../two/a-1.html#p">x</a>',
    '<a class="c" href="../two/index.html" target="_parent">x</a>': (
        '<a class="c" href="../two/a-1.html">x</a>'
    ),
    '<a href="a.html?x#y">x</a>': '<a href="a.html?x#y">x</a>',
    '<a href="paper.pdf">x</a>': f'<a href="paper.pdf"{NEW}>x</a>',
    '<a href="paper.pdf" download>x</a>': '<a href="paper.pdf" download>x</a>',
    '<a href="../index.html"><b>x</b></a> <a href="#p">y</a>': (
        '<span><b>x</b></span> <a href="#p">y</a>'
    ),
    '<A HREF="../tags/t.html">x</A>': "<span>x</span>",
    '<img src="b%20c.png" alt="&lt;i&gt;">': '<img src="b-c-2.png" alt="&lt;i&gt;">',
    "<img src='b c.png'>": '<img src="b-c-2.png">',
    '<img src="https://x.y/z.png">': '<img src="https://x.y/z.png">',
    '<img src="gone.png">': '<img src="gone.png">',
    "<abbr>a</abbr><audio controls></audio>": "<abbr>a</abbr><audio controls></audio>",
}


@pytest.mark.parametrize("html", CASES)
def test_one_link(html):
    assert contained(html, BOUNDS) == CASES[html]


def test_unclosed_tags_take_no_quadratic_time():
    start = time.process_time()
    for piece in ('<a href="', "<a href='x' ", "<img src=", '<a "<a "'):
        contained(piece * 40_000, BOUNDS)
    assert time.process_time() - start < 3
