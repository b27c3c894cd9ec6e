"""Categorise and matrix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from builder.model.questions import Sorting
from builder.render.questions.base import NOTHING, Places, QuestionView, Row, Text, frame


@dataclass(frozen=True, slots=True)
class SortingView(QuestionView):
    """`columns` are the categories; `right`, for the key alone, the columns of each row by id."""

    columns: tuple[Row, ...] = ()
    several: bool = False
    right: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def titles(self, row: Row) -> Markup:
        """The names of the columns a row belongs to, for a person who reads the key."""
        return Markup(", ").join(c.text for c in self.columns if c.id in self.right[row.id])


def sorting_view(question: Sorting, quiz: str, places: Places, text: Text) -> SortingView:
    """Rows and columns in the author's order."""
    rows = tuple(
        Row(
            row.id,
            text.inline(row.text),
            text.plain(row.text),
            text.inline(row.feedback),
            answer=row.right[0] if row.right and not question.several else "",
        )
        for row in question.rows
    )
    columns = tuple(
        Row(c.id, text.inline(c.text), text.plain(c.text), NOTHING) for c in question.columns
    )
    asked = (f"{r.id}\x1e{r.text}\x1e{' '.join(r.right)}" for r in question.rows)
    return SortingView(
        **frame(
            question,
            quiz,
            places,
            text,
            (*asked, *(f"{c.id}\x1e{c.text}" for c in question.columns)),
        ),
        rows=rows,
        shown=rows,
        columns=columns,
        choices=tuple(f"{c.id}\x1e{c.text}" for c in question.columns),
        several=question.several,
        right={row.id: row.right for row in question.rows},
    )
