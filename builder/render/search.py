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
    """One lesson. `headings` are pairs of anchor and text, `sections` the plain text before the
    first heading and then under each: one longer than `headings`. `url` is relative to the
    site's root."""

    title: str
    url: str
    module: str
    summary: str
    tags: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]
    sections: tuple[str, ...]


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
        headings=tuple(
            (p.id, text_of(p.title_html)) for p in page.body.parts if p.kind == "section"
        ),
        sections=section_texts(page.body),
    )


def section_texts(body: Body) -> tuple[str, ...]:
    """The plain text of a body before its first section and in each section."""
    texts = [""]
    for part in body.parts:
        if part.kind == "section":
            texts.append("")
        texts[-1] = f"{texts[-1]} {text_of(part.html)}".strip()
    return tuple(texts)


def text_of(html: str) -> str:
    """The words of a piece of HTML on one line."""
    bare = _TAG.sub("", _BLOCK.sub(" ", _DROP.sub(" ", html)))
    return " ".join(unescape(bare).split())
