"""The swift steps change nothing but the time."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.treeprocessors import InlineProcessor
from pymdownx.highlight import Highlight, HighlightExtension
from pymdownx.superfences import SuperFencesBlockPreprocessor

from builder.render import dialect, markup
from builder.render.swift.blocks import SwiftParser
from builder.render.swift.code import SwiftHighlightExtension
from builder.render.swift.inline import SwiftInline
from builder.render.swift.phrases import phrase


def _stock_highlight(**options: object) -> HighlightExtension:
    return HighlightExtension(**options | {"pygments_style": "default"})


@pytest.fixture(scope="module")
def pair() -> tuple[Markdown, Markdown]:
    """Our engine, and the same dialect from the library's own steps."""
    ours, _ = dialect.engine("{}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dialect, "SwiftInline", InlineProcessor)
        patch.setattr(dialect, "swift_parser", lambda md: md.parser)
        patch.setattr(dialect, "swift_fences", lambda _: None)
        patch.setattr(dialect, "swift_steps", lambda _: None)
        patch.setattr(dialect, "SwiftHighlightExtension", _stock_highlight)
        plain, _ = dialect.engine("{}")
    return ours, plain


_INLINE = (
    *("word", "Two words", " ", "  \n", "\n", ".", ",", "é", "\u00a0", "\u2028", "\t"),
    *("*", "**", "_", "__", "`", "``", "\\", "\\*", "[", "]", "(", ")", "!", "&", "&amp;", "&#38;"),
    *("*em*", "**strong**", "`code`", "*a b*", "[x y](a/b_c.md#d)", "[a](b.md)", "![a](b.png)"),
    *("[a][b]", "\n\n[b]: c\n\n", "<i>", "</i>", "<a@b.example>", "<https://a.example>"),
    *("[^1]", "\n\n[^1]: n\n\n", "{: .c }", "{#id}", "HT", "\n*[HT]: Hyper\n"),
)
_BLOCKS = (
    *("\n\n", "# ", "##", "\n\n- ", "\n- item", "\n1. one", "\n\n٣. three", "\n> quote"),
    *("\n\n    ", "    indented", "\n    more", "\n: def", "\nTerm\n: def\n", "\n---\n", "\n***\n"),
    *("\n- - -", "\n===\n", "\nTitle\n---\n", '\n\n!!! note "T"\n    body\n', "\n??? x\n    y\n"),
    *(
        '\n=== "Tab"\n\n    in tab\n',
        "\n| a | b |\n|---|---|\n| 1 | *2* |\n",
        "\na | b\n- | -\n1 | 2\n",
    ),
    *("\n```python\nx = 1  # y\n```\n", "\n~~~\ncode\n~~~\n", "\n``` {.c hl_lines=1}\nx\n```\n"),
    *('<div markdown="1">\n*a*\n\n- b\n</div>\n', "<div>raw *x*</div>", "\n- [ ] task", "\x0c"),
)
TEXTS = st.lists(st.sampled_from(_INLINE), max_size=25) | st.lists(
    st.sampled_from(_INLINE + _BLOCKS), max_size=25
)
_LEAK = re.compile("klzzwxh:[0-9]+")
"""With some overlapping marks Python-Markdown leaves a number of its own in the text. It counts
the pieces it has put aside, and we put fewer aside."""


@given(TEXTS.map("".join))
@settings(max_examples=600, deadline=None)
def test_same_result(pair: tuple[Markdown, Markdown], text: str) -> None:
    ours, plain = (_LEAK.sub("", engine.reset().convert(text)) for engine in pair)
    assert ours == plain


@given(st.lists(st.sampled_from(_INLINE), max_size=9).map("".join))
@settings(max_examples=400, deadline=None)
@pytest.mark.parametrize("shown", [markup.inline, markup.block])
def test_short_texts_are_the_same_without_the_engine(
    shown: Callable[[str, str], str], text: str
) -> None:
    quick = shown(text, "content/m/a.md"), shown(f"Word {text}end", "content/m/a.md")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markup, "phrase_html", lambda _: None)
        assert quick == (shown(text, "content/m/a.md"), shown(f"Word {text}end", "content/m/a.md"))


@pytest.mark.parametrize("before", _BLOCKS)
def test_same_result_for_neighbours(pair: tuple[Markdown, Markdown], before: str) -> None:
    for after in _BLOCKS:
        text = f"{before}{after}text"
        ours, plain = (engine.reset().convert(text) for engine in pair)
        assert ours == plain, text


def test_it_is_in_use(pair: tuple[Markdown, Markdown]) -> None:
    """Should a library rename what we override, this fails and the saving is gone."""
    ours, plain = pair
    assert isinstance(ours.treeprocessors["inline"], SwiftInline)
    assert isinstance(ours.parser, SwiftParser)
    assert type(plain.parser) is BlockParser
    assert all(processor.parser is ours.parser for processor in ours.parser.blockprocessors)
    assert type(ours.preprocessors["fenced_code_block"]) is not SuperFencesBlockPreprocessor
    assert any(isinstance(e, SwiftHighlightExtension) for e in ours.registeredExtensions)
    assert hasattr(SuperFencesBlockPreprocessor, "parse_whitespace")
    assert hasattr(Highlight, "get_lexer")
    for name in ("handleInline", "applyPattern", "processPlaceholders"):
        assert hasattr(InlineProcessor, f"_InlineProcessor__{name}")


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("plain words, no marks", []),
        ("*a* and **b c**, then `d*`", ["em", "strong", "code"]),
        ("see [The map](../map.md#here).", ["a"]),
    ],
)
def test_usual_phrases_take_the_short_way(text: str, tags: list[str]) -> None:
    found = phrase(text)
    assert found is not None
    assert [element.tag for element in found[1]] == tags


@pytest.mark.parametrize(
    "text",
    ["***a***", "*a", "a_b", "\\*a*", "``a``", "<b>", "&amp;", "![a](b)", "[a][b]", "a  \nb"],
)
def test_the_rest_goes_the_long_way(text: str) -> None:
    assert phrase(text) is None
