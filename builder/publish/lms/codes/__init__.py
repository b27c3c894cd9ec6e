"""The shape of the answers to each kind of question; see `base.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from builder.publish.lms.codes import choosing, saying, sorting
from builder.publish.lms.codes.base import Shape

SHAPES: Mapping[type[Question], Callable[[Any], Shape]] = {
    Choice: choosing.choice,
    Confidence: choosing.confidence,
    Hotspot: choosing.several,
    Highlight: choosing.several,
    Ordering: sorting.ordering,
    Matching: sorting.matching,
    Sorting: sorting.sorting,
    Survey: sorting.survey,
    ShortText: saying.typed,
    Numeric: saying.typed,
    Cloze: saying.cloze,
    Reflection: saying.reflection,
    Conversation: saying.conversation,
}


def shape(question: Question) -> Shape:
    """How answers to a question look. Raises KeyError for a kind that has no shape."""
    return SHAPES[type(question)](question)
