"""Reader of `highlight`."""

from __future__ import annotations

from builder.model.questions import Highlight, Option
from builder.read.questions.base import common, report_twins, short_id
from builder.read.yaml_value import Fields


def highlight(fields: Fields) -> Highlight:
    """Mark the pieces of a text that fit the prompt."""
    base = common(fields, "highlight")
    text = fields.text(
        "text",
        "The text (Markdown) with every piece that can be marked in double square brackets.",
        required=True,
    )
    options = fields.items("pieces", _piece, "The pieces in brackets.", short="text", required=True)
    report_twins(fields, options)
    return Highlight(**base, text=text, options=options, span=fields.span, incomplete=fields.failed)


def _piece(fields: Fields) -> Option:
    text = fields.text("text", "The piece as it stands between the brackets.", required=True)
    name = fields.text("id", "A name that never changes; default: made from the text.")
    return Option(
        id=name or short_id(text),
        text=text,
        span=fields.span,
        correct=fields.flag("correct", "Whether marking it is right."),
        feedback=fields.text("feedback", "Said to whoever marks it (Markdown)."),
    )
