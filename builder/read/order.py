"""Names of files: their natural order and what they say to a reader."""

from __future__ import annotations

import re
import unicodedata
from posixpath import basename, splitext

from builder.model.urls import INDEX_STEMS

_DIGITS = re.compile(r"([0-9]+)")
_NUMBER = re.compile(r"^[0-9]+(?:[.-][0-9]+)*[\s._)-]+(?=\S)")


def natural(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """A sort key that puts `2` before `10` and ignores case; names never compare equal."""
    folded = unicodedata.normalize("NFC", name).casefold()
    parts = _DIGITS.split(folded)
    # Digits sort before letters, as in `1 a` < `a`.
    key = tuple((0, int(p), "") if p.isascii() and p.isdigit() else (1, 0, p) for p in parts if p)
    return key, name


def natural_path(path: str) -> tuple[object, ...]:
    """The natural order of paths: folder by folder."""
    return tuple(natural(part) for part in path.split("/"))


def stem(path: str) -> str:
    """A file's name without its extension."""
    return splitext(basename(path))[0]


def is_index(path: str) -> bool:
    """Whether the file stands for its folder (`index.md`, `README.md`)."""
    return stem(path).lower() in INDEX_STEMS


def humanise(name: str) -> str:
    """`02-cultivating_empathy` -> `Cultivating empathy`."""
    words = " ".join(re.sub(r"[-_\s]+", " ", _NUMBER.sub("", name)).split())
    return words[:1].upper() + words[1:] or name
