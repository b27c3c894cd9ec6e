"""A quiz: questions in one file."""

from __future__ import annotations

from dataclasses import dataclass

from builder.diagnostics import Span
from builder.model.questions import Question


@dataclass(frozen=True, slots=True)
class Quiz:
    """`id` is the file's name without `.yml`; `pass_mark` is in percent, None = the course's.

    `incomplete` tells that a mistake kept some question from being read.
    """

    id: str
    path: str
    title: str
    questions: tuple[Question, ...]
    span: Span
    intro: str = ""
    pass_mark: int | None = None
    incomplete: bool = False
