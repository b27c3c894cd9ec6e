"""The readers of questions: the word under `type` names the reader.

A new type is a new file here with a reader `Fields -> Question` and one row in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable

from builder.model.questions import Question
from builder.read.questions import (
    choice,
    cloze,
    confidence,
    conversation,
    highlight,
    hotspot,
    matching,
    numeric,
    ordering,
    reflection,
    short_text,
    sorting,
    survey,
)
from builder.read.yaml_value import Fields

READERS: dict[str, Callable[[Fields], Question]] = {
    "single-choice": choice.single_choice,
    "multiple-response": choice.multiple_response,
    "true-false": choice.true_false,
    "ordering": ordering.ordering,
    "matching": matching.matching,
    "short-text": short_text.short_text,
    "numeric": numeric.numeric,
    "cloze": cloze.cloze,
    "categorise": sorting.categorise,
    "matrix": sorting.matrix,
    "hotspot": hotspot.hotspot,
    "highlight": highlight.highlight,
    "survey": survey.survey,
    "confidence": confidence.confidence,
    "reflection": reflection.reflection,
    "conversation": conversation.conversation,
}
