"""Rules of typed answers, on questions as authors write them."""

from __future__ import annotations

import pytest

from builder.check.kinds import kind_findings, pieces
from builder.model.questions import Question
from builder.read.quiz import read_quiz


def question(text: str) -> Question:
    lines = "\n    ".join(text.strip().split("\n"))
    result = read_quiz("quizzes/a.yml", f"questions:\n  - id: q\n    {lines}\n".encode())
    assert not result.findings
    return result.value.questions[0]


def found(text: str) -> list[tuple[int, str]]:
    """Line and code of what the rules of its kind find in a question that begins in line 2."""
    return [(f.span.line, f.code) for f in kind_findings(question(text))]


TEXT = "type: short-text\nprompt: What grows?\n"
NUMBER = "type: numeric\nprompt: How far?\n"
CLOZE = "type: cloze\nprompt: Fill in.\n"
TWICE = """\
text: A {{a}}.
blanks:
  a:
    options:
      - {text: x, correct: true}
      - {text: y, correct: true}
      - {text: y, id: z}
"""


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("answer: trust\nwrong:\n  - control\n  - Trusty", []),
        ("answer: trust\nwrong:\n  - control\n  - Trust.", [(8, "shadowed-answer")]),
        ("answer: trust\ncase: true\nwrong:\n  - TRUST", []),
        ("answer: sch\u00f6n\nwrong:\n  - schon", []),
        ("answer: sch\u00f6n\nwrong:\n  - SCH\u00d6N", [(7, "shadowed-answer")]),
        ("answer: trust\naccept:\n  - trust", [(7, "shadowed-answer")]),
        ('answer: trust\naccept:\n  - pattern: "trust|faith"\nwrong:\n  - faith', []),
        ("answer: trust\ntypos: accept\nwrong:\n  - truss", []),
        ('answer: trust\nwrong:\n  - "\u200b"', [(7, "shadowed-answer")]),
        ("answer: a place where people keep each other's promises", [(5, "long-answer")]),
    ],
)
def test_listed_texts_count_as_they_say(text, findings):
    assert found(TEXT + text) == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("answer: 42\nwrong: [26]", []),
        ("answer: 42\ntolerance: 5\nwrong: [{value: 40, tolerance: 0}]", []),
        ("answer: 42\nwrong: [42]", [(6, "shadowed-answer")]),
        ("answer: {from: 1, to: 9}\nwrong: [{value: 5, tolerance: 4}]", [(6, "shadowed-answer")]),
        ("answer: 42.195\nunit: km\nunit_required: true", [(5, "no-tolerance")]),
        ("answer: 42.195\ntolerance: 1%", []),
        ("answer: 6.02e23\ntolerance: 1%", []),
    ],
)
def test_listed_numbers_count_as_they_say(text, findings):
    assert found(NUMBER + text) == findings


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("text: A {{a}}.\nblanks:\n  a: trust", []),
        ("text: A {{a}} {{b}}.\nblanks:\n  a: trust", [(2, "unknown-blank")]),
        ("text: A.\nblanks:\n  a: trust", [(7, "unused-blank")]),
        ("text: A {{a}} {{a}}.\nblanks:\n  a: trust", [(7, "unused-blank")]),
        (
            "text: A {{a}}.\nblanks:\n  a:\n    answer: trust\n    wrong: [Trust]",
            [(9, "shadowed-answer")],
        ),
        (
            "text: A {{a}}.\nblanks:\n  a: {type: numeric, answer: 1, wrong: [1]}",
            [(7, "shadowed-answer")],
        ),
        (
            "text: A {{a}}.\nblanks:\n  a: {options: [x, y]}",
            [(7, "no-right-option")],
        ),
        (
            "text: A {{a}}.\nblanks:\n  a: {options: [{text: x, correct: true}]}",
            [(7, "few-options")],
        ),
        (
            TWICE,
            [(7, "several-right-options"), (11, "same-option")],
        ),
    ],
)
def test_blanks_and_gaps_fit(text, findings):
    assert found(CLOZE + text) == findings


def test_the_nearest_blank_is_offered():
    asked = question(CLOZE + "text: A {{trsut}}.\nblanks:\n  trust: trust")
    assert "did you mean 'trust'?" in {f.hint for f in kind_findings(asked)}


def test_pieces_are_what_a_learner_is_told_about():
    asked = question(TEXT + "answer: {text: trust, feedback: F}\naccept: [faith]\nwrong: [control]")
    assert [(p.text, p.feedback) for p in pieces(asked)] == [("trust", "F"), ("control", "")]
    asked = question(NUMBER + "answer: 5\naccept: [6]\nwrong: [{value: 7, feedback: F}]")
    assert [(p.text, p.feedback) for p in pieces(asked)] == [("5", ""), ("7", "F")]
    asked = question(
        CLOZE + "text: '{{a}} {{b}} {{c}} {{d}}'\nblanks:\n"
        "  a: {answer: x, wrong: [{text: y, feedback: F}]}\n"
        "  b: {answer: x, feedback: G}\n  c: {options: [{text: x, feedback: H}, y]}\n"
        "  d: {type: numeric, answer: 1}"
    )
    assert [p.feedback for p in pieces(asked)] == ["F", "G", "H", ""]
