"""Links of a page that travels in a package: what they reach is in the package, or opens beside it.

A page that a learning platform shows must not be left by a link: what follows would not be
recorded, and the way back would be lost. Links to pages that are not there become plain text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote

from builder.model.urls import relative

# A `<` ends the search, also between quotes, so that many unclosed tags take no quadratic time.
_TAG = re.compile(
    r"<(/?a|img|source|track|video|audio|iframe|object|embed)"
    r"((?:\s(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)?)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(\s)(href|src|poster|data)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_SAVED = re.compile(r"\sdownload(?=[\s=>]|$)", re.IGNORECASE)
_TARGET = re.compile(r"\starget\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)
_BESIDE = ' target="_blank"'
_SAFE = "/!$&'()*+,;=:@~-._"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a page of a package may lead to.

    `page` is its address on the site, `pages` gives the addresses in the package of the pages
    that may be reached from it, `files` those of all other files, both by the site's addresses.
    """

    page: str
    pages: Mapping[str, str]
    files: Mapping[str, str]

    @property
    def address(self) -> str:
        """The page's own address in the package."""
        return self.pages.get(self.page, self.page)


def contained(html: str, bounds: Bounds) -> str:
    """The page with every link and picture as it must be in the package."""
    return _Links(bounds).mend(html)


class _Links:
    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.loose = False

    def mend(self, html: str) -> str:
        return _TAG.sub(self._tag, html)

    def _tag(self, found: re.Match[str]) -> str:
        name, attributes = found[1].lower(), found[2]
        if name == "/a":
            loose, self.loose = self.loose, False
            return "</span>" if loose else found[0]
        if name == "a":
            return self._link(found[0], attributes)
        return f"<{found[1]}{_ATTRIBUTE.sub(self._source, attributes)}>"

    def _link(self, tag: str, attributes: str) -> str:
        found = next((m for m in _ATTRIBUTE.finditer(attributes) if m[2].lower() == "href"), None)
        target = _value(found) if found else ""
        if not found or not target or target.startswith("#"):
            return tag
        if _WEB.match(target):
            return f"<a{_opened(attributes)}>"
        if _SCHEME.match(target):
            return tag
        file, rest = _cut(target)
        there = self._resolved(file)
        if there in self.bounds.pages:
            way = self._way(self.bounds.pages[there]) + rest
            return f"<a{_TARGET.sub('', _with(attributes, found, way))}>"
        if there in self.bounds.files:
            way = self._way(self.bounds.files[there]) + rest
            return f"<a{_opened(_with(attributes, found, way))}>"
        self.loose = True
        return "<span>"

    def _source(self, found: re.Match[str]) -> str:
        value = _value(found)
        if not value or value.startswith("#") or _SCHEME.match(value):
            return found[0]
        file, rest = _cut(value)
        there = self._resolved(file)
        if there not in self.bounds.files:
            return found[0]
        return f'{found[1]}{found[2]}="{escape(self._way(self.bounds.files[there]) + rest)}"'

    def _resolved(self, file: str) -> str:
        """The address on the site that a relative link leads to."""
        page = self.bounds.page
        return normpath(join(dirname(page), unquote(file))) if file else page

    def _way(self, address: str) -> str:
        return quote(relative(address, self.bounds.address), safe=_SAFE)


def _value(found: re.Match[str]) -> str:
    return unescape(found[3] if found[3] is not None else found[4])


def _cut(target: str) -> tuple[str, str]:
    found = re.search(r"[?#]", target)
    return (target[: found.start()], target[found.start() :]) if found else (target, "")


def _with(attributes: str, found: re.Match[str], target: str) -> str:
    changed = f'{found[1]}href="{escape(target)}"'
    return attributes[: found.start()] + changed + attributes[found.end() :]


def _opened(attributes: str) -> str:
    """The attributes of a link that opens in a window of its own, so that this one stays."""
    attributes = _TARGET.sub("", attributes)
    if _SAVED.search(attributes):
        return attributes
    rel = "" if re.search(r"\srel\s*=", attributes) else ' rel="external noopener"'
    return f"{attributes}{rel}{_BESIDE}"
