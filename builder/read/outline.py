"""The outline of a Markdown text: headings, links, pictures, fences, measure, excerpt."""

from __future__ import annotations

from builder.diagnostics import Span
from builder.model.anchors import heading_ids
from builder.model.outline import Fence, Heading, Link, Measure, Outline
from builder.model.parts import Picture
from builder.read import blocks, inline, prose
from builder.read.blocks import Blocks, RawFence, RawHeading

__all__ = ["heading_ids", "outline", "outline_of"]


def outline(text: str, path: str, first_line: int = 1) -> Outline:
    """The outline of a text (LF line ends) whose first row is line `first_line` of `path`."""
    return outline_of(blocks.scan(text), path, first_line)


def outline_of(found: Blocks, path: str, first_line: int) -> Outline:
    """The outline of a text whose blocks are known."""

    def span(offset: int) -> Span:
        row, column = found.place(offset)
        return Span(path, row + first_line, column + 1)

    marks = inline.scan(_padded(found), found.definitions)
    words, characters = prose.count(marks.words())
    return Outline(
        headings=_headings(found.headings, path, first_line),
        links=tuple(Link(hit.target, hit.text or "", span(hit.offset)) for hit in marks.links),
        pictures=tuple(Picture(hit.target, hit.text, span(hit.offset)) for hit in marks.pictures),
        fences=tuple(_fence(fence, path, first_line) for fence in found.fences),
        anchors=_anchors(marks.anchors, found.headings),
        measure=Measure(words, characters, len(marks.pictures), found.code_lines),
        excerpt=_excerpt(found),
    )


def _fence(raw: RawFence, path: str, first_line: int) -> Fence:
    line = raw.row + first_line
    return Fence(raw.info, raw.text, Span(path, line, raw.column + 1), line + 1)


def _padded(found: Blocks) -> str:
    """The prose with every row as long as it was, so that offsets hold."""
    starts = found.starts
    return "\n".join(row.ljust(starts[n + 1] - starts[n] - 1) for n, row in enumerate(found.rows))


def _headings(raw: list[RawHeading], path: str, first_line: int) -> tuple[Heading, ...]:
    texts = [prose.plain(h.text) for h in raw]
    ids = heading_ids((text, h.id) for text, h in zip(texts, raw, strict=True))
    return tuple(
        Heading(h.level, text, name, Span(path, h.row + first_line, 1))
        for h, text, name in zip(raw, texts, ids, strict=True)
    )


def _anchors(names: list[str], headings: list[RawHeading]) -> tuple[str, ...]:
    of_headings = {h.id for h in headings}
    return tuple(name for name in names if name not in of_headings)


def _excerpt(found: Blocks) -> str:
    for start, end in found.paragraphs:
        text = prose.excerpt("\n".join(found.rows[start:end]))
        if any(map(str.isalnum, text)):
            return text
    return ""
