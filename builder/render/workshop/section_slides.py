"""From a section of a lesson to slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from markupsafe import Markup

from builder.render.html import trusted
from builder.render.workshop.pieces import Piece, marked, pieces, words_of
from builder.render.workshop.points import piece_points
from builder.render.workshop.slide import Slide
from builder.render.workshop.views import SectionView

T = TypeVar("T")

POINTS = 3
_ROWS = 7
_CODE = 12
_QUOTE = 40


def section_slides(section: SectionView, *, marked_only: bool) -> Iterator[Slide]:
    """A section: a slide with its points, and one for each thing that needs the whole screen.
    With `marked_only`, only points that the author marked by a list or in bold."""
    title = section.title
    found: list[Markup] = []
    for piece in pieces(section.html):
        if piece.heading:
            yield from _points(title, found)
            title, found = trusted(piece.inner), []
            continue
        if not marked_only or piece.items or marked(piece.inner):
            found += piece_points(piece)
        alone = _alone(title, piece)
        if alone:
            yield from _points(title, found)
            found = []
            yield alone
    yield from _points(title, found)
    if section.picture:
        yield Slide(kind="picture", title=title, html=section.picture, lead=section.caption)


def _points(title: Markup, found: Sequence[Markup]) -> Iterator[Slide]:
    if not found:
        return
    for lines in even(found, POINTS):
        yield Slide(kind="points", title=title, lines=lines)


def even(found: Sequence[Markup], most: int) -> Iterator[tuple[Markup, ...]]:
    """Groups of at most `most`, as equal as can be: four points are two and two, not three and
    one."""
    count = -(-len(found) // most)
    return groups(found, -(-len(found) // count))


def _alone(title: Markup, piece: Piece) -> Slide | None:
    """The slide of a picture, a table, a quotation or code; None for what is no such thing or
    too large to be read from the back."""
    if piece.picture:
        return Slide(kind="picture", title=title, html=trusted(piece.picture))
    if piece.tag == "blockquote" and len(words_of(piece.html).split()) <= _QUOTE:
        return Slide(kind="quote", title=title, html=trusted(piece.inner))
    if "<table" in piece.html and piece.html.count("<tr") <= _ROWS:
        return Slide(kind="table", title=title, html=trusted(piece.html))
    if "<pre" in piece.html and piece.html.count("\n") <= _CODE:
        return Slide(kind="code", title=title, html=trusted(piece.html))
    return None


def groups(items: Sequence[T], most: int) -> Iterator[tuple[T, ...]]:
    """The items in groups of `most`."""
    yield from (tuple(items[at : at + most]) for at in range(0, len(items), most))
