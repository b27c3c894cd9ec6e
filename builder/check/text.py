"""What a reader of a page meets, as far as the checks of a single text are concerned."""

from __future__ import annotations

from typing import NamedTuple

from builder.model.course import Page
from builder.model.lesson import Lesson
from builder.model.outline import Heading, Link
from builder.model.parts import Picture


class Text(NamedTuple):
    """The headings, links and pictures of one page in the order of their places."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]


def lesson_text(lesson: Lesson) -> Text:
    """A lesson's text with the picture and the sources of its front matter, as far as they could
    be read.
    """
    outline = lesson.outline
    image = (lesson.image,) if lesson.image and lesson.image.src else ()
    pictures = image + outline.pictures
    sources = tuple(Link(s.link, s.text or s.link, s.span) for s in lesson.sources if s.link)
    origins = tuple(Link(p.link, "the picture's source", p.span) for p in pictures if p.link)
    return Text(outline.headings, sources + origins + outline.links, pictures)


def page_text(page: Page) -> Text:
    """The text of a page that is no lesson."""
    return Text(page.outline.headings, page.outline.links, page.outline.pictures)
