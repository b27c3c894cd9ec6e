"""Categorise and matrix: say where each row belongs."""

from __future__ import annotations

from dataclasses import dataclass

from builder.diagnostics import Span
from builder.model.parts import Ref
from builder.model.questions.base import Option, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class SortRow:
    """A row and the ids of the columns it belongs to; `named` is what the author wrote, with
    its place, so that a name no column has can be pointed at."""

    id: str
    text: str
    span: Span
    named: tuple[Ref, ...]
    right: tuple[str, ...]
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting(Question):
    """`categorise` puts each item into one category; `matrix` ticks one column per row, or
    `several`."""

    columns: tuple[Option, ...]
    rows: tuple[SortRow, ...]
    several: bool = False
