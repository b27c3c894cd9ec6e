"""Findings that an author has looked at and accepts, written beside the question as `lint_ok`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.check.explaining import explained
from builder.check.near import did_you_mean
from builder.diagnostics import Diagnostic, Level, all_codes, code
from builder.model.questions import Question

UNKNOWN_WAIVER = code(
    "unknown-waiver",
    Level.WARNING,
    "A question accepts a finding that does not exist or cannot be accepted",
    explained(
        what="A key under `lint_ok` is no code of a finding, or is one of an error.",
        why="The line changes nothing. Errors cannot be accepted: something would not work.",
        fix="Use the word in square brackets at the end of a message.",
        example="lint_ok:\n  absolute-option: The policy says so in these words.",
    ),
)
NO_REASON = code(
    "waiver-without-reason",
    Level.WARNING,
    "A question accepts a finding without saying why",
    explained(
        what="An entry of `lint_ok` is only a code.",
        why="Whoever reads the file next cannot tell a decision from a convenience.",
        fix="Write the reason after the code.",
        example="lint_ok:\n  absolute-option: The policy says so in these words.",
    ),
)


def waivers(question: Question) -> Iterator[Diagnostic]:
    """What is accepted can be accepted, and for a reason."""
    for waiver in question.waivers:
        known = all_codes().get(waiver.code)
        if known is None:
            message = f"there is no finding {waiver.code!r}"
            hint = did_you_mean(waiver.code, all_codes(), "use the word in brackets")
            yield UNKNOWN_WAIVER.at(waiver.span, message, hint)
        elif known.level is Level.ERROR:
            message = f"{waiver.code!r} is an error and cannot be accepted"
            yield UNKNOWN_WAIVER.at(waiver.span, message, "mend what it names")
        elif not waiver.reason.strip():
            message = f"nothing says why {waiver.code!r} is right here"
            yield NO_REASON.at(waiver.span, message, f"write `{waiver.code}: the reason`")


def kept(findings: Iterable[Diagnostic], waived: Iterable[str]) -> Iterator[Diagnostic]:
    """The findings without those that were accepted."""
    names = frozenset(waived)
    for finding in findings:
        if finding.code not in names or finding.level is Level.ERROR:
            yield finding
