"""Plain text out of Markdown: for headings, link texts, excerpts and counting words."""

from __future__ import annotations

import re
from html import unescape

EXCERPT_CHARACTERS = 160
_MOST_PLAIN = 2_000

_SPECIAL = re.compile(r"[\\`*_~=<>\[\]{}&!^:]")
_LABEL = r"\[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]"
_GOAL = r"(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])"
_IMAGE = re.compile(f"!{_LABEL}{_GOAL}")
_LINK = re.compile(f"{_LABEL}{_GOAL}")
_TAG = re.compile(r"<(https?://[^<>\s]+|mailto:[^<>\s]+)>|</?[a-zA-Z!][^<>]*>")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.\w][^{}\n]*\}")
_EMPHASIS = re.compile(r"(?<!\s)\*+|\*+(?!\s)|~~|==|\^\^|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)|`+")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PRIVATE = 0x10F000
_HIDDEN = re.compile("[\U0010f021-\U0010f07e]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_ICON = re.compile(r":[a-z0-9_+-]+:")
_WORD = re.compile(r"[^\W_]\S*")
_NO_WORD = bytes(code for code in range(128) if not (chr(code).isalnum() or chr(code).isspace()))
_SPACES = bytes.maketrans(b"\x1c\x1d\x1e\x1f", b"    ")
"""Characters that part words in a text and do not in bytes."""
_CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3100-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff]"
)
_SENTENCE_END = re.compile(
    r"""[.!?\u2026]["')\]\u201d\u2019]*(?=\s+["'(\[\u201c\u2018]?[^\Wa-z_])|[\u3002\uff01\uff1f]"""
)


def plain(markdown: str, *, images: bool = True) -> str:
    """The visible text of a line of Markdown; `images` keeps their alternative texts."""
    text = markdown[:_MOST_PLAIN]
    if _SPECIAL.search(text):
        text = _ESCAPE.sub(_hidden, text)
        text = _FOOTNOTE.sub("", text)
        text = _IMAGE.sub(r"\1" if images else "", text)
        text = _LINK.sub(r"\1", text)
        text = _TAG.sub(r"\1", text)
        text = _ATTRIBUTES.sub("", text)
        text = _EMPHASIS.sub("", text)
        text = unescape(_HIDDEN.sub(_shown, text))
    return " ".join(text.split())


def _hidden(escape: re.Match[str]) -> str:
    # Into a private plane, where no rule of Markdown finds it.
    return chr(_PRIVATE + ord(escape[1]))


def _shown(character: re.Match[str]) -> str:
    return chr(ord(character[0]) - _PRIVATE)


def count(text: str) -> tuple[int, int]:
    """Words and CJK characters of a text without markup.

    A word is whatever stands between spaces and holds a letter or digit.
    """
    characters = 0
    if not text.isascii():
        text, characters = _CJK.subn(" ", text)
    if ":" in text:
        text = _ICON.sub(" ", text)
    if "&" in text:
        text = unescape(text)
    return _words(text), characters


def _words(text: str) -> int:
    if text.isascii():
        # Without its punctuation a text falls into words by its spaces.
        return len(text.encode().translate(_SPACES, _NO_WORD).split())
    return len(_WORD.findall(text))


def excerpt(paragraph: str) -> str:
    """Whole sentences from the start of a paragraph, about 160 characters at most."""
    text = plain(paragraph, images=False)
    if len(text) <= EXCERPT_CHARACTERS:
        return text
    ends = [m.end() for m in _SENTENCE_END.finditer(text, 0, EXCERPT_CHARACTERS * 2)]
    fitting = [end for end in ends if end <= EXCERPT_CHARACTERS]
    if fitting and fitting[-1] >= EXCERPT_CHARACTERS // 4:
        return text[: fitting[-1]]
    cut = text[:EXCERPT_CHARACTERS].rpartition(" ")[0] or text[:EXCERPT_CHARACTERS]
    return cut.rstrip(" ,;:.-\u2013\u2014(") + "\u2026"
