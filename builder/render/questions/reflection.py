"""Reflection."""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import Markup

from builder.model.questions import Criterion, Option, Reflection
from builder.render.questions.base import NOTHING, Places, QuestionView, Row, Text, frame


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion with its levels; `spec` is what the browser must know of it."""

    id: str
    text: Markup
    levels: tuple[Row, ...]
    spec: str


@dataclass(frozen=True, slots=True)
class ReflectionView(QuestionView):
    """`model` is one good answer, shown after `words` words."""

    model: Markup = NOTHING
    words: int = 0
    rubric: tuple[CriterionView, ...] = ()


def reflection_view(question: Reflection, quiz: str, places: Places, text: Text) -> ReflectionView:
    """Criteria in the author's order. What was written stays even when the rubric changes: it is
    the learner's, and nothing in it can become wrong."""
    return ReflectionView(
        **frame(question, quiz, places, text, ()),
        rows=(),
        shown=(),
        model=text.block(question.model),
        words=question.words,
        rubric=tuple(_criterion(criterion, text) for criterion in question.rubric),
    )


def _criterion(criterion: Criterion, text: Text) -> CriterionView:
    levels = [level.id for level in criterion.levels]
    return CriterionView(
        criterion.id,
        text.inline(criterion.text),
        tuple(_level(level, text) for level in criterion.levels),
        json.dumps({"levels": levels}, ensure_ascii=False),
    )


def _level(level: Option, text: Text) -> Row:
    return Row(level.id, text.inline(level.text), "", Markup())
