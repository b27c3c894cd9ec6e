"""Ordering: bring items into sequence."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.questions.base import Option, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(Question):
    """`options` stand in the right order; pages show them shuffled."""

    options: tuple[Option, ...]
    first: str = ""
    last: str = ""
