"""Every rule finds the faults that were put in, and leaves the shipped course alone."""

from __future__ import annotations

import pytest

from builder.check import check_quiz
from builder.diagnostics import Level, all_codes

from .seeded import FAULTS, recall, shipped

ALLOWED_FALSE_ALARMS = 0.02


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_seeded_faults_are_found(code):
    wanted = 1.0 if all_codes()[code].level is Level.ERROR else 0.9
    assert recall(code) >= wanted


def test_the_shipped_quizzes_raise_hardly_an_alarm():
    quizzes = shipped()
    count = sum(len(quiz.questions) for quiz in quizzes)
    found = [f for quiz in quizzes for f in check_quiz(quiz)]
    assert not [f for f in found if f.level is Level.ERROR]
    alarms = [f for f in found if f.level is Level.WARNING]
    assert len(alarms) <= ALLOWED_FALSE_ALARMS * count, alarms
    # A remark may be true and not worth a change; a flood of them would be read by nobody.
    remarks = [f for f in found if f.level is Level.INFO]
    assert len(remarks) <= 3 * ALLOWED_FALSE_ALARMS * count, remarks


def test_every_rule_about_questions_is_measured():
    """A new code about questions needs a seed here, or a reason why it cannot have one."""
    modules = ("alignment", "banks", "draws", "likeness", "policies", "quizzes", "stems")
    sources = {m: __import__(f"builder.check.{m}", fromlist=["x"]) for m in modules}
    codes = {
        value.name
        for module in sources.values()
        for value in vars(module).values()
        if type(value).__name__ == "Code"
    }
    assert codes - set(FAULTS) == {"short-lesson"}, "short-lesson looks at a number alone"
