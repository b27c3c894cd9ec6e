"""What belongs to what, written as Markdown, as a table for spreadsheets, as a page."""

from __future__ import annotations

import csv
import io
import re

from builder.publish.trace import LessonRow, ObjectiveRow, Trace
from builder.render.environment import environment
from builder.render.words import direction

FORMATS = ("markdown", "csv", "html")
COLUMNS = (
    "module",
    "lesson",
    "objective",
    "text",
    "sections",
    "questions",
    "levels",
    "exercises",
)
_FORMULA = re.compile(r"^[=+\-@\t\r]")
_MARK = re.compile(r"([\\|<>\[\]`*_])")


def written(trace: Trace, style: str) -> str:
    """The trace in one of `FORMATS`. Raises ValueError for another."""
    if style == "markdown":
        return _markdown(trace)
    if style == "csv":
        return _csv(trace)
    if style == "html":
        return _html(trace)
    raise ValueError(f"unknown format {style!r}: use one of {', '.join(FORMATS)}")


def _csv(trace: Trace) -> str:
    """One row for each objective; several things in a cell are separated by a semicolon."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for module in trace.modules:
        for lesson in module.lessons:
            for row in lesson.objectives:
                cells = (module.title, lesson.title, row.id, row.text, *_cells(row))
                table.writerow(map(_harmless, cells))
    return text.getvalue()


def _cells(row: ObjectiveRow) -> tuple[str, ...]:
    levels = sorted({question.level for question in row.questions if question.level})
    return (
        "; ".join(section.title for section in row.sections),
        "; ".join(question.name for question in row.questions),
        "; ".join(levels),
        "; ".join(row.exercises),
    )


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _markdown(trace: Trace) -> str:
    parts = [f"# Traceability: {_plain(trace.title)}"]
    for module in trace.modules:
        parts.append(f"## {_plain(module.title)}")
        for lesson in module.lessons:
            parts += [f"### {_plain(lesson.title)}", *_lesson(lesson)]
    if trace.loose:
        parts.append("Questions in banks without an objective: " + _listed(trace.loose))
    return "\n\n".join(parts) + "\n"


def _lesson(lesson: LessonRow) -> list[str]:
    parts = []
    if lesson.objectives:
        head = "| Objective | Taught in | Questions | Exercises |\n|---|---|---|---|"
        parts.append("\n".join([head, *map(_row, lesson.objectives)]))
    else:
        parts.append("No objectives.")
    if lesson.untaught:
        titles = [section.title for section in lesson.untaught]
        parts.append("Sections no question leads back to: " + _listed(titles))
    if lesson.loose:
        parts.append("Without an objective: " + _listed(lesson.loose))
    return parts


def _row(row: ObjectiveRow) -> str:
    sections, questions, _, exercises = _cells(row)
    text = f"{row.id}: {row.text}"
    cells = (text, sections or "-", questions or "**none**", exercises or "-")
    return "| " + " | ".join(c if c == "**none**" else _plain(c) for c in cells) + " |"


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(map(_plain, names)) + "."


def _plain(text: str) -> str:
    return _MARK.sub(r"\\\1", " ".join(text.split()))


def _html(trace: Trace) -> str:
    template = environment().get_template("traceability.html")
    return template.render(trace=trace, direction=direction(trace.language))
