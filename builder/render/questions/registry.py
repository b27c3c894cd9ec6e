"""From a question of the model to what its template needs."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from builder.model.questions import Choice, Matching, Ordering, Question
from builder.render.questions.base import QuestionView, Text
from builder.render.questions.choice import choice_view
from builder.render.questions.matching import matching_view
from builder.render.questions.ordering import ordering_view


def question_view(
    question: Question, quiz: str, sections: Mapping[str, Markup], text: Text
) -> QuestionView:
    """The view of a question of the quiz `quiz`; `sections` are the page's, title by anchor.

    Raises TypeError for a kind of question that has no view.
    """
    match question:
        case Choice():
            return choice_view(question, quiz, sections, text)
        case Ordering():
            return ordering_view(question, quiz, sections, text)
        case Matching():
            return matching_view(question, quiz, sections, text)
    raise TypeError(f"no page shows questions of type {question.type!r}")
