"""The kinds of question, one file per kind."""

from builder.model.questions.base import LEVELS, Option, Question, Waiver
from builder.model.questions.choice import Choice
from builder.model.questions.cloze import GAP, Blank, Cloze, MenuKey
from builder.model.questions.confidence import OUTCOMES, SURE, Confidence
from builder.model.questions.conversation import (
    Conversation,
    Ending,
    Person,
    Reply,
    Speech,
    Turn,
)
from builder.model.questions.highlight import PIECE, Highlight
from builder.model.questions.hotspot import Hotspot, Region
from builder.model.questions.matching import Matching, Pair
from builder.model.questions.numeric import Amount, NumberKey, Numeric
from builder.model.questions.ordering import Ordering
from builder.model.questions.reflection import Criterion, Reflection
from builder.model.questions.short_text import TYPOS, ShortText, TextKey, Variant
from builder.model.questions.sorting import Sorting, SortRow
from builder.model.questions.survey import SINGLE, Survey

__all__ = [
    "GAP",
    "LEVELS",
    "OUTCOMES",
    "PIECE",
    "SINGLE",
    "SURE",
    "TYPOS",
    "Amount",
    "Blank",
    "Choice",
    "Cloze",
    "Confidence",
    "Conversation",
    "Criterion",
    "Ending",
    "Highlight",
    "Hotspot",
    "Matching",
    "MenuKey",
    "NumberKey",
    "Numeric",
    "Option",
    "Ordering",
    "Pair",
    "Person",
    "Question",
    "Reflection",
    "Region",
    "Reply",
    "ShortText",
    "SortRow",
    "Sorting",
    "Speech",
    "Survey",
    "TextKey",
    "Turn",
    "Variant",
    "Waiver",
]
