"""A lesson as its author wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.diagnostics import Span
from builder.model.outline import Outline
from builder.model.parts import FacilitatorNote, Objective, Picture, Ref, Source, Takeaway


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One Markdown file. `path` is relative to the course root and names its page.

    `body` is the Markdown after the front matter, `body_line` the line its first row stands on.
    `minutes` is the author's override of the reading time. `quiz` names the quiz file to show:
    from a `quiz` block, else None and the quiz named after the lesson, if any, is shown.
    `incomplete` tells that a mistake kept part of the file from being read, so a rule about
    something missing would only be an echo of it.
    """

    id: str
    path: str
    title: str
    body: str
    body_line: int
    span: Span
    subtitle: str = ""
    summary: tuple[str, ...] = ()
    objectives: tuple[Objective, ...] = ()
    tags: tuple[Ref, ...] = ()
    topic: str = ""
    type: str = ""
    minutes: int | None = None
    image: Picture | None = None
    related: tuple[Ref, ...] = ()
    sources: tuple[Source, ...] = ()
    takeaways: tuple[Takeaway, ...] = ()
    facilitator: tuple[FacilitatorNote, ...] = ()
    quiz: Ref | None = None
    outline: Outline = field(default_factory=Outline)
    incomplete: bool = False
