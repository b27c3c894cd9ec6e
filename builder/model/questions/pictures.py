"""The pictures and links that the texts of a quiz hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.diagnostics import Span
from builder.model.outline import Link
from builder.model.parts import Picture

_CODE = re.compile(r"(`+).+?\1", re.DOTALL)
_PICTURE = re.compile(r"!\[([^\]]*)\]\(\s*(?:<([^<>\n]*)>|([^\s()]+))")
_LINK = re.compile(
    r"""(?<![!\\\[])\[(?P<text>(?!\[)(?:!\[[^\]]*\]\([^()]*\)|[^\[\]])*)\]
        \(\s*(?:<(?P<enclosed>[^<>\n]*)>|(?P<bare>[^\s()]+))
      | <(?P<auto>[A-Za-z][\w+.-]+:[^\s<>]+)>
      | <a\s[^<>]*?\bhref=["'](?P<href>[^"']+)["'][^<>]*>(?P<inner>.*?)</a""",
    re.VERBOSE | re.DOTALL,
)
_MARKUP = re.compile(r"<[^<>]*>|!\[[^\]]*\]\([^()]*\)|[*_`]+")


def pictures(part: object, span: Span) -> Iterator[Picture]:
    """Every picture in a quiz, a question or a part of one, whatever its kind.

    One written in Markdown has the place of the part it stands in; `span` is that of `part`.
    """
    for leaf, place in _leaves(part, span):
        if isinstance(leaf, Picture):
            if leaf.src:
                yield leaf
        elif "![" in leaf:
            for alt, enclosed, bare in _PICTURE.findall(_CODE.sub("", leaf)):
                yield Picture(enclosed or bare, alt or None, place)


def links(part: object, span: Span) -> Iterator[Link]:
    """Every link in a quiz, a question or a part of one; its place is that of the part."""
    for leaf, place in _leaves(part, span):
        if isinstance(leaf, str) and ("](" in leaf or "<" in leaf):
            for match in _LINK.finditer(_CODE.sub("", leaf)):
                yield _link(match, place)


def _link(match: re.Match[str], place: Span) -> Link:
    if match["auto"]:
        return Link(match["auto"], match["auto"], place)
    target = match["enclosed"] or match["bare"] or match["href"] or ""
    text = match["text"] if match["text"] is not None else match["inner"] or ""
    shown = _MARKUP.sub("", text).strip()
    pictured = re.search(r"!\[([^\]]+)\]", text)
    return Link(target, shown or (pictured[1] if pictured else ""), place)


def _leaves(part: object, span: Span) -> list[tuple[str | Picture, Span]]:
    """The pictures of a part and its texts that may hold one or a link, each with the place of the
    nearest part around it."""
    found: list[tuple[str | Picture, Span]] = []
    _look(part, span, found)
    return found


def _look(part: object, span: Span, found: list[tuple[str | Picture, Span]]) -> None:
    if isinstance(part, str):
        if "](" in part or "<" in part:
            found.append((part, span))
    elif isinstance(part, Picture):
        found.append((part, span))
    elif isinstance(part, tuple):
        for one in () if isinstance(part, Span) else part:
            _look(one, span, found)
    elif names := getattr(part, "__dataclass_fields__", ()):
        here = getattr(part, "span", span)
        for name in names:
            if value := getattr(part, name):
                _look(value, here, found)
