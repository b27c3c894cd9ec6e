"""English words as the rules on wording compare them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_MARKUP = re.compile(r"`[^`]*`|\]\([^)]*\)|[*_\[\]!]")
_CODE = re.compile(r"```.*?(?:```|\Z)|`[^`]*`", re.DOTALL)
_ENDINGS = (
    "ations", "ation", "ments", "ment", "nesses", "ness", "ings", "ing", "ingly", "edly", "ities",
    "ity", "ies", "ied", "ives", "ive", "able", "ible", "ably", "ers", "er", "ors", "or", "est",
    "ed", "es", "ly", "al", "s", "e", "y",
)  # fmt: skip
_BY_LENGTH = sorted(_ENDINGS, key=len, reverse=True)
_LEAST_ROOT = 4


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """The words of a Markdown text in lower case, without code and addresses. Several rules ask for
    those of one question."""
    return tuple(word.lower() for word in _WORD.findall(_MARKUP.sub(" ", text)))


def holds_one(text: str, some: Iterable[str]) -> bool:
    """Whether one of some small-letter texts stands anywhere in a text: a quick look before a
    pattern that ignores case."""
    folded = text.casefold()
    return any(one in folded for one in some)


def without_code(text: str) -> str:
    """A Markdown text without what stands in backticks."""
    return _CODE.sub(" ", text)


@lru_cache(maxsize=16_384)
def root(word: str) -> str:
    """A word without its ending, so that `trusted` and `trusting` compare equal."""
    for ending in _BY_LENGTH:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_ROOT:
            return word.removesuffix(ending)
    return word
