import pytest

from builder.read.questions.short_text import short_text
from builder.read.yaml_value import read_yaml


def read(text):
    result = read_yaml("prompt: P\n" + text, "q.yml", short_text)
    return result.value, [(f.span[1:], f.code) for f in result.findings]


def test_a_word_is_enough():
    question, findings = read("answer: trust\n")
    assert findings == []
    assert question.type == "short-text"
    assert [(v.id, v.text, v.credit) for v in question.key.variants] == [("0", "trust", 1.0)]
    assert (question.key.case, question.key.accents, question.key.typos) == (False, False, "hint")


def test_several_answers_stand_in_a_list():
    question, findings = read("answer: [trust, {text: faith, credit: 0.5}]\naccept: [hope]\n")
    assert findings == []
    told = [(v.text, v.credit) for v in question.key.variants]
    assert told == [("trust", 1), ("faith", 0.5), ("hope", 1)]


def test_everything_that_can_be_said():
    question, findings = read(
        "answer: {text: trust, feedback: Yes.}\n"
        "accept:\n  - reliance\n  - {text: faith, credit: 0.5, feedback: Nearly.}\n"
        '  - {pattern: "trust(ing|ed)?"}\n'
        "wrong:\n  - control\n  - {text: rules, feedback: They replace it.}\n"
        "case: true\naccents: true\ntypos: accept\n"
    )
    assert findings == []
    told = [(v.id, v.text, v.credit, v.feedback, v.pattern) for v in question.key.variants]
    assert told == [
        ("0", "trust", 1, "Yes.", False),
        ("1", "reliance", 1, "", False),
        ("2", "faith", 0.5, "Nearly.", False),
        ("3", "trust(ing|ed)?", 1, "", True),
        ("4", "control", 0, "", False),
        ("5", "rules", 0, "They replace it.", False),
    ]
    assert (question.key.case, question.key.accents, question.key.typos) == (True, True, "accept")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("hint: H\n", ((1, 1), "missing-key")),
        ("answer: {feedback: F}\n", ((2, 9), "missing-key")),
        ("answer: []\n", ((2, 9), "wrong-value")),
        ("answer: {pattern: a}\n", ((2, 9), "wrong-value")),
        ("answer: [{text: a, credit: 0.5}, b]\n", ((2, 9), "wrong-value")),
        ("answer: a\naccept:\n  - pattern: (a+)+\n", ((4, 14), "unsafe-pattern")),
        ("answer: a\nwrong:\n  - {text: b, pattern: c}\n", ((4, 24), "wrong-value")),
        ("answer: a\nwrong: [{feedback: F}]\n", ((3, 9), "missing-key")),
        ("answer: a\naccept: [{text: b, credit: 2}]\n", ((3, 28), "wrong-value")),
        ("answer: a\ntypos: allow\n", ((3, 8), "wrong-value")),
        ("answers: a\n", ((2, 1), "unknown-key")),
    ],
)
def test_mistakes_have_places(text, finding):
    question, findings = read(text)
    assert findings[0] == finding
    assert question.incomplete
