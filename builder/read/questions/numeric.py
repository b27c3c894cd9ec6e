"""Reader of `numeric`."""

from __future__ import annotations

from builder.model.questions import Numeric
from builder.read.questions.base import common
from builder.read.questions.typed import number_key
from builder.read.yaml_value import Fields


def numeric(fields: Fields) -> Numeric:
    """Type a number."""
    base = common(fields, "numeric")
    return Numeric(**base, key=number_key(fields), span=fields.span, incomplete=fields.failed)
