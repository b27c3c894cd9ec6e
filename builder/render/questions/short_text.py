"""Short text."""

from __future__ import annotations

from markupsafe import Markup

from builder.model.grading.short_text import FIELD
from builder.model.questions import ShortText
from builder.render.questions.base import Places, Row, Text, frame
from builder.render.questions.typed import Field, TypedView, asked_text, text_answer


def short_text_view(question: ShortText, quiz: str, places: Places, text: Text) -> TypedView:
    """One field, as wide whatever the answer."""
    rows = (Row(FIELD, Markup(), "", Markup()),)
    return TypedView(
        **frame(question, quiz, places, text, (asked_text(question.key),)),
        rows=rows,
        shown=rows,
        fields=(Field(FIELD),),
        answers=(text_answer(FIELD, question.key, text),),
    )
