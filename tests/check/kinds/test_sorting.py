"""Rules of categorise and matrix, over questions as authors write them."""

import pytest

from builder.check.kinds import kind_findings, pieces
from builder.read.questions.sorting import categorise, matrix
from builder.read.yaml_value import read_yaml

CATEGORIES = "prompt: P\ncategories: [Feeling, Thinking]\nitems:\n"
COLUMNS = "prompt: P\ncolumns: [Yes, No]\nrows:\n"
GOOD = "  - {text: a, in: Feeling, feedback: F}\n"


def found(text, kind=categorise):
    result = read_yaml(text, "q.yml", kind)
    assert result.findings == ()
    return [(f.span[1:], f.code) for f in kind_findings(result.value)]


@pytest.mark.parametrize(
    ("items", "findings"),
    [
        ("  - {text: b, in: Thinking}\n", []),
        ("  - {text: b, in: Thinkin}\n", [((5, 19), "unknown-column")]),
        ("  - {text: b}\n", [((5, 5), "no-column")]),
        ("  - {text: b, in: [Feeling, Thinking]}\n", [((5, 29), "no-column")]),
        ("", [((1, 1), "few-options")]),
    ],
)
def test_every_item_has_one_category(items, findings):
    assert found(CATEGORIES + GOOD + items) == findings


@pytest.mark.parametrize(
    ("several", "findings"), [("", [((5, 29), "no-column")]), ("several: true\n", [])]
)
def test_a_row_has_several_columns_only_where_it_may(several, findings):
    rows = "  - {text: a, answer: Yes}\n  - {text: b, answer: [Yes, No]}\n"
    assert found(COLUMNS + rows + several, matrix) == findings


def test_one_column_is_no_choice_and_two_of_a_kind_are_none():
    rows = "rows:\n  - {text: a, answer: x}\n  - {text: b, answer: x}\n"
    assert found("prompt: P\ncolumns: [x]\n" + rows, matrix) == [((1, 1), "few-options")]
    twice = "prompt: P\ncolumns: [x, {id: y, text: ' x'}]\n"
    assert ((2, 14), "same-option") in found(twice + rows, matrix)


def test_the_nearest_category_is_offered():
    text = CATEGORIES + GOOD + "  - {text: b, in: Thinkin}\n"
    findings = kind_findings(read_yaml(text, "q.yml", categorise).value)
    assert [finding.hint for finding in findings] == ["did you mean 'Thinking'?"]


def test_pieces_are_the_rows():
    asked = read_yaml(CATEGORIES + GOOD, "q.yml", categorise).value
    assert [(p.text, p.feedback, p.span.line) for p in pieces(asked)] == [("a", "F", 4)]
