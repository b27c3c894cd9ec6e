"""The examples in docs/questions.md are questions, and good ones."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

import pytest

from builder.check.kinds import kind_findings
from builder.diagnostics import Level
from builder.model.grading import grade, solution
from builder.model.quiz import Policy
from builder.read.questions import READERS
from builder.read.quiz import read_quiz

TEXT = (Path(__file__).parent.parent / "docs" / "questions.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n)*)", TEXT, re.MULTILINE))
EXAMPLES = [
    (head, example)
    for head, body in SECTIONS.items()
    for example in re.findall(r"^```yaml\n(.*?)^```", body, re.DOTALL | re.MULTILINE)
]


def test_every_section_is_named_by_a_type_and_has_an_example():
    assert set(SECTIONS) == set(READERS)
    assert {head for head, _ in EXAMPLES} == set(SECTIONS)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[head for head, _ in EXAMPLES])
def test_an_example_is_a_question_without_faults(kind, example):
    whole = example.startswith("questions:")
    quiz = example if whole else f"questions:\n  -\n{indent(example, '    ')}"
    result = read_quiz("quizzes/a.yml", quiz.encode())
    assert result.findings == ()
    assert {question.type for question in result.value.questions} == {kind}
    for question in result.value.questions:
        findings = [f for f in kind_findings(question) if f.level is not Level.INFO]
        assert [f.message for f in findings] == []
        outcome = grade(question, solution(question))
        assert outcome.right or outcome.score is None


QUIZZES = (Path(__file__).parent.parent / "docs" / "quizzes.md").read_text("utf-8")


@pytest.mark.parametrize(
    "example", re.findall(r"^```yaml\n(.*?)^```", QUIZZES, re.DOTALL | re.MULTILINE)
)
def test_examples_of_quizzes_can_be_read(example):
    assert read_quiz("quizzes/a.yml", example.encode()).findings == ()


def test_every_key_of_a_quiz_is_described():
    keys = set(Policy.__dataclass_fields__) | {"pass_mark"}
    described = set(re.findall(r"^\| `(\w+)` \|", QUIZZES, re.MULTILINE))
    assert described == keys
