"""The pictures that the texts of a quiz show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Span
from builder.model.parts import Picture

_CODE = re.compile(r"(`+).+?\1", re.DOTALL)
_MARKDOWN = re.compile(r"!\[([^\]]*)\]\(\s*(?:<([^<>\n]*)>|([^\s()]+))")


def pictures(part: object, span: Span) -> Iterator[Picture]:
    """Every picture in a quiz, a question or a part of one, whatever its kind.

    One written in Markdown has the place of the part it stands in; `span` is that of `part`.
    """
    if isinstance(part, str):
        yield from _written(part, span)
    elif isinstance(part, Picture):
        if part.src:
            yield part
    elif isinstance(part, tuple) and not isinstance(part, Span):
        for one in part:
            yield from pictures(one, span)
    elif names := getattr(part, "__dataclass_fields__", None):
        here = getattr(part, "span", span)
        for name in names:
            yield from pictures(getattr(part, name), here)


def _written(text: str, span: Span) -> Iterator[Picture]:
    if "![" in text:
        for alt, enclosed, bare in _MARKDOWN.findall(_CODE.sub("", text)):
            yield Picture(enclosed or bare, alt or None, span)
