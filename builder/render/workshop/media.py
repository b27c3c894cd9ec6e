"""Links and pictures of lessons, as the pages of a kit write them.

A kit is a folder of its own: pictures come along in `pictures/`, links to lessons lead to the
course's address on the web, and where it has none they are plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from markupsafe import Markup

from builder.model.urls import page_url
from builder.render.html import trusted

FOLDER = "pictures"
_SRC = re.compile(r'(<(?:img|source|video|audio)\b[^>]*?\s(?:src|poster)=")([^":]+)(")')
_LINK = re.compile(r'<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
_PLAIN = re.compile(r"[A-Za-z0-9/._-]+")
_ID = re.compile(r'\sid="[^"]*"')
_TARGETS = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_HEADLINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


def moved(html: str, path: str, url: str) -> Markup:
    """HTML from the page of the file at `path` for a page of the kit in its top folder. `url` is
    the course's address on the web, or empty."""
    page = page_url(path)
    html = _HEADLINK.sub("", html)
    html = _SRC.sub(
        lambda m: f"{m[1]}{FOLDER}/{picture_name(unquote(_target(m[2], page)))}{m[3]}", html
    )
    html = _LINK.sub(lambda m: _link(m, page, url), html)
    return trusted(_ID.sub("", html))


def deeper(html: str, root: str) -> str:
    """A page of the kit that stands below the top folder, which is `root` (`../`) from there."""
    return html.replace(f'="{FOLDER}/', f'="{root}{FOLDER}/') if root else html


def pictures_in(html: str) -> Iterator[str]:
    """The names, in the folder of pictures, of all that a page shows."""
    for found in _SRC.finditer(html):
        _, folder, name = found[2].rpartition(f"{FOLDER}/")
        if folder:
            yield name


def picture_name(path: str) -> str:
    """The name in the kit of a picture of the course, by its path below the content: the path
    itself where every machine can write it, else a digest."""
    if _PLAIN.fullmatch(path):
        return path
    ending = path.rpartition(".")[2]
    name = blake2b(path.encode(), digest_size=8).hexdigest()
    return f"{name}.{ending}" if _PLAIN.fullmatch(ending) else name


def _picture(src: str, page: str) -> str:
    return f"{FOLDER}/{picture_name(unquote(_target(src, page)))}"


def _target(src: str, page: str) -> str:
    return normpath(join(dirname(page), src)).lstrip("./")


def _link(found: re.Match[str], page: str, url: str) -> str:
    target, text = found[2], found[4]
    if _TARGETS.match(target):
        return found[0]
    if not url or not target:
        return text
    place = page + target if target.startswith("#") else _target(target, page)
    return f'<a href="{url}{place}">{text}</a>'
