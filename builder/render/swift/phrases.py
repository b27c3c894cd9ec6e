"""Phrases with the usual marks: code, emphasis and links, one beside the other."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.util import AtomicString, code_escape

from builder.render.html import escaped

_INNER = r"[^\n\\`*_\[\]<&\x02]"
_EDGE = r"[^\s\\`*_\[\]<&\x02]"
_WORDS = rf"{_EDGE}(?:{_INNER}*{_EDGE})?"
_MARK = re.compile(
    r"`([^`\x02]+)`(?!`)"
    rf"|\*({_WORDS})\*(?!\*)"
    rf"|\*\*({_WORDS})\*\*(?!\*)"
    rf"|\[(?!\^)({_WORDS})\]\(([\w./#%+?=:,~-]+)\)"
    r"|[\\`*_\[<&\x02]|!\[| {2}\n"
)
_CODE, _EM, _STRONG, _LINK = 1, 2, 3, 5
_TAGS = {_CODE: "code", _EM: "em", _STRONG: "strong", _LINK: "a"}


def phrase(text: str) -> tuple[str, list[Element]] | None:
    """The text before the first mark, and an element with its tail for each mark.

    None when the text holds more than the usual marks: nested ones, HTML, escapes and so on.
    """
    before, at = "", 0
    found: list[Element] = []
    for mark in _MARK.finditer(text):
        kind = mark.lastindex
        if kind is None:
            return None
        if found:
            found[-1].tail = text[at : mark.start()] or None
        else:
            before = text[: mark.start()]
        found.append(_element(mark, kind))
        at = mark.end()
    if not found:
        return text, found
    found[-1].tail = text[at:] or None
    return before, found


def phrase_html(text: str) -> str | None:
    """The HTML of a phrase; None as for `phrase`, and where braces may give attributes."""
    found = None if "{" in text else phrase(text)
    if found is None:
        return None
    before, elements = found
    return escaped(before) + "".join(map(_html, elements))


def _html(element: Element) -> str:
    tag, text = element.tag, element.text or ""
    # Code was escaped when it was found.
    inner = text if tag == "code" else escaped(text)
    target = f' href="{element.get("href")}"' if tag == "a" else ""
    return f"<{tag}{target}>{inner}</{tag}>{escaped(element.tail or '')}"


def _element(mark: re.Match[str], kind: int) -> Element:
    element = Element(_TAGS[kind])
    if kind == _CODE:
        element.text = AtomicString(code_escape(mark[kind].strip()))
    elif kind == _LINK:
        element.text = mark[kind - 1]
        element.set("href", mark[kind])
    else:
        element.text = mark[kind]
    return element
