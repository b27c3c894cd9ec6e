import pytest

from builder.model.questions import MenuKey, NumberKey, TextKey
from builder.read.questions.cloze import cloze
from builder.read.yaml_value import read_yaml

TEXT = "prompt: P\ntext: A {{a}} and {{b}}.\n"


def read(text):
    result = read_yaml(TEXT + text, "q.yml", cloze)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_blanks_of_every_kind():
    question, findings = read(
        "blanks:\n  a: trust\n"
        "  b: {options: [{text: small, correct: true}, big], feedback: F}\n"
        "  c: {type: numeric, answer: 5, unit: km}\n"
        "  d: {answer: x, wrong: [y], typos: accept}\n"
    )
    assert findings == []
    assert question.gaps() == ("a", "b")
    assert [blank.id for blank in question.blanks] == ["a", "b", "c", "d"]
    kinds = [type(blank.key) for blank in question.blanks]
    assert kinds == [TextKey, MenuKey, NumberKey, TextKey]
    menu = question.blanks[1].key
    assert [(o.id, o.text, o.correct) for o in menu.options] == [
        ("small", "small", True),
        ("big", "big", False),
    ]
    assert question.blanks[1].feedback == "F"


def test_blanks_as_a_list():
    question, findings = read(
        "blanks:\n  - a: trust\n  - {id: b, type: dropdown, options: [x, y]}\n"
    )
    assert findings == []
    assert [blank.id for blank in question.blanks] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", ((1, 1), "missing-key")),
        ("blanks: {a: {type: menu}}\n", ((3, 20), "wrong-value")),
        ("blanks: {a: {unit: km, answer: 5}}\n", ((3, 14), "unknown-key")),
        ("blanks: {a: {type: numeric, answer: x}}\n", ((3, 37), "wrong-type")),
        ("blanks: {a: {feedback: F}}\n", ((3, 10), "missing-key")),
        ("blanks: [a: x, a: y]\n", ((3, 16), "duplicate-option")),
        ("blanks: {a: {options: [x, x]}}\n", ((3, 27), "duplicate-option")),
    ],
)
def test_mistakes_have_places(text, finding):
    question, findings = read(text)
    assert findings == [finding]
    assert question.incomplete
