"""Numeric."""

from __future__ import annotations

from markupsafe import Markup

from builder.model.grading.numeric import FIELD
from builder.model.questions import Numeric
from builder.render.questions.base import Places, Row, Text, frame
from builder.render.questions.typed import (
    TypedView,
    asked_number,
    number_answer,
    number_field,
    with_language,
)


def numeric_view(question: Numeric, quiz: str, places: Places, text: Text) -> TypedView:
    """One field, with the unit beside it where it need not be typed."""
    key = with_language(question.key, text)
    rows = (Row(FIELD, Markup(), "", Markup()),)
    return TypedView(
        **frame(question, quiz, places, text, (asked_number(key),)),
        rows=rows,
        shown=rows,
        fields=(number_field(FIELD, key),),
        unit_asked=key.unit_required,
        answers=(number_answer(FIELD, key, text),),
    )
