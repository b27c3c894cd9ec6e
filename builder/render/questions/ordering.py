"""Ordering."""

from __future__ import annotations

from builder.model.questions import Ordering
from builder.render.questions.base import Places, QuestionView, Row, Text, frame, shuffled


def ordering_view(question: Ordering, quiz: str, places: Places, text: Text) -> QuestionView:
    """Rows shuffled by their ids, and never left in the right order by chance."""
    order = shuffled(question.id, question.options, lambda option: option.id)
    if order == question.options and len(order) > 1:
        order = order[1:] + order[:1]
    letters = {option.id: chr(ord("A") + i % 26) for i, option in enumerate(order)}
    rows = tuple(
        Row(
            o.id,
            text.inline(o.text),
            text.plain(o.text),
            text.inline(o.feedback),
            letter=letters[o.id],
        )
        for o in question.options
    )
    by_id = {row.id: row for row in rows}
    asked = (f"{o.id}\x1e{o.text}" for o in question.options)
    return QuestionView(
        **frame(question, quiz, places, text, asked),
        rows=rows,
        shown=tuple(by_id[option.id] for option in order),
        first=question.first,
        last=question.last,
    )
