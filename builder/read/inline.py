"""Links, pictures and anchors in prose, each with its place; linear in the text's length."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple

from builder.read.blocks import fold
from builder.read.prose import plain

_TICKS = re.compile(r"(?<!\\)`+")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:\s[^<>]*)?)>|<([a-zA-Z][\w+.-]{1,31}:[^\s<>]*)>")
_MAIL = re.compile(r"<([^\s<>@\"']+@[^\s<>@]+\.[^\s<>@]+)>")
_ATTRIBUTE = re.compile(r"""([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_ATTRIBUTE_LIST = re.compile(r"\{:?[ \t]*([^{}\n]*)\}")
_LIST_ID = re.compile(r"(?:^|\s)#([^\s}]+)")
# Each way begins with a character of its own: that makes the search many times faster.
_BRACKET = re.compile(r"\\.|!\[|\[|\]|\n[ \t]*\n")
_BREAK = re.compile(r"\n[ \t]*\n")
_TARGET = re.compile(
    r"\(\s*(<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_LOOSE_TARGET = re.compile(r"\(([^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
_TITLE = re.compile(r"\s+(?:\"[^\"]*\"|'[^']*')\s*$")
_LABEL = re.compile(r"[ ]?\[([^\[\]]{0,999})\]")
_BARE = re.compile(r"\b(?:https?://|www\.)\S+|\[\^[^\]\s]+\]:?")
_BARE_SIGNS = ("://", "www.", "[^")
_MOST_TEXT = 500


class Hit(NamedTuple):
    """A link or picture at an offset; `text` is a link's visible text or a picture's
    alternative text, None when the picture has none."""

    offset: int
    target: str
    text: str | None


class Inline:
    """What was found; `cuts` are the stretches that are no words."""

    def __init__(self, text: str, definitions: Mapping[str, str]) -> None:
        self.text = text
        self.definitions = definitions
        self.links: list[Hit] = []
        self.pictures: list[Hit] = []
        self.anchors: list[str] = []
        self.cuts: list[tuple[int, int]] = []

    def words(self) -> str:
        """The text without anything that is not read."""
        pieces, at = [], 0
        for start, end in sorted(self.cuts):
            pieces.append(self.text[at:start] if start >= at else "")
            at = max(at, end)
        pieces.append(self.text[at:])
        text = "".join(pieces)
        return _BARE.sub(" ", text) if any(sign in text for sign in _BARE_SIGNS) else text


def scan(text: str, definitions: Mapping[str, str]) -> Inline:
    """Scan prose whose fences and comments are blanked out."""
    found = Inline(text, definitions)
    if "`" in text:
        text = _without_code(text)
    if "<" in text:
        text = _tags(found, text)
    if "{" in text:
        _attribute_lists(found, text)
    if "[" in text:
        _brackets(found, text)
    found.links.sort()
    found.pictures.sort(key=lambda hit: hit.offset)
    return found


def _without_code(text: str) -> str:
    """The text with the contents of code spans as spaces."""
    runs = [(m.start(), m.end() - m.start()) for m in _TICKS.finditer(text)]
    by_length: dict[int, list[int]] = defaultdict(list)
    for start, length in runs:
        by_length[length].append(start)
    breaks = [m.start() for m in _BREAK.finditer(text)]
    pieces, at = [], 0
    for start, length in runs:
        if start < at:
            continue
        same = by_length[length]
        place = bisect_right(same, start)
        if place == len(same):
            continue
        end = same[place]
        if bisect_right(breaks, start) != bisect_right(breaks, end):
            continue
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start : end + length])]
        at = end + length
    return "".join([*pieces, text[at:]])


def _tags(found: Inline, text: str) -> str:
    """Note HTML links, pictures and ids; the text with tags as spaces."""
    pieces, at = [], 0
    for match in _TAG.finditer(text):
        target = text[max(0, match.start() - 2) : match.start()] == "]("  # `[x](<a b.png>)`
        if match.start() < at or target:
            continue
        end = match.end()
        if match[4]:
            found.links.append(Hit(match.start(), match[4], match[4]))
        elif not match[1]:
            end = _tag_end(text, match)
            _tag(found, text, match.start(), match[2].lower(), text[match.end(2) : end - 1], end)
        found.cuts.append((match.start(), end))
        pieces += [text[at : match.start()], re.sub(r"[^\n]", " ", text[match.start() : end])]
        at = end
    text = "".join([*pieces, text[at:]])
    for match in _MAIL.finditer(text):
        found.links.append(Hit(match.start(), f"mailto:{match[1]}", match[1]))
    return text


def _tag_end(text: str, match: re.Match[str]) -> int:
    """The end of a tag, past a `>` that stands inside a quoted value."""
    end = match.end()
    for _ in range(8):
        inside = text[match.start() : end]
        if inside.count('"') % 2 == 0:
            return end
        following = text.find(">", end, match.start() + 2000)
        if following < 0:
            break
        end = following + 1
    return match.end()


def _tag(found: Inline, text: str, start: int, name: str, rest: str, end: int) -> None:
    if not rest.strip():
        return
    values = {m[1].lower(): unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(rest)}
    if name == "a" and values.get("href"):
        following = text[end : end + _MOST_TEXT]
        close = following.lower().find("</a")
        inner = plain(following[:close]) if close >= 0 else ""
        found.links.append(Hit(start, values["href"], inner))
    if name == "img" and values.get("src"):
        hidden = values.get("role") in ("presentation", "none")
        found.pictures.append(Hit(start, values["src"], "" if hidden else values.get("alt")))
    anchor = values.get("id") or (values.get("name") if name == "a" else None)
    if anchor:
        found.anchors.append(anchor)


def _attribute_lists(found: Inline, text: str) -> None:
    for match in _ATTRIBUTE_LIST.finditer(text):
        inner = match[1]
        if inner.startswith(("#", ".")) or "=" in inner or text[match.start() + 1] == ":":
            found.cuts.append(match.span())
            name = _LIST_ID.search(inner)
            if name:
                found.anchors.append(name[1])


def _brackets(found: Inline, text: str) -> None:
    opened: list[int] = []
    done = 0
    for match in _BRACKET.finditer(text):
        if match.start() < done:
            continue
        mark = match.group()
        if mark[0] == "\\":
            continue
        if mark[-1] == "[":
            opened.append(match.start())
        elif mark == "]":
            if opened:
                done = _bracket(found, text, opened.pop(), match.end())
        elif mark[0] == "\n":
            opened.clear()


def _bracket(found: Inline, text: str, start: int, end: int) -> int:
    """Judge the bracket from `start` to `end` by what follows it; where its notation ends."""
    picture = text[start] == "!"
    inside = (start + (2 if picture else 1), end - 1)
    target, after = _target(found, text, inside, end)
    if target is None:
        return end
    label = plain(found.text[inside[0] : min(inside[1], inside[0] + _MOST_TEXT)])
    if not picture:
        found.links.append(Hit(start, target, label))
        found.cuts.append((end, after))
        return after
    found.pictures.append(Hit(start, target, label or _declared_alt(text, after)))
    found.cuts.append((start, after))
    return after


def _target(found: Inline, text: str, inside: tuple[int, int], end: int) -> tuple[str | None, int]:
    """Where a bracket leads and where its notation ends; None when it is no link."""
    following = text[end : end + 1]
    if following == "(":
        match = _TARGET.match(text, end)
        if match:
            return _clean(match[1]), match.end()
        match = _LOOSE_TARGET.match(text, end)
        if match:
            return _clean(_TITLE.sub("", match[1]).strip()), match.end()
    if not found.definitions or inside[1] - inside[0] > 999:
        return None, end
    label = _LABEL.match(text, end) if following in ("[", " ") else None
    if label:
        name = label[1] or text[slice(*inside)]
        return found.definitions.get(fold(name)), label.end()
    return found.definitions.get(fold(text[slice(*inside)])), end


def _declared_alt(text: str, after: int) -> str | None:
    """An empty alternative text counts only when it is declared: `{alt=""}`."""
    match = _ATTRIBUTE_LIST.match(text, after)
    declared = match and re.search(r"\balt=(\"\"|'')|role=\"?(presentation|none)", match[1])
    return "" if declared else None


def _clean(target: str) -> str:
    if target.startswith("<"):
        target = target[1:-1]
    return unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", target))
