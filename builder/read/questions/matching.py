"""Reader of `matching`."""

from __future__ import annotations

from builder.model.questions import Matching, Pair
from builder.read.questions.base import DUPLICATE_OPTION, common, report_repeats, short_id
from builder.read.yaml_value import Fields


def matching(fields: Fields) -> Matching:
    """Choose the partner of each row; `choices` adds partners that belong to none."""
    base = common(fields, "matching")
    pairs = fields.items("pairs", _pair, "The rows and their partners.", required=True)
    report_repeats(fields, DUPLICATE_OPTION, ((p.id, p.span) for p in pairs), "row")
    extra = fields.texts("choices", "Further partners that belong to no row.")
    answers = (pair.answer for pair in pairs if pair.answer)
    return Matching(
        **base,
        pairs=pairs,
        choices=tuple(dict.fromkeys((*answers, *extra))),
        span=fields.span,
        incomplete=fields.failed,
    )


def _pair(fields: Fields) -> Pair:
    text = fields.text("text", "The row (Markdown).", required=True)
    return Pair(
        id=fields.text("id", "A name that never changes; default: made from the text.")
        or short_id(text),
        text=text,
        answer=fields.text("answer", "Its right partner (Markdown).", required=True),
        span=fields.span,
        feedback=fields.text("feedback", "Said after answering (Markdown)."),
    )
