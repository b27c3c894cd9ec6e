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


def addresses(paths: Iterable[str], reserved: Iterable[str] = ()) -> dict[str, str]:
    """For every address on the site the one in the package: ASCII, at most 180 characters, and
    different from every other and from all `reserved`, also where case does not count."""
    found: dict[str, str] = {}
    taken = set(map(str.casefold, reserved))
    for path in sorted(paths, key=lambda path: (portable(path) != path, path)):
        address = portable(path)
        if address.casefold() in taken or len(address) > _LONGEST:
            address = _short(path)
        taken.add(address.casefold())
        found[path] = address
    return found


def portable(path: str) -> str:
    """The path in letters, digits and `._-`; a part that loses something gets a digest."""
    *folders, name = path.split("/")
    return "/".join([*(_segment(folder, "") for folder in folders), _file(name)])


def _file(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else _segment(*splitext(name))


def _segment(stem: str, end: str) -> str:
    """A part of a path, with a digest where something of it was lost."""
    if not end and _PLAIN.fullmatch(stem):
        return stem
    plain = _folded(stem)[:_CUT].strip("-")
    return "-".join(filter(None, (plain, _mark(stem + end, _DIGITS)))) + _folded(end, ".")


def _short(path: str) -> str:
    """Another name at the same depth, since pages name other files from where they lie."""
    *folders, name = path.split("/")
    kept = [_mark(folder, _DIGITS) if len(path) > _CUT else folder for folder in folders]
    stem, end = splitext(_file(name))
    return "/".join([*kept, f"{stem[:_CUT]}-{_mark(path, 2 * _DIGITS)}{end}"])


def _folded(text: str, others: str = "") -> str:
    decomposed = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(rf"[^A-Za-z0-9{re.escape(others)}]+", "-", decomposed)


def _mark(text: str, digits: int) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
