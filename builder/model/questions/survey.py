"""Survey: say where one stands on a scale. There is no right answer."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.questions.base import Option, Question

SINGLE = "answer"
"""The id of the one row of a survey that asks nothing but its prompt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey(Question):
    """`rows` are statements, each answered on `scale`, whose points stand in their order.

    A survey without statements of its own has one row, called `SINGLE`, without a text.
    `first` and `last` say what the ends of a scale of numbers mean.
    """

    rows: tuple[Option, ...]
    scale: tuple[Option, ...]
    first: str = ""
    last: str = ""

    @property
    def single(self) -> bool:
        """Whether the prompt itself is what is answered."""
        return len(self.rows) == 1 and not self.rows[0].text
