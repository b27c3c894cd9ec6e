"""Single choice, multiple response, true or false."""

from __future__ import annotations

from builder.model.questions import Choice
from builder.render.questions.base import Places, QuestionView, Row, Text, frame


def choice_view(question: Choice, quiz: str, places: Places, text: Text) -> QuestionView:
    """Rows in the author's order."""
    rows = tuple(
        Row(o.id, text.inline(o.text), "", text.inline(o.feedback), correct=o.correct)
        for o in question.options
    )
    asked = (f"{o.id}\x1e{o.text}\x1e{o.correct:d}" for o in question.options)
    return QuestionView(**frame(question, quiz, places, text, asked), rows=rows, shown=rows)
