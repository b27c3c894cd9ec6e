"""Confidence."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from builder.model.questions import Confidence
from builder.render.questions.base import Places, QuestionView, Row, Text, frame


@dataclass(frozen=True, slots=True)
class ConfidenceView(QuestionView):
    """`outcomes` are pairs of a word of `OUTCOMES` and what the author says to it."""

    outcomes: tuple[tuple[str, Markup], ...] = ()


def confidence_view(question: Confidence, quiz: str, places: Places, text: Text) -> ConfidenceView:
    """Rows in the author's order."""
    rows = tuple(
        Row(o.id, text.inline(o.text), "", text.inline(o.feedback), correct=o.correct)
        for o in question.options
    )
    asked = (f"{o.id}\x1e{o.text}\x1e{o.correct:d}" for o in question.options)
    return ConfidenceView(
        **frame(question, quiz, places, text, asked),
        rows=rows,
        shown=rows,
        outcomes=tuple((word, text.inline(said)) for word, said in question.outcomes),
    )
