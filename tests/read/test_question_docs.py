"""What authors are told about questions is true: examples can be read and pass the checks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.check.kinds import kind_findings
from builder.model.grading import grade, solution
from builder.read.questions import READERS
from builder.read.quiz import read_quiz

DOCS = (Path(__file__).parents[2] / "docs" / "questions.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n)*)", DOCS, re.MULTILINE))


def test_headings_are_types():
    assert set(SECTIONS) <= set(READERS)
    assert {"short-text", "numeric", "cloze"} <= set(SECTIONS)


@pytest.mark.parametrize("kind", SECTIONS)
def test_examples_can_be_used(kind):
    examples = re.findall(r"^```yaml\n(.*?)^```$", SECTIONS[kind], re.MULTILINE | re.DOTALL)
    assert examples
    for example in examples:
        result = read_quiz("quizzes/a.yml", example.encode())
        assert result.findings == ()
        assert result.value.questions
        for question in result.value.questions:
            assert question.type == kind
            assert [f.message for f in kind_findings(question)] == []
            if grade(question, solution(question)).score is not None:
                assert grade(question, solution(question)).right
