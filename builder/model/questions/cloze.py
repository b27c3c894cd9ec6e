"""Cloze: a text with blanks to fill in or to choose for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.diagnostics import Span
from builder.model.questions.base import Option, Question
from builder.model.questions.numeric import NumberKey
from builder.model.questions.short_text import TextKey

GAP = re.compile(r"\{\{\s*([^{}\n]*?)\s*\}\}")
"""A blank in the text: its id in double braces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuKey:
    """Options to choose one from."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A blank; the kind of its `key` is the kind of the blank. `feedback` is said to every
    answer for which nothing else is."""

    id: str
    key: TextKey | NumberKey | MenuKey
    span: Span
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Question):
    """`text` is Markdown in which `{{id}}` stands for the blank of that id."""

    text: str
    blanks: tuple[Blank, ...]

    def gaps(self) -> tuple[str, ...]:
        """The ids that stand in the text, in its order."""
        return tuple(GAP.findall(self.text))
