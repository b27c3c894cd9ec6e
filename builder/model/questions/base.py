"""What every kind of question has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from builder.diagnostics import Span
from builder.model.parts import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something a learner can pick or move. `id` is explicit or derived from `text`."""

    id: str
    text: str
    span: Span
    correct: bool = False
    feedback: str = ""


LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")
"""What a question asks of a learner, from the least to the most (Anderson and Krathwohl 2001)."""


class Waiver(NamedTuple):
    """A finding the author has looked at and accepts for one question, with the reason."""

    code: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: `type` is the word in the quiz file, `section` the heading that teaches it.

    All texts are Markdown. `feedback` holds for the question as a whole. `incomplete` tells that
    a mistake kept part of it from being read, so further rules would only echo that mistake.
    `objectives` and `section` name parts of the lesson that shows the quiz, or, written
    `LESSON.OBJECTIVE` and `LESSON#SECTION`, parts of another. `level` is one of `LEVELS` or "".
    """

    id: str
    type: str
    prompt: str
    span: Span
    hint: str = ""
    feedback: str = ""
    objectives: tuple[Ref, ...] = ()
    section: Ref | None = None
    points: float = 1.0
    level: str = ""
    waivers: tuple[Waiver, ...] = ()
    incomplete: bool = False
