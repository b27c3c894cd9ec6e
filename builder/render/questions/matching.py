"""Matching."""

from __future__ import annotations

from builder.model.questions import Matching
from builder.render.questions.base import Places, QuestionView, Row, Text, frame, shuffled


def matching_view(question: Matching, quiz: str, places: Places, text: Text) -> QuestionView:
    """Rows in the author's order; choices shuffled, since theirs would give the answers away."""
    rows = tuple(
        Row(p.id, text.inline(p.text), "", text.inline(p.feedback), answer=text.plain(p.answer))
        for p in question.pairs
    )
    choices = dict.fromkeys(text.plain(choice) for choice in question.choices)
    asked = (f"{p.id}\x1e{p.text}\x1e{p.answer}" for p in question.pairs)
    return QuestionView(
        **frame(question, quiz, places, text, (*asked, *question.choices)),
        rows=rows,
        shown=rows,
        choices=shuffled(question.id, tuple(choices), lambda choice: choice),
    )
