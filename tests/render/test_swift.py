"""The quicker inline step changes nothing but the time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from builder.render.dialect import engine
from builder.render.swift import SwiftInline


@pytest.fixture(scope="module")
def pair() -> tuple[Markdown, Markdown]:
    ours, _ = engine("{}")
    plain, _ = engine("{}")
    plain.treeprocessors.register(InlineProcessor(plain), "inline", 20)
    return ours, plain


PIECES = st.sampled_from(
    [
        *(
            "word",
            " ",
            "  \n",
            "\n",
            "*",
            "**",
            "_",
            "__",
            "`",
            "``",
            "\\",
            "\\*",
            "[",
            "]",
            "(",
            ")",
        ),
        *("[a](b.md)", "![a](b.png)", "[a][b]", "\n\n[b]: c\n\n", "<i>", "</i>", "<a@b.example>"),
        *(
            "<https://a.example>",
            "&",
            "&amp;",
            "&#38;",
            "[^1]",
            "\n\n[^1]: n\n\n",
            "!",
            "\n\n- ",
            "# ",
        ),
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=400, deadline=None)
def test_same_result(pair: tuple[Markdown, Markdown], text: str) -> None:
    ours, plain = (engine.reset().convert(text) for engine in pair)
    assert ours == plain


def test_it_is_in_use(pair: tuple[Markdown, Markdown]) -> None:
    """Should Python-Markdown rename what we override, this fails and the saving is gone."""
    step = pair[0].treeprocessors["inline"]
    assert isinstance(step, SwiftInline)
    assert hasattr(InlineProcessor, "_InlineProcessor__handleInline")
    assert hasattr(InlineProcessor, "_InlineProcessor__applyPattern")
