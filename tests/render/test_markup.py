"""Markdown to the parts of a page."""

from __future__ import annotations

import pickle
import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.read.outline import outline
from builder.render.body import EMPTY_BODY, Body, Part
from builder.render.markup import BodyWords, block, inline, plain, render_body
from render.html_check import problems

HERE = "content/a/b.md"


def kinds(text: str) -> list[tuple[str, str]]:
    return [(part.kind, part.id) for part in render_body(text, HERE).parts]


def test_sections_and_exercises_divide_a_text() -> None:
    text = (
        "Opening.\n\n## One\n\nText.\n\n```takeaway\nid: t\n```\n\nMore.\n\n## Two\n\n"
        "```facilitator\nsay: this\n```\n\n```quiz\nid: my-quiz\n```\n"
    )
    assert kinds(text) == [
        ("intro", ""),
        ("section", "one"),
        ("takeaway", "0"),
        ("more", ""),
        ("section", "two"),
        ("quiz", "my-quiz"),
    ]
    assert "say" not in render_body(text, HERE).html


def test_a_section_keeps_the_markup_of_its_title() -> None:
    (part,) = render_body("## A *b* & `c`\n\nText.", HERE).parts
    assert part == Part("section", "a-b-c", "A <em>b</em> &amp; <code>c</code>", "<p>Text.</p>")


def test_an_exercise_deep_inside_keeps_its_place() -> None:
    text = (
        "- item\n\n    ```takeaway\n    id: t\n    ```\n\n    ```facilitator\n    x: y\n    ```\n"
    )
    (part,) = render_body(text, HERE).parts
    assert '<div data-course-place="takeaway:0"></div>' in part.html
    assert "facilitator" not in part.html


@pytest.mark.parametrize(
    ("fence", "name"),
    [
        ("id: my-quiz", "my-quiz"),
        ("id: 'my-quiz' # note", "my-quiz"),
        ("my-quiz", "my-quiz"),
        ("title: x\nid: mod/my-quiz", "mod/my-quiz"),
        ('id: "><script>', "script"),
    ],
)
def test_the_name_of_a_quiz(fence: str, name: str) -> None:
    assert kinds(f"```quiz\n{fence}\n```") == [("quiz", name)]


def test_the_heading_that_names_the_page_leaves_the_text() -> None:
    body = render_body("# A & *b*\n\nText.\n\n## C\n", HERE)
    assert (body.title, body.title_id) == ("A & b", "a-b")
    assert [part.kind for part in body.parts] == ["intro", "section"]
    assert "<h1" not in body.html


def test_headings_start_at_two_and_skip_no_level() -> None:
    text = "# Title\n\n# Part\n\n#### Deep\n\n## Back\n\n###### Deeper\n"
    assert re.findall(r"<(h\d)", render_body(text, HERE).html) == ["h2", "h3", "h3", "h4"]
    assert re.findall(r"<(h\d)", render_body("#### First", HERE).html) == ["h2"]


def test_headings_without_words_are_left_out() -> None:
    assert "<h" not in render_body("#\n\n## \n\ntext", HERE).html


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("plain", ()),
        ("```python\nx\n```", ("code",)),
        ("!!! note\n    x", ("admonition",)),
        ("??? tip\n    x", ("admonition",)),
        ('=== "A"\n    x', ("tabs",)),
        ("```mermaid\ngraph TD\n```", ("code", "mermaid")),
    ],
)
def test_needs(text: str, needs: tuple[str, ...]) -> None:
    assert render_body(text, HERE).needs == needs


def test_tables_and_code_can_be_scrolled_with_keys() -> None:
    table = "| a |\n|---|\n| b |\n"
    html = render_body(
        f"{table}\ntext\n\n{table}\n```\ncode\n```\n", HERE, (), BodyWords("Taulukko")
    ).html
    assert re.findall(r'<div class="table-scroll"[^>]*aria-label="([^"]*)"', html) == [
        "Taulukko 1",
        "Taulukko 2",
    ]
    assert html.count("</table></div>") == 2
    assert '<pre tabindex="0">' in html


def test_ticks_have_names() -> None:
    html = render_body("- [ ] a\n- [x] b\n\nor\n\n- [X] c\n\n- [ ] d\n", HERE).html
    assert re.findall(r'<input aria-label="([^"]*)"', html) == ["To do", "Done", "Done", "To do"]
    assert html.count("<input") == 4


def test_a_footnote_says_its_way_back_in_the_course_language() -> None:
    html = render_body("x[^1]\n\n[^1]: note", HERE, (), BodyWords(backlink="Takaisin {}")).html
    assert 'title="Takaisin 1"' in html


def test_html_passes_and_smart_quotes_are_off() -> None:
    html = render_body('<div class="mine">"x" -- y</div>\n\n"x" -- y', HERE).html
    assert html == '<div class="mine">"x" -- y</div>\n\n<p>"x" -- y</p>'


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    first = (
        "# T\n\n[a]: b.md\n*[X]: y\n\n[^1]: note\n\nx[^1] [a]\n\n"
        '=== "t"\n    x\n\n```takeaway\n```\n'
    )
    second = '[a] X [^1]\n\n=== "t"\n    x\n\n```takeaway\n```\n'
    alone = render_body(second, HERE)
    render_body(first, HERE)
    assert render_body(second, HERE) == alone
    assert alone.title == ""


