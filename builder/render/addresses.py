"""Links and pictures: from what an author wrote to what the page must say.

An author links to files (`../people/trust.md#map`), a page links to pages
(`../people/trust.html#map`). The way from one to the other needs the author's file name only.
"""

from __future__ import annotations

import re
from html import escape, unescape
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote

from builder.model.urls import page_url, relative

# A bare `<` ends the search, so that many unclosed tags take no quadratic time.
_TAG = re.compile(
    r"<(a|img|source|video|audio|iframe|object|embed)(\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"(\s(?:href|src|poster|data)\s*=\s*)(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ACTIVE = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_IGNORED = re.compile(r"[\x00-\x20]+")
_CONTENT = "content/"
_MARKDOWN = (".md", ".markdown")
_SAFE = "/!$&'()*+,;=:@~-._"


def address(target: str, path: str) -> str:
    """What a page made from the file at `path` writes for a `target` as the author wrote it.

    `path` is relative to the course root. External targets, bare anchors and targets outside
    the content folder come back unchanged.
    """
    if not target or target.startswith("#") or _SCHEME.match(target):
        return target
    file, mark, rest = _cut(target)
    if not file:
        return target
    root = _CONTENT if path.startswith(_CONTENT) else ""
    inside = _inside(unquote(file), path.removeprefix(root))
    if inside is None:
        return target
    folder = file.endswith("/") or "." not in inside.rsplit("/", 1)[-1]
    return relative(_published(root, inside, folder=folder), page_url(path)) + mark + rest


def rewrite(html: str, path: str) -> str:
    """All links and pictures of a piece of HTML, whether from Markdown or written as HTML."""
    return _TAG.sub(lambda found: _tag(found, path), html) if "<" in html else html


def _tag(found: re.Match[str], path: str) -> str:
    name, attributes = found[1], found[2]
    rewritten = _ATTRIBUTE.sub(lambda a: _attribute(a, path), attributes)
    return f"<{name}{rewritten}{_extras(name.lower(), rewritten)}>"


def _attribute(found: re.Match[str], path: str) -> str:
    value = unescape(found[2] if found[2] is not None else found[3])
    if "href" in found[1] and _ACTIVE.match(_IGNORED.sub("", value)):
        return ""
    changed = address(value, path)
    return found[0] if changed == value else f'{found[1]}"{escape(changed)}"'


def _extras(name: str, attributes: str) -> str:
    if name == "img" and "loading=" not in attributes:
        return ' loading="lazy" decoding="async"'
    if name == "a" and "rel=" not in attributes and re.search(r"href=\"(https?:)?//", attributes):
        return ' rel="external noopener"'
    return ""


def _cut(target: str) -> tuple[str, str, str]:
    found = re.search(r"[?#]", target)
    if not found:
        return target, "", ""
    return target[: found.start()], found[0], target[found.end() :]


def _inside(file: str, path: str) -> str | None:
    """The place of a linked file below the content folder, "" for the folder itself."""
    full = normpath(join(dirname(path), file) if file[0] != "/" else file.lstrip("/") or ".")
    if full == ".." or full.startswith("../"):
        return None
    return "" if full == "." else full


def _published(root: str, inside: str, *, folder: bool) -> str:
    if folder:
        return page_url(f"{root}{inside}/index.md")
    if inside.lower().endswith(_MARKDOWN):
        return page_url(root + inside)
    return quote(inside, safe=_SAFE)
