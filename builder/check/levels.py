"""How much each finding matters in this course."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.near import did_you_mean
from builder.diagnostics import Diagnostic, Level, Report, all_codes, code
from builder.model.course import Course

UNKNOWN_CODE = code(
    "unknown-code",
    Level.WARNING,
    "The levels of a course name a finding that does not exist",
    explained(
        what="A key under `levels` in `course.yml` is no code of a finding.",
        why="The line changes nothing.",
        fix="Use the word in square brackets at the end of a message.",
        example="levels:\n  missing-takeaway: off",
    ),
)
FORMAT_ONLY = frozenset(
    {"empty-module", "missing-summary", "missing-objectives", "missing-takeaway", "unknown-key"}
)
"""What only a course written for this builder can have, and the front matter of other programs:
a bare folder is just told."""


def unknown_code(facts: Facts) -> Iterator[Diagnostic]:
    """Levels are set for codes that exist."""
    for name, _ in facts.course.levels:
        if name not in all_codes():
            hint = did_you_mean(name, all_codes(), "use the word in brackets after a message")
            yield UNKNOWN_CODE.at(facts.course.span, f"there is no finding {name!r}", hint)


def settle(course: Course, findings: Iterable[Diagnostic]) -> Report:
    """The findings as this course wants them: lenient for a bare folder, and with the author's
    own levels. Fatal codes stay errors, since no whole site can be made in spite of them.
    """
    fatal = {name for name, kind in all_codes().items() if kind.fatal}
    kept = findings if course.explicit else (_lenient(f, fatal) for f in findings)
    levels = {name: level for name, level in course.levels if name not in fatal}
    return Report(kept).relevelled(levels)


def _lenient(finding: Diagnostic, fatal: set[str]) -> Diagnostic:
    if finding.code in FORMAT_ONLY:
        return replace(finding, level=Level.INFO)
    if finding.level is Level.ERROR and finding.code not in fatal:
        return replace(finding, level=Level.WARNING)
    return finding
