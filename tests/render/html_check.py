"""A strict reading of a page: what a browser would forgive is reported here."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "popovertarget", "aria-controls")
NO_BLOCKS = {
    "p": frozenset(
        [
            "p",
            "div",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "section",
            "table",
            "form",
            "figure",
            "details",
        ]
    )
}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []
        self.ids: list[str] = []
        self.wanted: list[tuple[str, str]] = []
        self.levels: list[int] = []
        self.svg = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look(tag, attrs)
        if self.open and tag in NO_BLOCKS.get(self.open[-1], frozenset()):
            self.found.append(f"<{tag}> inside <{self.open[-1]}> at {self.getpos()}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look(tag, attrs)
        if tag not in VOID and "svg" not in self.open:
            self.found.append(f"<{tag}/> closes itself at {self.getpos()}")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.found.append(f"</{tag}> at {self.getpos()} but open are {self.open[-3:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def _look(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.found.append(f"an attribute twice on <{tag}> at {self.getpos()}")
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"] or "")
        self.wanted += [(n, i) for n in REFERENCES for i in (given.get(n) or "").split()]
        href = given.get("href") or ""
        if href.startswith("#"):
            self.wanted.append(("href", href[1:]))
        if tag[0] == "h" and tag[1:].isdigit():
            self.levels.append(int(tag[1:]))
        if tag == "img" and "alt" not in given:
            self.found.append(f"a picture without alt at {self.getpos()}")


def problems(html: str) -> list[str]:
    """Everything wrong with a page, empty when nothing is."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = reader.found + [f"<{tag}> is never closed" for tag in reader.open]
    found += [f"the id {i!r} stands twice" for i in set(reader.ids) if reader.ids.count(i) > 1]
    found += [f"the id {i!r} is empty or has a space" for i in reader.ids if not i or " " in i]
    found += [f"{n}={i!r} points nowhere" for n, i in reader.wanted if i not in reader.ids]
    return found + _headings(reader.levels) + _words(html)


def _headings(levels: list[int]) -> list[str]:
    found = [] if levels.count(1) == 1 else [f"{levels.count(1)} headings of level 1"]
    steps = pairwise(levels)
    return found + [f"a heading jumps from {a} to {b}" for a, b in steps if b > a + 1]


def _words(html: str) -> list[str]:
    signs = ("Undefined", "undefined", "None<", ">None", "{{", "{%", "\x02", "data-course-p")
    return [f"{sign!r} shows" for sign in signs if sign in html]
