"""Matching: choose the partner of each row."""

from __future__ import annotations

from dataclasses import dataclass

from builder.diagnostics import Span
from builder.model.questions.base import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A row and its right partner; `answer` is one of the question's `choices`."""

    id: str
    text: str
    answer: str
    span: Span
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Question):
    """`choices` may hold distractors that belong to no pair."""

    pairs: tuple[Pair, ...]
    choices: tuple[str, ...]
