"""How each kind of question looks: one file per kind, one template per kind."""

from builder.render.questions.base import QuestionView, Row
from builder.render.questions.registry import question_view

__all__ = ["QuestionView", "Row", "question_view"]
