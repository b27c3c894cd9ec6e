"""Every mistake in YAML's form is told in plain words, at its place, by either parser."""

import pytest

from builder.read.yaml_nodes import PARSER, PureParser, parse

CASES = {
    "colon": ("title: Trust: a start\n", (1, 13), "needs quotes"),
    "tab": ("a: b\n\tc: d\n", (2, 1), "tab"),
    "tab first": ("\ta: 1\n", (1, 1), "tab"),
    "at sign": ("a: @home\n", (1, 4), "cannot begin with '@'"),
    "backtick": ("a: `x`\n", (1, 4), "cannot begin with '`'"),
    "percent": ("a: %x\n", (1, 4), "cannot begin with '%'"),
    "open quote": ("a: 'x\nb: y\n", (1, 4), "never closed"),
    "open double quote": ('a: "x\nb: y\n', (1, 4), "never closed"),
    "apostrophe": ("a: 'it's'\n", (1, 8), "closing quotation mark"),
    "text after quote": ('a: "x" y\n', (1, 8), "closing quotation mark"),
    "open list": ("a: [1, 2\n", (1, 4), "'['"),
    "open list above a key": ("a: [1, 2\nb: c\n", (1, 4), "'['"),
    "open block": ("a: {b, c\n", (1, 4), "'{'"),
    "no colon": ("a: 1\nbcd\n", (2, 1), "neither"),
    "indent": ("a: 1\n b: 2\n", (2, 3), "indented differently"),
    "outdent": ("a:\n   - b\n  c: d\n", (3, 3), "indented differently"),
    "list on key line": ("a: - b\n", (1, 4), "list cannot begin"),
    "star": ("a: **bold**\n", (1, 5), "'*'"),
    "block scalar": ("a: |text\n", (1, 5), "next line"),
    "after the end": ("a: b\n...\nc\n", (3, 1), "end of the document"),
    "closing bracket": ("a: b\n]\n", (2, 1), "indented differently"),
    "control": ("a: \x01\n", (1, 4), "not allowed"),
}


@pytest.mark.parametrize("parser", [PARSER, PureParser])
@pytest.mark.parametrize("name", CASES)
def test_mistake(name, parser):
    text, place, words = CASES[name]
    _, findings = parse(text, "a.yml", parser=parser)
    assert len(findings) == 1
    assert findings[0].code == "yaml-syntax"
    assert findings[0].span[1:] == place
    assert words in findings[0].message
    assert findings[0].hint


def test_an_unknown_escape_is_explained():
    _, findings = parse('a: "x\\q"\n', "a.yml")
    assert "backslash" in findings[0].message


def test_the_hint_for_a_stray_colon_shows_the_repaired_line():
    _, findings = parse("  title: Trust: a start\n", "a.yml")
    assert findings[0].hint == 'title: "Trust: a start"'


@pytest.mark.parametrize("parser", [PARSER, PureParser])
def test_a_place_past_the_end_is_moved_onto_the_last_line(parser):
    _, findings = parse("a: [1,\n\n", "a.yml", parser=parser)
    assert findings[0].span.line <= 3


def test_extreme_nesting_is_told_even_when_the_parser_gives_up_first():
    _, findings = parse("[" * 5000, "a.yml")
    assert "deep" in findings[0].message or "levels" in findings[0].message
