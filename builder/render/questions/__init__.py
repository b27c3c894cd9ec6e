"""How each kind of question looks: one file per kind, one template per kind."""

from builder.render.questions.base import Place, Places, QuestionView, Row, without_key
from builder.render.questions.registry import EVERYWHERE, question_view

__all__ = [
    "EVERYWHERE",
    "Place",
    "Places",
    "QuestionView",
    "Row",
    "question_view",
    "without_key",
]
