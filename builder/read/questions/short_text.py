"""Reader of `short-text`."""

from __future__ import annotations

from builder.model.questions import ShortText
from builder.read.questions.base import common
from builder.read.questions.typed import text_key
from builder.read.yaml_value import Fields


def short_text(fields: Fields) -> ShortText:
    """Type a word or a few."""
    base = common(fields, "short-text")
    return ShortText(**base, key=text_key(fields), span=fields.span, incomplete=fields.failed)
