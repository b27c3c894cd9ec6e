"""Rules of surveys, reflections and confidence, on questions as authors write them."""

from __future__ import annotations

import pytest

from builder.check.kinds import kind_findings
from builder.read.quiz import read_quiz


def found(text: str) -> list[tuple[int, str]]:
    """Line and code of what the rules of its kind find in a question that begins in line 2."""
    lines = "\n    ".join(text.strip().split("\n"))
    result = read_quiz("quizzes/a.yml", f"questions:\n  - id: q\n    {lines}\n".encode())
    assert not result.findings
    (question,) = result.value.questions
    return [(f.span.line, f.code) for f in kind_findings(question)]


GOOD = {
    "survey": "type: survey\nprompt: How true?\nscale: [No, Yes]\nrows: [I ask, I listen]",
    "single": "type: survey\nprompt: How true?\nscale: [1, 2, 3]\nfirst: No\nlast: Yes",
    "confidence": "type: confidence\nprompt: P\noptions: [{text: Ab, correct: true}, Cd, Ef]",
    "reflection": "type: reflection\nprompt: P\nmodel: M\nlevels: [No, Yes]\nrubric: [A, B]",
}


@pytest.mark.parametrize("name", GOOD)
def test_good_questions_have_no_findings(name):
    assert found(GOOD[name]) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "finding"),
    [
        ("survey", "[No, Yes]", "[No]", (2, "few-options")),
        ("survey", "[No, Yes]", "[No, {id: n, text: No}]", (5, "same-option")),
        ("survey", "I listen]", "{id: b, text: I ask}]", (6, "same-option")),
        ("survey", "[No,", "[{text: No, feedback: Hm.},", (5, "unsaid-feedback")),
        ("confidence", "correct: true", "id: x", (2, "no-right-option")),
        ("confidence", ", Cd, Ef", "", (2, "few-options")),
        ("reflection", "[No, Yes]", "[No]", (7, "few-options")),
        ("reflection", "B]", "A.]", (7, "same-option")),
        ("reflection", "[No, Yes]", "[No, 'No!']", (6, "same-option")),
    ],
)
def test_faults_are_found(name, old, new, finding):
    assert old in GOOD[name]
    assert finding in found(GOOD[name].replace(old, new))


def test_a_reflection_gives_something_to_compare_with():
    assert found("type: reflection\nprompt: P") == [(2, "nothing-to-compare")]
    assert found("type: reflection\nprompt: P\nfeedback: Tell a friend.") == []
