"""Who made the pictures and which works the lessons rely on, for the page about the course."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from builder.model.catalogue import Entry
from builder.model.lesson import Lesson
from builder.model.parts import Picture
from builder.model.urls import page_url
from builder.render.markup import inline


@dataclass(frozen=True, slots=True)
class Credit:
    """A picture's credit; `url` is the page that shows it, relative to the site's root."""

    url: str
    title: str
    credit: Markup
    licence: str
    link: str


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources of one lesson; `url` is its page, relative to the site's root."""

    url: str
    title: str
    sources: tuple[Markup, ...]


def picture_credits(lessons: Iterable[Lesson | Entry]) -> tuple[Credit, ...]:
    """The credits of the lessons' pictures in reading order, each once."""
    found = (_credit(lesson, lesson.image) for lesson in lessons if lesson.image)
    return tuple(dict.fromkeys(credit for credit in found if credit))


def source_lists(lessons: Iterable[Lesson | Entry]) -> tuple[SourceList, ...]:
    """The sources of every lesson that names any, in reading order."""
    return tuple(
        SourceList(
            page_url(lesson.path),
            lesson.title,
            tuple(inline(s.text or s.link) for s in lesson.sources),
        )
        for lesson in lessons
        if lesson.sources
    )


def _credit(lesson: Lesson | Entry, picture: Picture) -> Credit | None:
    if not (picture.credit or picture.licence or picture.link):
        return None
    credit = inline(picture.credit or picture.link)
    return Credit(page_url(lesson.path), lesson.title, credit, picture.licence, picture.link)
