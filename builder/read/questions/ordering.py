"""Reader of `ordering`."""

from __future__ import annotations

from builder.model.questions import Option, Ordering
from builder.read.questions.base import common, report_twins, short_id
from builder.read.yaml_value import Fields


def ordering(fields: Fields) -> Ordering:
    """Bring items into sequence; the file lists them in the right one."""
    base = common(fields, "ordering")
    items = fields.items(
        "items", _item, "What to sort, in the right order.", short="text", required=True
    )
    report_twins(fields, items)
    return Ordering(
        **base,
        options=items,
        first=fields.text("first", "Label of the beginning, such as 'first'."),
        last=fields.text("last", "Label of the end, such as 'last'."),
        span=fields.span,
        incomplete=fields.failed,
    )


def _item(fields: Fields) -> Option:
    text = fields.text("text", "The item (Markdown).", required=True)
    return Option(
        id=fields.text("id", "A name that never changes; default: made from the text.")
        or short_id(text),
        text=text,
        span=fields.span,
        feedback=fields.text("feedback", "Why it stands here (Markdown)."),
    )
