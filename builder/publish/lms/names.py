"""Names that last: identifiers in manifests and addresses of files in a package.

Learning platforms find a learner's record again by the identifiers, so they are made from the
author's ids alone and never from titles, order or time. Files keep their addresses on the site
unless those hold more than the letters that every platform can unpack.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from posixpath import splitext

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LONGEST = 180
_LONGEST_ID = 120
_CUT = 40
_DIGITS = 8


def identifier(kind: str, name: str) -> str:
    """An identifier that is an NCName: two different names never give the same one.

    `identifier("item", "people/trust")` -> `item-people.trust`.
    """
    whole = f"{kind}-{encoded(name)}"
    if len(whole) <= _LONGEST_ID:
        return whole
    return f"{whole[: _LONGEST_ID - 2 * _DIGITS]}_{_mark(name, 2 * _DIGITS - 1)}"


def encoded(name: str) -> str:
    """A name in ASCII letters, digits and `._-` alone, another one for every name."""
    return "".join(map(_character, name))


def _character(c: str) -> str:
    if c.isascii() and (c.isalnum() or c == "-"):
        return c
    return "." if c == "/" else f"_{ord(c):x}_"


def addresses(paths: Iterable[str]) -> dict[str, str]:
    """For every address on the site the one in the package: ASCII, at most 180 characters, and
    different from every other also where case does not count."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths, key=lambda path: (_portable(path) != path, path)):
        address = _portable(path)
        if address.casefold() in taken or len(address) > _LONGEST:
            address = _short(path)
        taken.add(address.casefold())
        found[path] = address
    return found


def _portable(path: str) -> str:
    return "/".join(map(_segment, path.split("/")))


def _segment(name: str) -> str:
    """A part of a path, with a digest where something of it was lost."""
    if _PLAIN.fullmatch(name):
        return name
    stem, end = splitext(name)
    plain = _folded(stem)[:_CUT].strip("-")
    return "-".join(filter(None, (plain, _mark(name, _DIGITS)))) + _folded(end, ".")


def _short(path: str) -> str:
    *_, name = path.split("/")
    stem, end = splitext(_segment(name))
    return f"files/{stem[:_CUT]}-{_mark(path, 2 * _DIGITS)}{end}"


def _folded(text: str, others: str = "") -> str:
    decomposed = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(rf"[^A-Za-z0-9{re.escape(others)}]+", "-", decomposed)


def _mark(text: str, digits: int) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
