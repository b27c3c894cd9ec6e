"""Single choice, multiple response and true/false: pick from options."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.questions.base import Option, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """Pick one option (`single-choice`, `true-false`) or several (`multiple-response`)."""

    options: tuple[Option, ...]
    shuffle: bool = True

    @property
    def several(self) -> bool:
        """Whether more than one option may be picked."""
        return self.type == "multiple-response"
