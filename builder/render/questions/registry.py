"""From a question of the model to what its template needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from builder.model.questions import (
    Choice,
    Cloze,
    Confidence,
    Conversation,
    Highlight,
    Hotspot,
    Matching,
    Numeric,
    Ordering,
    Question,
    Reflection,
    ShortText,
    Sorting,
    Survey,
)
from builder.render.questions.base import Places, QuestionView, Text
from builder.render.questions.choice import choice_view
from builder.render.questions.cloze import cloze_view
from builder.render.questions.confidence import confidence_view
from builder.render.questions.conversation import conversation_view
from builder.render.questions.highlight import highlight_view
from builder.render.questions.hotspot import hotspot_view
from builder.render.questions.matching import matching_view
from builder.render.questions.numeric import numeric_view
from builder.render.questions.ordering import ordering_view
from builder.render.questions.reflection import reflection_view
from builder.render.questions.short_text import short_text_view
from builder.render.questions.sorting import sorting_view
from builder.render.questions.survey import survey_view

VIEWS: dict[type[Question], Callable[[Any, str, Places, Text], QuestionView]] = {
    Choice: choice_view,
    Ordering: ordering_view,
    Matching: matching_view,
    Sorting: sorting_view,
    Hotspot: hotspot_view,
    Highlight: highlight_view,
    ShortText: short_text_view,
    Numeric: numeric_view,
    Cloze: cloze_view,
    Survey: survey_view,
    Confidence: confidence_view,
    Reflection: reflection_view,
    Conversation: conversation_view,
}

EVERYWHERE = ("single-choice", "multiple-response", "true-false")
"""Types whose script and style come with every lesson; each other type brings its own."""


def question_view(question: Question, quiz: str, places: Places, text: Text) -> QuestionView:
    """The view of a question of the quiz `quiz`.

    Raises TypeError for a kind of question that has no view.
    """
    if view := VIEWS.get(type(question)):
        return view(question, quiz, places, text)
    raise TypeError(f"no page shows questions of type {question.type!r}")
