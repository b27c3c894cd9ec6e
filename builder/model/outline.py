"""The structure of a Markdown text, with the place of every piece an author may get wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from builder.diagnostics import Span
from builder.model.parts import Picture


class Heading(NamedTuple):
    """A heading; `id` is the anchor the rendered page gives it, unique in its text."""

    level: int
    text: str
    id: str
    span: Span


class Link(NamedTuple):
    """A link as written; `text` is its visible text without markup."""

    target: str
    text: str
    span: Span


class Fence(NamedTuple):
    """A fenced block: `info` is the word after the backticks, `line` that of its first row."""

    info: str
    text: str
    span: Span
    line: int


@dataclass(frozen=True, slots=True)
class Measure:
    """What there is to read, in the units of `model.minutes`.

    `words` counts prose and table words in languages written with spaces, `characters` counts
    Chinese, Japanese and Korean characters, `code_lines` non-empty lines of code.
    """

    words: int = 0
    characters: int = 0
    images: int = 0
    code_lines: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            self.words + other.words,
            self.characters + other.characters,
            self.images + other.images,
            self.code_lines + other.code_lines,
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything a scan of a Markdown text finds without rendering it.

    `excerpt` is the opening paragraph cut at a sentence end, plain text. `anchors` are explicit
    ids other than those of headings.
    """

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    fences: tuple[Fence, ...] = ()
    anchors: tuple[str, ...] = ()
    measure: Measure = Measure()
    excerpt: str = ""
