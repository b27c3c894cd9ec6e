"""Reader of `survey`."""

from __future__ import annotations

from builder.model.questions import SINGLE, Option, Survey
from builder.read.questions.base import (
    DUPLICATE_OPTION,
    common,
    report_repeats,
    report_twins,
    short_id,
)
from builder.read.yaml_value import Fields


def survey(fields: Fields) -> Survey:
    """Statements answered on one scale; without statements the prompt itself is answered."""
    base = common(fields, "survey")
    scale = fields.items(
        "scale",
        _point,
        "The points of the scale, from one end to the other.",
        short="text",
        required=True,
    )
    rows = fields.items(
        "rows",
        _row,
        "Statements, each answered on the scale; default: the prompt alone.",
        short="text",
    )
    report_repeats(fields, DUPLICATE_OPTION, ((p.id, p.span) for p in scale), "point")
    report_twins(fields, rows)
    return Survey(
        **base,
        rows=rows or (Option(id=SINGLE, text="", span=fields.span),),
        scale=scale,
        first=fields.text("first", "What the first point means, where points are numbers."),
        last=fields.text("last", "What the last point means, where points are numbers."),
        span=fields.span,
        incomplete=fields.failed,
    )


def _point(fields: Fields) -> Option:
    return _option(fields, "The point (Markdown).", "Said to whoever picks it (Markdown).")


def _row(fields: Fields) -> Option:
    return _option(fields, "The statement (Markdown).", "Said after answering it (Markdown).")


def _option(fields: Fields, text: str, feedback: str) -> Option:
    words = fields.text("text", text, required=True)
    name = fields.text("id", "A name that never changes; default: made from the text.")
    return Option(
        id=name or short_id(words),
        text=words,
        span=fields.span,
        feedback=fields.text("feedback", feedback),
    )
