"""Links and pictures on their way from file to page."""

from __future__ import annotations

from time import process_time

import pytest

from builder.model.urls import page_url, relative
from builder.render.addresses import address, rewrite

HERE = "content/Trust Basics/01 First.md"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("02 Second.md", "02-second.html"),
        ("02%20Second.md", "02-second.html"),
        ("./02 Second.md#a-b", "02-second.html#a-b"),
        ("02 Second.MD?x=1#y", "02-second.html?x=1#y"),
        ("../practice/README.md", "../practice/index.html"),
        ("../practice/", "../practice/index.html"),
        ("../practice", "../practice/index.html"),
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("./", "index.html"),
        ("/practice/a.md", "../practice/a.html"),
        ("/", "../index.html"),
        ("images/my map.png", "../Trust%20Basics/images/my%20map.png"),
        ("../practice/x.pdf?page=2", "../practice/x.pdf?page=2"),
        ("?query", "?query"),
        ("#anchor", "#anchor"),
        ("", ""),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("//example.org/a.md", "//example.org/a.md"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("data:image/png;base64,AA", "data:image/png;base64,AA"),
        ("../../LICENSE.md", "../../LICENSE.md"),
        ("../../../etc/passwd", "../../../etc/passwd"),
    ],
)
def test_address(target: str, expected: str) -> None:
    assert address(target, HERE) == expected


def test_a_bare_folder_has_no_content_folder() -> None:
    assert address("../b/two.md", "a/one.md") == "../b/two.html"
    assert address("/b/two.md", "a/one.md") == "../b/two.html"
    assert address("../pic.png", "a/one.md") == "../pic.png"
    assert address("../../x.md", "a/one.md") == "../../x.md"
    assert address("two.md", "one.md") == "two.html"


def test_links_agree_with_the_addresses_of_pages() -> None:
    for other in ("content/A b/ü.md", "content/x.md", "content/A b/c/index.md"):
        target = "/" + other.removeprefix("content/")
        assert address(target, HERE) == relative(page_url(other), page_url(HERE))


def test_rewrite_covers_markdown_and_handwritten_html_alike() -> None:
    html = "<p><a class=x href='b.md#c'>b</a> <img alt='a > b' src=\"p.png\"></p>"
    assert rewrite(html, "content/A b/x.md") == (
        '<p><a class=x href="b.html#c">b</a> <img alt=\'a > b\' src="../A%20b/p.png"'
        ' loading="lazy" decoding="async"></p>'
    )


def test_rewrite_marks_links_that_leave_and_keeps_what_is_set() -> None:
    html = '<a href="https://a.example/">a</a><a rel="me" href="https://b.example/">b</a>'
    assert rewrite(html, HERE) == (
        '<a href="https://a.example/" rel="external noopener">a</a>'
        '<a rel="me" href="https://b.example/">b</a>'
    )
    eager = '<img src="a.png" loading="eager">'
    assert rewrite(eager, "content/a/x.md") == eager


def test_rewrite_escapes_what_it_writes() -> None:
    changed = rewrite('<a href="b.md?x=1&amp;y=&quot;2&quot;">b</a>', "content/a/x.md")
    assert changed == '<a href="b.html?x=1&amp;y=&quot;2&quot;">b</a>'


def test_unclosed_tags_take_no_more_than_linear_time() -> None:
    start = process_time()
    rewrite('<a x="' * 60_000, HERE)
    rewrite("<a " * 60_000, HERE)
    assert process_time() - start < 5


@pytest.mark.parametrize("target", ["javascript:alert(1)", "JAVA\tSCRIPT:x()", " data:text/html,x"])
def test_links_that_would_run_lead_nowhere(target):
    assert "href" not in rewrite(f'<a href="{target}">x</a>', "content/m/a.md")
