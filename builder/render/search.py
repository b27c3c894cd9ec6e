"""The plain text of a rendered body, for search."""

from __future__ import annotations

import re
from html import unescape

from builder.render.body import Body

_DROP = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|li|h\d|td|th|tr|div|br|pre|dt|dd|blockquote|section)\b[^>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<[^>]*>")


def section_texts(body: Body) -> tuple[str, ...]:
    """The words before the first section and in each section, one entry more than sections."""
    texts = [""]
    for part in body.parts:
        if part.kind == "section":
            texts.append("")
        texts[-1] = f"{texts[-1]} {text_of(part.html)}".strip()
    return tuple(texts)


def text_of(html: str) -> str:
    """The words of a piece of HTML on one line."""
    bare = _DROP.sub(" ", html) if "</s" in html.lower() else html
    return " ".join(unescape(_TAG.sub("", _BLOCK.sub(" ", bare))).split())
