"""The kinds of question, one file per kind."""

from builder.model.questions.base import LEVELS, Option, Question, Waiver
from builder.model.questions.choice import Choice
from builder.model.questions.confidence import OUTCOMES, SURE, Confidence
from builder.model.questions.conversation import (
    Conversation,
    Ending,
    Person,
    Reply,
    Speech,
    Turn,
)
from builder.model.questions.matching import Matching, Pair
from builder.model.questions.ordering import Ordering
from builder.model.questions.reflection import Criterion, Reflection
from builder.model.questions.survey import SINGLE, Survey

__all__ = [
    "LEVELS",
    "OUTCOMES",
    "SINGLE",
    "SURE",
    "Choice",
    "Confidence",
    "Conversation",
    "Criterion",
    "Ending",
    "Matching",
    "Option",
    "Ordering",
    "Pair",
    "Person",
    "Question",
    "Reflection",
    "Reply",
    "Speech",
    "Survey",
    "Turn",
    "Waiver",
]
