"""Writing YAML for people: plain where plain means the same, quoted where it would not."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[^\W\d_][\w .,;()/+=-]*")
"""Starts with a letter and holds nothing that YAML or an author's eye could read otherwise."""

_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(text: str) -> str:
    """`text` as a YAML value that every YAML reader takes for this very text.

    `Trust` stays as it is; `no`, `1:30` and `a: b` are written in double quotes.
    """
    if _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS:
        return text
    return '"' + "".join(map(_quoted, text)) + '"'


def pairs(values: Iterable[tuple[str, str]]) -> str:
    """`key: value` lines for the values that are not empty."""
    return "".join(f"{key}: {scalar(value)}\n" for key, value in values if value)


def listed(key: str, items: Iterable[str]) -> str:
    """A block list under a key; an empty one is written `key: []`."""
    rows = "".join(f"  - {scalar(item)}\n" for item in items)
    return f"{key}:\n{rows}" if rows else f"{key}: []\n"


def _quoted(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    # Invisible characters are spelled out; letters of any script stay readable.
    code = ord(character)
    if character.isprintable():
        return character
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
