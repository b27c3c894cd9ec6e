"""Headings of a rendered text: anchors, order, and where sections begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from builder.model.anchors import heading_ids
from builder.model.outline import Heading
from builder.model.urls import slug
from builder.render.body import mark

_ESCAPED = re.compile("\x02(\\d+)\x03")
_STASHED = re.compile("\x02[^\x03]*\x03")
_LEVELS = {f"h{n}": n for n in range(1, 7)}


def headings_of(root: Element) -> list[Element]:
    """Every heading of a text in reading order. Headings without words are taken out: they say
    nothing, and readers who move by headings would stop at them."""
    for parent in list(root.iter()):
        for child in [e for e in parent if e.tag in _LEVELS and not text_of(e)]:
            parent.remove(child)
    return [e for e in root.iter() if e.tag in _LEVELS]


def text_of(element: Element) -> str:
    """Visible text of a heading on one line; a picture speaks by its alternative text, raw HTML
    and footnote numbers do not count."""
    text = _ESCAPED.sub(lambda found: chr(int(found[1])), "".join(_texts(element)))
    return " ".join(_STASHED.sub("", text).split())


def _texts(element: Element) -> Iterator[str]:
    yield element.get("alt", "") if element.tag == "img" else element.text or ""
    for child in element:
        if not child.get("id", "").startswith("fnref:"):
            yield from _texts(child)
        yield child.tail or ""


def anchor(elements: Sequence[Element], known: Sequence[Heading]) -> None:
    """Give each heading its id: the one the outline of the text found for it.

    Both lists are in reading order, so equal lengths match one to one. If the outline saw
    headings differently (inside raw HTML, say), level and text decide. Without an outline the
    ids are made here.
    """
    ids: Iterable[str]
    if len(elements) == len(known):
        ids = [heading.id for heading in known]
    elif known:
        ids = _matched(elements, known)
    else:
        ids = heading_ids((text_of(e), e.get("id")) for e in elements)
    for element, name in zip(elements, ids, strict=True):
        element.set("id", name)


def take_title(root: Element) -> Element | None:
    """Remove and return the h1 that opens a text, if it is the text's first heading."""
    first = next((e for e in root.iter() if e.tag in _LEVELS), None)
    if first is None or first.tag != "h1" or first not in list(root):
        return None
    root.remove(first)
    return first


def settle(elements: Sequence[Element]) -> None:
    """Below the page's own h1: no second h1, no level skipped on the way down."""
    shift = any(e.tag == "h1" for e in elements)
    before = 1
    for element in elements:
        before = min(_LEVELS[str(element.tag)] + shift, before + 1, 6)
        element.tag = f"h{before}"


def mark_sections(root: Element) -> None:
    """Put a mark before every h2 directly below the root."""
    for index in range(len(root) - 1, -1, -1):
        if root[index].tag == "h2":
            root.insert(index, mark_element("section", ""))


def mark_element(kind: str, name: str) -> Element:
    """`body.mark` as an element."""
    found = mark(kind, name).split('"')[1]
    element = Element("div", {"data-course-part": found})
    element.tail = "\n"
    return element


def _matched(elements: Sequence[Element], known: Sequence[Heading]) -> list[str]:
    left = list(known)
    used = {heading.id for heading in known}
    return [_match(e, left) or _fresh(e.get("id") or slug(text_of(e)), used) for e in elements]


def _match(element: Element, left: list[Heading]) -> str:
    wanted = (_LEVELS[str(element.tag)], slug(text_of(element)))
    for heading in left:
        if (heading.level, slug(heading.text)) == wanted:
            left.remove(heading)
            return heading.id
    return ""


def _fresh(base: str, used: set[str]) -> str:
    name, n = base, 1
    while name in used:
        n += 1
        name = f"{base}-{n}"
    used.add(name)
    return name
