"""Readers of `categorise` and `matrix`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from builder.model.questions import Option, Sorting, SortRow
from builder.read.questions.base import (
    DUPLICATE_OPTION,
    Common,
    common,
    report_repeats,
    report_twins,
    short_id,
)
from builder.read.yaml_value import Fields


def categorise(fields: Fields) -> Sorting:
    """Put each item into a category."""
    base = common(fields, "categorise")
    columns = fields.items("categories", _column, "The categories.", short="text", required=True)
    rows = fields.items("items", _item, "What to sort.", required=True)
    return _sorting(fields, base, columns, rows)


def matrix(fields: Fields) -> Sorting:
    """Tick the column of each row, or all its columns with `several: true`."""
    base = common(fields, "matrix")
    columns = fields.items("columns", _column, "The columns.", short="text", required=True)
    rows = fields.items("rows", _row, "The rows.", required=True)
    several = fields.flag("several", "Whether a row may have more than one column.")
    return _sorting(fields, base, columns, rows, several=several)


def _sorting(
    fields: Fields,
    base: Common,
    columns: tuple[Option, ...],
    rows: tuple[SortRow, ...],
    *,
    several: bool = False,
) -> Sorting:
    report_twins(fields, columns)
    report_repeats(fields, DUPLICATE_OPTION, ((row.id, row.span) for row in rows), "row")
    names = {column.text: column.id for column in columns} | {c.id: c.id for c in columns}
    return Sorting(
        **base,
        columns=columns,
        rows=tuple(_resolved(row, names) for row in rows),
        several=several,
        span=fields.span,
        incomplete=fields.failed,
    )


def _resolved(row: SortRow, names: Mapping[str, str]) -> SortRow:
    return replace(row, right=tuple(names[ref.id] for ref in row.named if ref.id in names))


def _column(fields: Fields) -> Option:
    text = fields.text("text", "What stands above it (Markdown).", required=True)
    name = fields.text("id", "A name that never changes; default: made from the text.")
    return Option(id=name or short_id(text), text=text, span=fields.span)


def _item(fields: Fields) -> SortRow:
    return _sort_row(fields, "in", "The category it belongs to: its text or its id.")


def _row(fields: Fields) -> SortRow:
    return _sort_row(fields, "answer", "The column it belongs to, or a list of columns.")


def _sort_row(fields: Fields, key: str, about: str) -> SortRow:
    text = fields.text("text", "What is sorted (Markdown).", required=True)
    name = fields.text("id", "A name that never changes; default: made from the text.")
    return SortRow(
        id=name or short_id(text),
        text=text,
        span=fields.span,
        named=fields.refs(key, about),
        right=(),
        feedback=fields.text("feedback", "Why it belongs there (Markdown)."),
    )
