"""Comparing typed texts: what never counts, what counts when asked for, and slips of the finger.

`web/grading/spelling.js` does the same, character by character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACE = re.compile("[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_WIDE = re.compile("[\uff01-\uff5e]")
_ALIKE = (
    (re.compile("[\u2018-\u201b\u2032\u00b4`]"), "'"),
    (re.compile("[\u201c-\u201f\u2033\u00ab\u00bb]"), '"'),
    (re.compile("[\u2010-\u2015\u2212]"), "-"),
    (re.compile("\u2026"), "..."),
)
_EDGES = re.compile("^[ \"'\u00a1\u00bf]+|[ \"'.,;:!?\u3002]+$")
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")
_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "\u0131": "i"}
_LETTER = re.compile("[ßæœøłđ\u0131]")
_DIGITS = re.compile("[^0-9]+")

FAR = 99
"""A distance no limit reaches."""
_MOST_SLIPS = 3
# The least length for one slip, two, three. Short words are too close to each other.
_FORGIVEN = (5, 9)
_POINTED_OUT = (4, 7, 12)


def tidy(text: str) -> str:
    """A text without differences that a reader would not notice: kinds of white space,
    quotation mark and dash, full-width letters, composed accents."""
    text = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    text = _WIDE.sub(lambda wide: chr(ord(wide[0]) - 0xFEE0), text)
    for alike, one in _ALIKE:
        text = alike.sub(one, text)
    return _SPACE.sub(" ", text).strip(" ")


def bare(text: str) -> str:
    """A tidy text without the quotation marks around it and the full stop at its end."""
    return _EDGES.sub("", text) or text


@lru_cache(maxsize=1024)  # each listed answer is compared with each other
def folds(text: str, *, case: bool, accents: bool) -> tuple[str, ...]:
    """A text as it is compared, from the strictest way to the most lenient one."""
    ways = [tidy(text)]
    ways.append(bare(ways[-1]))
    if not case:
        ways.append(ways[-1].lower())
    if not accents:
        ways.append(_unaccented(ways[-1]))
    return tuple(ways)


def distance(one: str, other: str) -> int:
    """How many characters to insert, leave out, replace or swap with their neighbour make one
    text of the other (Damerau-Levenshtein, no part edited twice). Digits are never a slip:
    texts that differ in them, or much in length, are `FAR`."""
    if abs(len(one) - len(other)) > _MOST_SLIPS or _DIGITS.sub("", one) != _DIGITS.sub("", other):
        return FAR
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one):
        earlier, before, row = before, row, [i + 1]
        for j, b in enumerate(other):
            best = min(before[j + 1] + 1, row[j] + 1, before[j] + (a != b))
            if i and j and a == other[j - 1] and one[i - 1] == b:
                best = min(best, earlier[j - 1] + 1)
            row.append(best)
    return row[-1]


def forgiven(text: str) -> int:
    """How many slips still count as this text."""
    return sum(len(text) >= least for least in _FORGIVEN)


def pointed_out(text: str) -> int:
    """How many slips are still close to this text."""
    return sum(len(text) >= least for least in _POINTED_OUT)


def _unaccented(text: str) -> str:
    apart = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", _LETTER.sub(lambda found: _LETTERS[found[0]], apart))
