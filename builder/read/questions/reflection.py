"""Reader of `reflection`."""

from __future__ import annotations

from dataclasses import replace

from builder.model.questions import Criterion, Option, Reflection
from builder.read.questions.base import (
    DUPLICATE_OPTION,
    common,
    report_repeats,
    report_twins,
    short_id,
)
from builder.read.yaml_value import Fields

_WORDS = 20


def reflection(fields: Fields) -> Reflection:
    """Write, then compare with a model answer and a rubric."""
    base = common(fields, "reflection")
    words = fields.integer(
        "words",
        f"After so many words the model answer can be seen; default {_WORDS}.",
        high=1000,
    )
    model = fields.text("model", "One good answer, shown after writing (Markdown).")
    levels = _levels(fields, "Levels of every criterion that names none, from least to most.")
    rubric = fields.items("rubric", _criterion, "What to look for in one's own text.", short="text")
    names = ((one.id, one.span) for one in rubric)
    report_repeats(fields, DUPLICATE_OPTION, names, "criterion")
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
    name = fields.text("id", "A name that never changes; default: made from the text.")
    return Criterion(
        id=name or short_id(text),
        text=text,
        span=fields.span,
        levels=_levels(fields, "How far it can be there, from least to most."),
    )


def _levels(fields: Fields, about: str) -> tuple[Option, ...]:
    levels = fields.items("levels", _level, about, short="text")
    report_twins(fields, levels)
    return levels


def _level(fields: Fields) -> Option:
    text = fields.text("text", "The level (Markdown).", required=True)
    name = fields.text("id", "A name that never changes; default: made from the text.")
    return Option(id=name or short_id(text), text=text, span=fields.span)
