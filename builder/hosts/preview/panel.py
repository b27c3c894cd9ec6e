"""The findings as the preview shows them in the page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostic, Level
from builder.hosts.preview.stage import Built

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 50
"""Findings listed in the page; the terminal has them all."""
_ORDER = (Level.ERROR, Level.WARNING)
"""What is shown, in this order; remarks would be in the way on every page."""


def panel(built: Built, *, stale: bool) -> str:
    """A region of HTML with what is wrong; empty when nothing is. `stale` tells that the page
    below it is older than the text."""
    if built.trouble:
        return _region("Not rebuilt", f"<p>{escape(built.trouble)}</p>", is_open=True)
    shown = (finding for finding in built.report if finding.level in _ORDER)
    findings = sorted(shown, key=lambda f: (_ORDER.index(f.level), f))
    if not findings:
        return ""
    failed = built.report.failed
    note = "<p>The page shows the last version without errors.</p>" if failed and stale else ""
    rows = "".join(_row(finding, built.source) for finding in findings[:MOST])
    more = len(findings) - MOST
    rest = f"<p>{more} more in the terminal.</p>" if more > 0 else ""
    return _region(_counts(built), f"{note}<ol>{rows}</ol>{rest}", is_open=failed)


def _counts(built: Built) -> str:
    counted = ((level, built.report.count(level)) for level in _ORDER)
    named = (f"{n} {level}{'s' * (n != 1)}" for level, n in counted if n)
    return ", ".join(named)


def _region(summary: str, inner: str, *, is_open: bool) -> str:
    return (
        '<section aria-label="Preview: findings">'
        f'<p role="status" class="count">{escape(summary)}</p>'
        f"<details{' open' if is_open else ''}><summary>Details</summary>{inner}</details>"
        '<button type="button" data-hide>Hide</button></section>'
    )


def _row(finding: Diagnostic, source: Callable[[str], str | None]) -> str:
    hint = f'<p class="hint">{escape(finding.hint)}</p>' if finding.hint else ""
    return (
        f'<li class="{finding.level}"><p><strong>{finding.level}</strong> '
        f"<code>{escape(str(finding.span))}</code> {escape(finding.message)} "
        f"<small>[{escape(finding.code)}]</small></p>{_line(finding, source)}{hint}</li>"
    )


def _line(finding: Diagnostic, source: Callable[[str], str | None]) -> str:
    """The line of the source with the place marked; empty for a whole file."""
    text = source(finding.span.path) if finding.span.line else None
    lines = text.splitlines() if text else []
    if not 0 < finding.span.line <= len(lines):
        return ""
    line = lines[finding.span.line - 1]
    at = max(0, finding.span.column - 1)
    start = max(0, at - 80)
    before, mark, after = line[start:at], line[at : at + 1], line[at + 1 : at + 120]
    marked = f"<mark>{escape(mark or ' ')}</mark>"
    return f"<pre>{finding.span.line} | {escape(before)}{marked}{escape(after)}</pre>"
