"""Findings an author has looked at and accepts."""

from builder.check import check_quiz
from builder.diagnostics import Level
from builder.model.questions import Waiver

from .make import at, choice, of, option, quiz

ABSOLUTE = (option("Ask", True), option("Never ask"), option("Wait"))


def found(*waivers, options=ABSOLUTE):
    made = tuple(Waiver(code, reason, at(8, 7, "quizzes/trust.yml")) for code, reason in waivers)
    return check_quiz(quiz(choice(*options, waivers=made)))


def test_an_accepted_finding_is_not_made():
    assert of("absolute-option", found())
    assert not found(("absolute-option", "The policy says so."))


def test_other_findings_stay():
    assert of("absolute-option", found(("negative-stem", "Meant.")))


def test_a_misspelt_code():
    (finding,) = of("unknown-waiver", found(("absolut-option", "Meant.")))
    assert (finding.level, finding.hint) == (Level.WARNING, "did you mean 'absolute-option'?")


def test_errors_cannot_be_accepted():
    twins = (option("Ask", True), option("Ask"), option("Wait"))
    findings = found(("same-option", "Meant."), options=twins)
    assert of("same-option", findings)
    assert "is an error" in of("unknown-waiver", findings)[0].message


def test_a_reason_is_wanted():
    (finding,) = of("waiver-without-reason", found(("absolute-option", "")))
    assert finding.span.line == 8
