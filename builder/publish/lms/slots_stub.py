"""Numbers for lessons and questions in their order, for a course without a register of ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol


class Slots(Protocol):
    """Where a learner's record keeps each lesson and each question."""

    @property
    def retired(self) -> Any:  # noqa: ANN401 - JSON
        """What older records may hold that is no longer in the course, ready for JSON."""

    def lesson(self, name: str) -> int:
        """The number of a lesson by its id."""

    def question(self, record: str) -> Mapping[str, Any]:
        """`slot` and `code` of a question by `QUIZ/QUESTION`, ready for JSON."""


class RunningSlots:
    """Numbers in the order of the course: they hold as long as nothing is moved."""

    def __init__(self, lessons: Iterable[str], records: Iterable[str]) -> None:
        self.retired: Any = {}
        self._lessons = {name: at for at, name in enumerate(lessons)}
        self._records = {name: at for at, name in enumerate(records)}

    def lesson(self, name: str) -> int:
        """The number of a lesson by its id."""
        return self._lessons[name]

    def question(self, record: str) -> Mapping[str, Any]:
        """The number of a question."""
        return {"slot": self._records[record]}
