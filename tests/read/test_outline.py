import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.outline import Measure
from builder.read.outline import outline

TEXT = """\
A first paragraph with [a link](x.md).

## Title

![Alt](p.png)

```takeaway
id: x
```

## Title

<a id="here"></a>
"""


def test_everything_has_its_line_in_the_file():
    found = outline(TEXT, "content/a.md", 5)
    assert [(h.level, h.text, h.id, h.span) for h in found.headings] == [
        (2, "Title", "title", ("content/a.md", 7, 1)),
        (2, "Title", "title-2", ("content/a.md", 15, 1)),
    ]
    assert [(x.target, x.text, x.span) for x in found.links] == [
        ("x.md", "a link", ("content/a.md", 5, 24))
    ]
    assert [(p.src, p.alt, p.span) for p in found.pictures] == [
        ("p.png", "Alt", ("content/a.md", 9, 1))
    ]
    assert [(f.info, f.text, f.span, f.line) for f in found.fences] == [
        ("takeaway", "id: x", ("content/a.md", 11, 1), 12)
    ]
    assert found.anchors == ("here",)
    assert found.excerpt == "A first paragraph with a link."


def test_places_survive_everything_that_was_blanked_above():
    text = "<!-- c\nc --> a\n- b\n```\nc\n```\n> ä [x](y.md)\n"
    assert outline(text, "a.md").links[0].span == ("a.md", 7, 5)


@pytest.mark.parametrize(
    "silent",
    [
        "<!-- a b c -->\n",
        "```quiz\nid: a\n```\n",
        "```takeaway\ntitle: a b c\n```\n",
        "```facilitator\nfor the facilitator only\n```\n",
        "[r]: https://a.b/c\n",
        "!!! note\n",
        "---\n",
        "<script>\nvar a = 1\n</script>\n",
        "{: .a #b }\n",
        "<br>\n",
        "https://a.b/c\n",
        "*[HTML]: Hypertext\n",
        "|---|---|\n",
    ],
)
def test_what_is_not_read_adds_nothing(silent):
    text = f"one two three\n\n{silent}\nfour five\n"
    assert outline(text, "a.md").measure == Measure(words=5)


def test_tables_headings_lists_and_notes_are_read():
    text = (
        '# a b\n\n| c | d e |\n|---|---|\n| f | g |\n\n1. h\n- [x] i\n\n!!! note "j k"\n    l m\n'
    )
    assert outline(text, "a.md").measure == Measure(words=13)


def test_code_pictures_and_characters_are_measured_apart():
    text = "信頼\n\n```\nx\ny\n```\n\n![a b c](p.png)\n"
    assert outline(text, "a.md").measure == Measure(0, 2, 1, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\nText below.\n", "Text below."),
        ("![only a picture](p.png)\n\nText.\n", "Text."),
        ("> quote\n\n- list\n\n| a |\n|---|\n\nText.\n", "Text."),
        ("!!! note\n    Not this.\n\nText.\n", "Text."),
        ("<p>HTML</p>\n\nText.\n", "Text."),
        ("Two\nlines.\n\nMore.\n", "Two lines."),
        ("**Bold** start.\n", "Bold start."),
        ("[Link](x.md) first.\n", "Link first."),
        ("<span>Inline</span> HTML.\n", "Inline HTML."),
        ("---\n\n***\n\nText.\n", "Text."),
        ("{% include x %}\n\nText.\n", "Text."),
        ("", ""),
        ("# Only a title\n", ""),
    ],
)
def test_the_excerpt_is_the_first_paragraph(text, expected):
    assert outline(text, "a.md").excerpt == expected


MARKUP = st.sampled_from(
    ["[", "]", "(", ")", "!", "<!--", "-->", "`", "```", "~~~\n", "\n", "\n\n", " ", "    ", "#",
     "- ", "> ", "<div>", "</div>", "<a href=\"", "<img src='", "{#", "}", "*", "_", "|", "\\", "&",
     "===", "---", "!!! ", "x", "x y", "é", "信", "\t", "[a]: b", "http://", "<h1>", '"', "'"]
)  # fmt: skip


@given(st.lists(MARKUP, max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_markup_gives_an_outline_with_places_inside_the_text(text):
    found = outline(text, "a.md")
    rows = text.split("\n")
    for span in [x.span for x in (*found.headings, *found.links, *found.pictures, *found.fences)]:
        assert 1 <= span.line <= len(rows)
        assert 1 <= span.column <= len(rows[span.line - 1]) + 1
    ids = [heading.id for heading in found.headings]
    assert len(ids) == len(set(ids))
    assert all(ids)


UNITS = [
    "[", "![", "](", "[a](", '[a](b "', "<!--", "<!-- x -->", "<a ", '<a "', "`", "``a`", "``` a\n",
    "~~~x\n", "**", "*a ", "_", "> ", "#", "a\n---\n", "{", "[a]: b\n", "[a][", "<div>\n", "&",
    "\\", "[[]](", "[a]((", "x", "信", '<img alt="', "<h1>", "a. A", "\n",
]  # fmt: skip


def seconds(text):
    start = time.process_time()
    outline(text, "a.md")
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_text_and_not_with_its_square(unit):
    short, long = unit * (8_000 // len(unit)), unit * (64_000 // len(unit))
    ratio = min(seconds(long) for _ in range(2)) / max(min(seconds(short) for _ in range(3)), 1e-3)
    # Eight times the text: linear gives about 8, quadratic 64.
    assert ratio < 32
