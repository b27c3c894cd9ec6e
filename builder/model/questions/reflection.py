"""Reflection: write, then compare with a model answer. There is no right answer."""

from __future__ import annotations

from dataclasses import dataclass

from builder.diagnostics import Span
from builder.model.questions.base import Option, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """Something to look for in one's own text; `levels` stand from the least to the most."""

    id: str
    text: str
    span: Span
    levels: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection(Question):
    """`model` is one good answer (Markdown), shown after `words` words or when asked for."""

    model: str = ""
    words: int = 0
    rubric: tuple[Criterion, ...] = ()
