"""Highlight: mark words in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.model.questions.base import Option, Question

PIECE = re.compile(r"\[\[((?:(?!\n[ \t]*\n).)+?)\]\]", re.DOTALL)
"""How a piece that can be marked stands in the text: within one paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight(Question):
    """`text` holds every option's text between double square brackets."""

    text: str
    options: tuple[Option, ...]
