"""Reader of `reflection`."""

from __future__ import annotations

from dataclasses import replace

from builder.model.questions import Criterion, Option, Reflection
from builder.model.urls import slug
from builder.read.questions.base import common
from builder.read.yaml_value import Fields

_WORDS = 20


def reflection(fields: Fields) -> Reflection:
    """Write, then compare with a model answer and a rubric.

    Criteria and levels have no ids of the author's: another wording is another criterion, so that
    a learner's level is never shown beside words they did not see. Their text is kept either way.
    """
    base = common(fields, "reflection")
    words = fields.integer(
        "words",
        f"After so many words the model answer can be seen; default {_WORDS}.",
        high=1000,
    )
    model = fields.text("model", "One good answer, shown after writing (Markdown).")
    levels = _levels(fields, "Levels of every criterion that names none, from least to most.")
    rubric = fields.items("rubric", _criterion, "What to look for in one's own text.", short="text")
    return Reflection(
        **base,
        model=model,
        words=_WORDS if words is None else words,
        rubric=tuple(one if one.levels else replace(one, levels=levels) for one in rubric),
        span=fields.span,
        incomplete=fields.failed,
    )


def _criterion(fields: Fields) -> Criterion:
    text = fields.text("text", "What to look for (Markdown).", required=True)
    return Criterion(
        id=slug(text),
        text=text,
        span=fields.span,
        levels=_levels(fields, "How far it can be there, from least to most."),
    )


def _levels(fields: Fields, about: str) -> tuple[Option, ...]:
    return fields.items("levels", _level, about, short="text")


def _level(fields: Fields) -> Option:
    text = fields.text("text", "The level (Markdown).", required=True)
    return Option(id=slug(text), text=text, span=fields.span)
