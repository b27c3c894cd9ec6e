"""The answers of many people to the same items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class When(StrEnum):
    """Which test an answer sheet belongs to; `only` where there was one test."""

    PRE = "pre"
    POST = "post"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's test. `scores` are from 0 to 1 by item, absent where nothing was answered;
    `chosen` are the letters that were ticked, where the file holds letters."""

    person: str
    when: When
    scores: Mapping[str, float]
    chosen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answers:
    """All sheets. `items` are in the file's order; `key` is the right letter by item, where the
    file holds letters. `ratings` are the marks of a reaction form by its question."""

    items: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    key: Mapping[str, str] = field(default_factory=dict)
    ratings: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def of(self, when: When) -> tuple[Sheet, ...]:
        """The sheets of one of the tests."""
        return tuple(sheet for sheet in self.sheets if sheet.when is when)

    @property
    def last(self) -> tuple[Sheet, ...]:
        """The test that items are judged by: what people know afterwards, not before."""
        return self.of(When.POST) or self.of(When.ONLY) or self.of(When.PRE)
