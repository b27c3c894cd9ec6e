"""Rules of categorise and matrix."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds.base import Piece, plain
from builder.check.kinds.shared import SAME_OPTION, too_few
from builder.check.near import did_you_mean
from builder.check.repeats import repeated
from builder.diagnostics import Diagnostic, Level, code
from builder.model.parts import Ref
from builder.model.questions import Sorting

UNKNOWN_COLUMN = code(
    "unknown-column",
    Level.ERROR,
    "A row belongs to a category or column that does not exist",
    explained(
        what="The `in` of an item, or the `answer` of a row, is none of the question's categories"
        " or columns.",
        why="Learners cannot put it there, so the row cannot be answered.",
        fix="Correct the spelling, or add the category or column.",
        example="categories: [Feeling, Thinking]\nitems:\n  - {text: I see why, in: Thinking}",
    ),
)
WITHOUT_COLUMN = code(
    "no-column",
    Level.ERROR,
    "A row belongs nowhere",
    explained(
        what="An item has no `in`, or a row no `answer`; or it names several columns where each"
        " row has one.",
        why="Nothing, or nothing a learner can tick, would be right.",
        fix="Name the category or column it belongs to, or set `several: true` in a matrix.",
    ),
)


def pieces(question: Sorting) -> tuple[Piece, ...]:
    """The rows."""
    return tuple(Piece(row.text, row.feedback, row.span) for row in question.rows)


def few_parts(question: Sorting) -> Iterator[Diagnostic]:
    """There is something to sort and a choice where to."""
    noun = "categories" if question.type == "categorise" else "columns"
    if len(question.columns) < 2:
        yield from too_few(question, len(question.columns), noun)
    else:
        yield from too_few(question, len(question.rows), "rows")


def same_column(question: Sorting) -> Iterator[Diagnostic]:
    """No two columns have the same text."""
    refs = (Ref(plain(column.text), column.span) for column in question.columns)
    hint = "change one of them or remove it"
    return repeated(SAME_OPTION, refs, "another category reads {!r}", hint=hint)


def known_columns(question: Sorting) -> Iterator[Diagnostic]:
    """Every row belongs to a column there is."""
    known = {column.text for column in question.columns} | {c.id for c in question.columns}
    for row in question.rows:
        for ref in row.named:
            if ref.id not in known:
                hint = did_you_mean(ref.id, sorted(known), "add it to the categories or columns")
                yield UNKNOWN_COLUMN.at(ref.span, f"there is no {ref.id!r}", hint)


def one_column(question: Sorting) -> Iterator[Diagnostic]:
    """A row names one column, or several where a learner can tick several."""
    key = "in" if question.type == "categorise" else "answer"
    for row in question.rows:
        if not row.named:
            yield WITHOUT_COLUMN.at(row.span, f"the row has no '{key}'", "say where it belongs")
        elif len(row.named) > 1 and not question.several:
            message = f"the row belongs to {len(row.named)} columns, but only one can be chosen"
            yield WITHOUT_COLUMN.at(row.named[1].span, message, "keep one of them")


RULES = (few_parts, same_column, known_columns, one_column)
