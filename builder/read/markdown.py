"""What lessons and pages have in common: decoding, front matter, title, outline."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Generic, TypeVar

from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.outline import Outline
from builder.read import blocks
from builder.read.blocks import OWN_FENCES, Blocks, RawHeading
from builder.read.front_matter import split
from builder.read.outline import outline_of
from builder.read.prose import plain
from builder.read.text import decode
from builder.read.yaml_value import Fields, read_yaml

OPEN_FENCE = code(
    "fence-open",
    Level.ERROR,
    "A fenced block is not closed",
    "A block that opens with ``` must be closed by a line with the same number of backticks and "
    "nothing else. Without it the block is shown as ordinary text.",
)

MISSPELT_FENCE = code(
    "fence-name",
    Level.WARNING,
    "The name of a fenced block looks like a misspelt one",
    "Blocks called takeaway, quiz and facilitator have a meaning; any other is shown as code. "
    "This one is spelt almost like one of them.",
)

T = TypeVar("T")
_HTML_TITLE = re.compile(r"^[ ]{0,3}<h1(?:\s[^>]*)?>(.*?)</h1>[ \t]*$", re.MULTILINE | re.DOTALL)
_NEAR_TOP = 3_000


@dataclass(frozen=True, slots=True)
class Document(Generic[T]):
    """A Markdown file taken apart. `head` is what `read` made of the front matter; `title` comes
    from there or from the first heading of level 1, which is then blank in `body`."""

    head: T
    title: str
    body: str
    body_line: int
    outline: Outline
    findings: list[Diagnostic]


def read_markdown(path: str, data: bytes, read: Callable[[Fields], tuple[str, T]]) -> Document[T]:
    """Take a file apart; `read` gives the front matter's title ("" for none) and the rest."""
    decoded = decode(path, data)
    parts = split(decoded.value, path)
    head = read_yaml(parts.yaml, path, read, line=2)
    title, rest = head.value
    found = blocks.scan(parts.body)
    body = parts.body
    heading = _title_heading(found)
    if heading and (not title or plain(heading.text) == title):
        title = title or plain(heading.text)
        body = _without(body, found, heading)
    findings = [*decoded.findings, *parts.findings, *head.findings]
    findings += _open_fences(found, path, parts.body_line)
    findings += _misspelt_fences(found, path, parts.body_line)
    outline = outline_of(found, path, parts.body_line)
    return Document(rest, title, body, parts.body_line, outline, findings)


def _title_heading(found: Blocks) -> RawHeading | None:
    """The first heading of level 1: in Markdown, or else in HTML near the top of the text."""
    for heading in found.headings:
        if heading.level == 1 and not heading.nested:
            return heading
    match = _HTML_TITLE.search(found.text, 0, _NEAR_TOP) if "<h1" in found.text else None
    if not match or not plain(match[1], images=False):
        return None
    row = found.text.count("\n", 0, match.start())
    return RawHeading(1, match[1], None, row, match.group().count("\n") + 1)


def _without(body: str, found: Blocks, heading: RawHeading) -> str:
    """The body with the rows of its title blank: the page shows the title itself."""
    rows = body.split("\n")
    for row in range(heading.row, heading.row + heading.rows):
        rows[row] = found.rows[row] = ""
    if heading in found.headings:
        found.headings.remove(heading)
    return "\n".join(rows)


def _open_fences(found: Blocks, path: str, first_line: int) -> list[Diagnostic]:
    """Unclosed blocks of ours lose their meaning; others merely look odd."""
    return [
        OPEN_FENCE.at(
            Span(path, fence.row + first_line, fence.column + 1),
            f"this {fence.info or 'fenced'} block is never closed",
            "add a line ``` after its last line",
        )
        for fence in found.open
        if fence.info in OWN_FENCES
    ]


def _misspelt_fences(found: Blocks, path: str, first_line: int) -> list[Diagnostic]:
    return [
        MISSPELT_FENCE.at(
            Span(path, fence.row + first_line, fence.column + 1),
            f"a block {fence.info!r} is shown as code",
            f"did you mean {close[0]!r}?",
        )
        for fence in found.fences
        if fence.info not in OWN_FENCES
        and (close := get_close_matches(fence.info.lower()[:40], OWN_FENCES, 1, 0.75))
    ]
