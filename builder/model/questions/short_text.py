"""Short text: type a word or a few."""

from __future__ import annotations

from dataclasses import dataclass

from builder.diagnostics import Span
from builder.model.questions.base import Question

TYPOS = ("hint", "accept", "wrong")
"""What a misspelt answer is: not right but pointed out, right, or as wrong as any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """Something a learner may type. `credit` is in 0..1; 0 makes it an anticipated wrong answer.

    `text` is a pattern (see `model.grading.patterns`) when `pattern` is set. `id` is its place
    among the variants and names it in marks; no answer is stored under it.
    """

    id: str
    text: str
    span: Span
    credit: float = 1.0
    feedback: str = ""
    pattern: bool = False

    @property
    def correct(self) -> bool:
        """Whether it counts as right, not only in part."""
        return self.credit == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TextKey:
    """What is right to type. The first of `variants` is the answer that is shown.

    Case and accents count only when asked for; white space, quotation marks, dashes and a full
    stop at the end never do. `typos` is one of `TYPOS`.
    """

    variants: tuple[Variant, ...]
    case: bool = False
    accents: bool = False
    typos: str = TYPOS[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortText(Question):
    """One text to type."""

    key: TextKey
