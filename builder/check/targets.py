"""Addresses as authors write them in links and pictures."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from posixpath import dirname, normpath
from typing import NamedTuple
from urllib.parse import unquote

SAFE = frozenset({"http", "https", "mailto", "tel", "sms", "geo", "ftp", "ftps", "sftp", "irc"})
SCRIPTING = frozenset({"javascript", "vbscript", "data", "blob", "file", "filesystem"})
REMOTE = frozenset({"http", "https", "ftp"})

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\ufeff]+")


class Target(NamedTuple):
    """An address inside the course: `path` decoded and as written, `anchor` decoded."""

    path: str
    anchor: str


def scheme(target: str) -> str:
    """The scheme a browser would see (`https`), "" for none.

    Browsers decode entities and drop control characters before they look, so `java&#10;script:`
    counts as `javascript:`.
    """
    if ":" not in target and "&" not in target:
        return ""
    plain = unescape(target) if "&" in target else target
    found = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", plain))
    return found[1].lower() if found else ""


def is_external(target: str) -> bool:
    """Whether an address names a scheme or a server and so leads out of the course."""
    return target.startswith("//") or scheme(target) != ""


@lru_cache(maxsize=4096)
def split(target: str) -> Target:
    """The path and the anchor of an address without scheme; a query is dropped."""
    path, _, anchor = target.partition("#")
    path = path.partition("?")[0]
    if "&" in path:
        path = unescape(path)
    return Target(unquote(path) if "%" in path else path, _decoded(anchor))


def join(file: str, path: str) -> str:
    """`path` as written in `file`, relative to where `file` is relative to.

    The result starts with `..` if it lies outside; "" is the root itself.
    """
    folder = dirname(file)
    joined = normpath(f"{folder}/{path}" if folder else path)
    return "" if joined == "." else joined


def leaves(path: str) -> bool:
    """Whether a joined path lies outside of what it is relative to."""
    return path == ".." or path.startswith("../")


def _decoded(anchor: str) -> str:
    plain = unescape(anchor) if "&" in anchor else anchor
    return unquote(plain) if "%" in plain else plain