def test_a_body_travels_between_processes() -> None:
    body = render_body("# T\n\nx\n\n## S\n\n```python\n1\n```\n", HERE)
    assert pickle.loads(pickle.dumps(body)) == body


def test_an_empty_text_has_an_empty_body() -> None:
    assert render_body("", HERE) == render_body("  \n", HERE) == EMPTY_BODY == Body()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("a & b < c > d", "a &amp; b &lt; c &gt; d"),
        ('"quoted"', '"quoted"'),
        ("**b** and *i*", "<strong>b</strong> and <em>i</em>"),
        ("`<x>` & `y`", "<code>&lt;x&gt;</code> &amp; <code>y</code>"),
        ("# no heading", "# no heading"),
        ("1. no list", "1. no list"),
        ("- *no* list", "- <em>no</em> list"),
        ("a\\*b", "a*b"),
        ("[x](c.md)", '<a href="c.html">x</a>'),
        ("<i>own</i>", "<i>own</i>"),
        ("&copy; 2 &lt; 3", "&copy; 2 &lt; 3"),
        ("", ""),
    ],
)
def test_inline(text: str, html: str) -> None:
    assert inline(text, HERE) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("One & two.", "<p>One &amp; two.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a", "<ol>\n<li>a</li>\n</ol>"),
        ("a\n\nb", "<p>a</p>\n<p>b</p>"),
    ],
)
def test_block(text: str, html: str) -> None:
    assert block(text, HERE) == html


def test_plain() -> None:
    assert plain("a **b** `c<d>` & [e](f.md) &amp; <i>g</i>") == "a b c<d> & e & g"
    assert plain("a & b") == "a & b"


WORDS = st.text(alphabet="ab \"'()&<>.:;!?-#1", max_size=30)


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_the_fast_path_says_what_the_engine_says(text: str) -> None:
    """An empty emphasis mark at the end forces the slow path without changing the words."""
    text = " ".join(text.split())
    slow = inline(f"{text} \\*")
    fast = inline(text)
    if "&" not in text and "<" not in text:
        assert f"{fast} *".strip() == slow.strip()


HEADING_TEXT = st.sampled_from(
    (
        "Begin early",
        "Begin *early*",
        "A `code` & more",
        "[Link](x.md) text",
        "snake_case_name",
        "Ünïcode — “quoted”",
        "日本語",
        "2. Numbered",
        "a\\*b",
        "<b>raw</b> html",
        "![alt text](p.png) after",
        "Trailing ##",
        "Own {#own-id}",
        "Begin early {: #begin-early }",
        "Foot[^1]",
        "**",
        "C++ & C#",
        "…",
        "",
    )
)
BLOCKS = st.one_of(
    st.builds(lambda n, t: f"{'#' * n} {t}", st.integers(1, 6), HEADING_TEXT),
    st.builds(lambda t: f"{t}\n====", HEADING_TEXT.filter(lambda t: t[:1].isalpha())),
    st.builds(lambda t: f"{t}\n----", HEADING_TEXT.filter(lambda t: t[:1].isalpha())),
    st.builds(lambda t: f"> ## {t}", HEADING_TEXT),
    st.builds(lambda t: f"- item\n\n    ## {t}", HEADING_TEXT),
    st.builds(lambda t: f"!!! note\n    ## {t}", HEADING_TEXT),
    st.builds(lambda t: f"```\n## {t}\n```", HEADING_TEXT),
    st.builds(lambda t: f"<div>\n## {t}\n</div>", HEADING_TEXT),
    st.sampled_from(("Words.", "- a\n- b", "| a |\n|---|\n| # b |", "[^1]: note", "---")),
)


@given(st.lists(BLOCKS, max_size=8).map("\n\n".join))
@settings(max_examples=200, deadline=None)
def test_anchors_are_those_of_the_outline(text: str) -> None:
    known = outline(text, HERE).headings
    body = render_body(text, HERE, known)
    shown = ([body.title_id] if body.title else []) + re.findall(r'<h\d id="([^"]*)"', body.html)
    assert shown == [heading.id for heading in known]


@given(st.lists(BLOCKS, max_size=6).map("\n\n".join))
@settings(max_examples=100, deadline=None)
def test_any_text_gives_whole_html(text: str) -> None:
    body = render_body(text, HERE, outline(text, HERE).headings)
    page = f"<main><h1>Title</h1>{body.html}</main>"
    assert [p for p in problems(page) if "fnref:" not in p] == []


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_engine(text: str) -> None:
    body = render_body(text, HERE, outline(text, HERE).headings)
    assert render_body(text, HERE, outline(text, HERE).headings) == body
    assert "data-course-part" not in body.html
    inline(text)
    block(text)
    plain(text)


def test_as_an_extension_it_gives_the_same_anchors() -> None:
    html = markdown.markdown("# T\n\n## T\n\ntext", extensions=["builder.render.markup"])
    assert html == '<h1 id="t">T</h1>\n<h2 id="t-2">T</h2>\n<p>text</p>'
