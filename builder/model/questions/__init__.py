"""The kinds of question, one file per kind."""

from builder.model.questions.base import LEVELS, Option, Question, Waiver
from builder.model.questions.choice import Choice
from builder.model.questions.matching import Matching, Pair
from builder.model.questions.ordering import Ordering

__all__ = ["LEVELS", "Choice", "Matching", "Option", "Ordering", "Pair", "Question", "Waiver"]
