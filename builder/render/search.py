"""What the search of a site knows of each lesson."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from builder.render.body import Body
from builder.render.markup import plain
from builder.render.pages import LessonPage

_DROP = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|li|h\d|td|th|tr|div|br|pre|dt|dd|blockquote|section)\b[^>]*>", re.IGNORECASE
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One lesson. `headings` are pairs of anchor and text, `sections` the plain text under each
    anchor ("" for what stands before the first section). `url` is relative to the root."""

    title: str
    url: str
    module: str
    summary: str
    tags: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str], ...]


def search_record(page: LessonPage) -> SearchRecord:
    """The record of a lesson's page. Quizzes are left out: they hold wrong statements."""
    lesson, facts = page.lesson, page.facts
    summary = " ".join(map(plain, lesson.summary)) or page.entry.excerpt
    return SearchRecord(
        title=lesson.title,
        url=page.entry.url,
        module=facts.module_title,
        summary=summary,
        tags=tuple(tag.text for tag in facts.tags),
        headings=tuple((p.id, text_of(p.title_html)) for p in page.body.parts if p.title_html),
        sections=section_texts(page.body),
    )


def section_texts(body: Body) -> tuple[tuple[str, str], ...]:
    """The plain text of a body by the anchor it stands under."""
    texts: dict[str, list[str]] = {}
    anchor = ""
    for part in body.parts:
        anchor = part.id if part.kind == "section" else anchor
        if part.html and (text := text_of(part.html)):
            texts.setdefault(anchor, []).append(text)
    return tuple((name, " ".join(found)) for name, found in texts.items())


def text_of(html: str) -> str:
    """The words of a piece of HTML on one line."""
    bare = _TAG.sub("", _BLOCK.sub(" ", _DROP.sub(" ", html)))
    return " ".join(unescape(bare).split())
