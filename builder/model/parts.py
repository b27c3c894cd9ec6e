"""Small things that several parts of a course are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from builder.diagnostics import Span


class Ref(NamedTuple):
    """A name an author wrote that points at something defined elsewhere."""

    id: str
    span: Span


class Objective(NamedTuple):
    """What a learner can do afterwards; `id` is unique within its lesson."""

    id: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """An image with what a reader is owed about it.

    `alt` is None when the author said nothing (a mistake) and "" when the picture is declared
    decorative. `src` is as written, relative to the file it stands in.
    """

    src: str
    alt: str | None
    span: Span
    credit: str = ""
    licence: str = ""
    link: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A work a lesson relies on: `text` is the reference, `link` an optional address."""

    text: str
    link: str
    span: Span


@dataclass(frozen=True, slots=True)
class Takeaway:
    """A takeaway exercise: something to do away from the screen.

    `minutes` is declared by the author. `good` tells what good work looks like and is shown
    after trying. All texts are Markdown. `objectives` are those it practises, written as in a
    question.
    """

    id: str
    title: str
    minutes: int
    span: Span
    purpose: str = ""
    lead: str = ""
    steps: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    reflection: str = ""
    good: str = ""
    objectives: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class FacilitatorNote:
    """What a lesson tells the person who teaches it; learners never see it.

    `section` is the anchor of the section it stands in, "" before the first. All Markdown.
    """

    section: str
    span: Span
    timing: str = ""
    prompt: tuple[str, ...] = ()
    watch_out: tuple[str, ...] = ()
    debrief: tuple[str, ...] = ()
