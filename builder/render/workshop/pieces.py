"""A rendered section cut into the pieces that slides and workbooks are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from itertools import pairwise

_VOID = frozenset({"br", "hr", "img", "input", "source", "wbr", "col", "embed", "meta", "link"})
_END = re.compile(
    r"""[.!?\u2026]["')\]\u201d\u2019]*(?=\s+["'(\[\u201c\u2018]?[^\Wa-z_])|[\u3002\uff01\uff1f]"""
)
_TAG = re.compile(r"<[^>]*>")
_ITEM = re.compile(r"<li[^>]*>(.*)</li>", re.DOTALL)
_NOTE = re.compile(r'<(aside|span|div)[^>]*class="[^"]*sidenote.*?</\1>', re.DOTALL)
_IMAGE = re.compile(r"<img\b[^>]*>")
_BOLD = re.compile(r"<(?:strong|b|mark)\b")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Piece:
    """A top-level element of a text: its `tag`, its HTML with and without that tag, and for a list
    its items (inner HTML)."""

    tag: str
    html: str
    inner: str
    items: tuple[str, ...] = ()

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.tag in _HEADINGS

    @property
    def picture(self) -> str:
        """The first picture in it, as HTML; empty when there is none."""
        found = _IMAGE.search(self.html)
        return found[0] if found else ""


def pieces(html: str) -> tuple[Piece, ...]:
    """The top-level elements of a piece of HTML, in order; loose text is left out."""
    cutter = _Cutter()
    cutter.feed(html)
    cutter.close()
    return tuple(_piece(tag, text) for tag, text in cutter.found)


def words_of(html: str) -> str:
    """The visible text of a piece of HTML, on one line."""
    return " ".join(unescape(_TAG.sub("", html)).split())


def sentences(html: str) -> tuple[str, ...]:
    """The sentences of a paragraph as HTML. Markup that spans several sentences is dropped, so
    that each is whole by itself."""
    html = _NOTE.sub("", html)
    plain = words_of(html)
    ends = [found.end() for found in _END.finditer(plain)]
    cuts = [0, *[end for end in ends if end < len(plain)], len(plain)]
    texts = [plain[start:end].strip() for start, end in pairwise(cuts)]
    return tuple(escape(text, quote=False) for text in texts if text)


def marked(html: str) -> bool:
    """Whether something in it is set in bold: what the author wants kept."""
    return bool(_BOLD.search(html))


def _piece(tag: str, html: str) -> Piece:
    inner = html[html.index(">") + 1 : html.rindex("<")] if html.endswith(f"</{tag}>") else ""
    items: tuple[str, ...] = ()
    if tag in ("ul", "ol"):
        found = (_ITEM.fullmatch(text.strip()) for kind, text in _children(inner) if kind == "li")
        items = tuple(_unwrapped(item[1]) for item in found if item)
    return Piece(tag, html, inner, items)


def _children(html: str) -> list[tuple[str, str]]:
    cutter = _Cutter()
    cutter.feed(html)
    cutter.close()
    return cutter.found


def _unwrapped(html: str) -> str:
    """An item's own paragraph; what goes deeper is for the reader of the lesson."""
    first = next((text for tag, text in _children(html) if tag == "p"), None)
    if first:
        return first[first.index(">") + 1 : first.rindex("<")].strip()
    return re.split(r"<(?:ul|ol)\b", html, maxsplit=1)[0].strip()


class _Cutter(HTMLParser):
    """Finds where each top-level element begins and ends; the HTML is our own and well formed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[str, str]] = []
        self._depth = 0
        self._tag = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if self._depth == 0:
            self._tag = tag
        self._add(self.get_starttag_text() or "")
        if tag in _VOID:
            self._close_at_root()
        else:
            self._depth += 1

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if self._depth == 0:
            self._tag = tag
        self._add(self.get_starttag_text() or "")
        self._close_at_root()

    def handle_endtag(self, tag: str) -> None:
        self._add(f"</{tag}>")
        self._depth = max(0, self._depth - 1)
        self._close_at_root()

    def handle_data(self, data: str) -> None:
        if self._depth:
            self._add(data)

    def handle_entityref(self, name: str) -> None:
        if self._depth:
            self._add(f"&{name};")

    def handle_charref(self, name: str) -> None:
        if self._depth:
            self._add(f"&#{name};")

    def _add(self, text: str) -> None:
        self._text.append(text)

    def _close_at_root(self) -> None:
        if self._depth == 0:
            self.found.append((self._tag, "".join(self._text)))
            self._text = []
