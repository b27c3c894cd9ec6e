"""XML as data: elements in their order, and the text they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may hold."""
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
)


@dataclass(frozen=True, slots=True)
class Element:
    """An element with the attributes in their order; `content` is a text or elements."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    content: str | tuple[Element, ...] = ()


def element(
    name: str, *content: Element | str | None, attributes: Mapping[str, str] | None = None
) -> Element:
    """An element of one text or of elements; None stands for an element that is left out."""
    pairs = tuple((attributes or {}).items())
    if content and isinstance(content[0], str):
        return Element(name, pairs, content[0])
    return Element(name, pairs, tuple(part for part in content if isinstance(part, Element)))


def document(root: Element) -> bytes:
    """The document in UTF-8, without a document type, indented by two blanks."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *_lines(root, "")]
    return ("\n".join(lines) + "\n").encode()


def _lines(part: Element, indent: str) -> Iterator[str]:
    head = f"{indent}<{part.name}{''.join(map(_attribute, part.attributes))}"
    if isinstance(part.content, str):
        text = _FORBIDDEN.sub("", part.content).translate(_TEXT)
        yield f"{head}>{text}</{part.name}>"
    elif not part.content:
        yield f"{head}/>"
    else:
        yield f"{head}>"
        for child in part.content:
            yield from _lines(child, f"{indent}  ")
        yield f"{indent}</{part.name}>"


def _attribute(pair: tuple[str, str]) -> str:
    return f' {pair[0]}="{_FORBIDDEN.sub("", pair[1]).translate(_VALUE)}"'
