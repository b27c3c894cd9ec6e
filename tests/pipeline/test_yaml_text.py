"""YAML for people means what it says to every reader."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.pipeline.yaml_text import listed, pairs, scalar


@pytest.mark.parametrize("text", ["Trust", "Trust and influence (2nd part)", "Größe", "日本語"])
def test_plain_where_plain_means_the_same(text):
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text",
    ["no", "Yes", "NULL", "1:30", "1.0", "a: b", "a #b", "- a", "", " a", "a ", "2. Über", '"',
     "\\", "a\nb", "\u2028", "\x85", "\u202e", "*a", "&a",
     "!a", "%a", "@a", "`a", "{a}", "💡", "\ufeff"],
)  # fmt: skip
def test_quoted_where_it_would_not(text):
    assert scalar(text).startswith('"')
    assert yaml.safe_load(scalar(text)) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(text):
    assert yaml.safe_load(f"key: {scalar(text)}") == {"key": text}
    assert yaml.safe_load(f"- {scalar(text)}") == [text]


def test_pairs_leave_out_what_is_empty():
    assert pairs([("title", "A"), ("subtitle", "")]) == "title: A\n"


def test_lists():
    assert yaml.safe_load(listed("lessons", ["a", "no"])) == {"lessons": ["a", "no"]}
    assert yaml.safe_load(listed("lessons", [])) == {"lessons": []}
