"""A report as text for people, as annotations for GitHub, as JSON for programs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from functools import partial

from builder.diagnostics.codes import Level
from builder.diagnostics.report import Diagnostic, Report

Source = Callable[[str], str | None]
"""Gives the text of a file by its path, or None when there is none to show."""

FORMATS = ("text", "github", "json")

_COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.INFO: "36", Level.OFF: "2"}
_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_WIDEST = 120
_BEFORE = 60


def render(report: Report, format_: str, source: Source, colour: bool = False) -> str:
    """The findings in one of `FORMATS`; empty text for none, except in JSON, which gives `[]`.

    Raises ValueError for another format.
    """
    if format_ == "text":
        return _text(report, source, colour)
    if format_ == "github":
        return "".join(f"{_annotation(finding)}\n" for finding in report)
    if format_ == "json":
        rows = [_record(finding) for finding in report]
        return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
    raise ValueError(f"unknown format {format_!r}: use one of {', '.join(FORMATS)}")


def summary(report: Report) -> str:
    """How much was found, in one line: `2 errors, 1 warning in 3 files`."""
    counted = [(level, report.count(level)) for level in (Level.ERROR, Level.WARNING, Level.INFO)]
    parts = [_counted(level, number) for level, number in counted if number]
    if not parts:
        return "nothing to complain about"
    files = len({finding.span.path for finding in report})
    return f"{', '.join(parts)} in {files} {'file' if files == 1 else 'files'}"


def _counted(level: Level, number: int) -> str:
    if level is Level.INFO:
        return f"{number} {'remark' if number == 1 else 'remarks'}"
    return f"{number} {level}{'' if number == 1 else 's'}"


def _text(report: Report, source: Source, colour: bool) -> str:
    paint = partial(_painted, colour=colour)
    rows: dict[str, list[str]] = {}
    blocks = []
    for finding in report:
        path = finding.span.path
        if path not in rows:
            rows[path] = (source(path) or "").split("\n")
        blocks.append("\n".join(_lines(finding, rows[path], paint)))
    return "".join(f"{block}\n" for block in blocks)


def _lines(finding: Diagnostic, rows: list[str], paint: Callable[[str, str], str]) -> list[str]:
    shade = _COLOURS[finding.level]
    place = paint(_clean(str(finding.span)), "1")
    level = paint(f"{finding.level}:", f"1;{shade}")
    lines = [f"{place}: {level} {_clean(finding.message)} [{finding.code}]"]
    line, column = finding.span.line, finding.span.column
    if 0 < line <= len(rows) and rows[line - 1].strip():
        shown, caret = _excerpt(rows[line - 1], column)
        lines.append(f"{line:>6} | {shown}")
        if column:
            lines.append(f"{'':>6} | {caret}{paint('^', f'1;{shade}')}")
    if finding.hint:
        lines.append(f"       {paint('hint:', '1')} {_clean(finding.hint)}")
    for span, text in finding.see:
        lines.append(f"       {paint('see:', '1')} {_clean(str(span))}: {_clean(text)}")
    return lines


def _excerpt(row: str, column: int) -> tuple[str, str]:
    """The row, cut to a readable width around the column, and the space before the caret."""
    at = max(0, min(column - 1, len(row)))
    start = max(0, at - _BEFORE) if len(row) > _WIDEST else 0
    shown = _clean(row[start : start + _WIDEST])
    head = "... " if start else ""
    tail = " ..." if start + _WIDEST < len(row) else ""
    before = _clean(row[start:at])
    return f"{head}{shown}{tail}".rstrip(), _space(head + before)


def _space(text: str) -> str:
    """Blanks as wide as a text in a terminal; tabs stay, so that they expand alike."""
    return "".join(_blank(character) for character in text)


def _blank(character: str) -> str:
    if character == "\t" or unicodedata.combining(character):
        return "\t" if character == "\t" else ""
    return "  " if unicodedata.east_asian_width(character) in "WF" else " "


def _clean(text: str) -> str:
    """A text that cannot steer the terminal: control characters become visible."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\t" else "\ufffd" for c in text)


def _painted(text: str, style: str, colour: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text


def _annotation(finding: Diagnostic) -> str:
    span = finding.span
    fields = {
        "file": span.path,
        "line": str(span.line or 1),
        "col": str(span.column or 1),
        "title": finding.code,
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in fields.items())
    message = f"{finding.message}\nhint: {finding.hint}" if finding.hint else finding.message
    return f"::{_GITHUB.get(finding.level, 'notice')} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _record(finding: Diagnostic) -> dict[str, object]:
    return {
        "path": finding.span.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "level": str(finding.level),
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
        "see": [
            {"path": span.path, "line": span.line, "column": span.column, "message": text}
            for span, text in finding.see
        ],
    }
