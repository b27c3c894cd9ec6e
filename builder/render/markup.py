"""Markdown to HTML, with one reused engine per process.

`render_body` turns a whole text into the parts of a page, `inline` and `block` turn the short
texts of quizzes and front matter into HTML, `plain` into text for attributes. Named as a
Python-Markdown extension (`builder.render.markup`), this module gives another host the same
anchors.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape
from itertools import count
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markupsafe import Markup

from builder.model.outline import Heading
from builder.render.addresses import rewrite
from builder.render.body import EMPTY_BODY, Body, BodyWords, split
from builder.render.dialect import CourseMarkup, engine
from builder.render.headings import text_of
from builder.render.html import escaped, trusted
from builder.render.swift.phrases import phrase_html
from builder.render.terms import margin_notes

__all__ = [
    "EMPTY_BODY",
    "Body",
    "BodyWords",
    "block",
    "inline",
    "makeExtension",
    "plain",
    "render_body",
]

ENGLISH = BodyWords()

_INLINE_MARKS = re.compile(r"[\\`*_\[<&\n]")
_BLOCK_MARKS = re.compile(r"[\\`*_\[<&\n{|]|\A(?:\s|[#>+\-=:!?~]|\d+[.)])")
_ONE_LINE = re.compile(r"[^\W\d_](?:[^\n\r\t|]*[^\s|])?")
"""Begins with a letter, so that it can only be a paragraph, and ends without a blank."""
_TICK = re.compile(r'<li class="task-list-item">\s*(?:<p>)?\s*<input [^>]*>')
_TABLE = re.compile(r"<table(?=[\s>])")
_SCROLL = '<div class="table-scroll" role="region" tabindex="0" aria-label="{} {}"><table'
_TAGS = re.compile(r"<[^>]*>")


def render_body(
    text: str,
    path: str,
    headings: tuple[Heading, ...] = (),
    words: BodyWords = ENGLISH,
) -> Body:
    """The parts of the page made from the Markdown `text` of the file at `path`.

    `headings` are those of the text's outline, whose ids the page takes over. `words` are in
    the language of the course.
    """
    md, course = _engine(words.backlink)
    md.reset()
    course.known = headings
    html = _finish(md.convert(text), path, words)
    title = course.title
    if title is None:
        return split(html)
    return split(html, text_of(title), title.get("id", ""))


def inline(text: str, path: str = "") -> Markup:
    """A phrase: inline Markdown only, no paragraph around it. `path` is the file whose page
    shows it."""
    if not _INLINE_MARKS.search(text):
        return trusted(escaped(text))
    html = phrase_html(text.strip())
    return trusted(rewrite(_converted(text.strip()) if html is None else html, path))


def _converted(text: str) -> str:
    """The inner HTML of a paragraph of one phrase."""
    md, _ = _engine()
    md.reset()
    root = Element("div")
    SubElement(root, "p").text = text
    for step in md.treeprocessors:
        changed = step.run(root)
        root = root if changed is None else changed
    html = md.serializer(root).strip()
    for last in md.postprocessors:
        html = last.run(html)
    inner = html.strip().removeprefix("<div>").removesuffix("</div>").strip()
    return inner.removeprefix("<p>").removesuffix("</p>")


def block(text: str, path: str = "") -> Markup:
    """One or more paragraphs, lists and so on."""
    if not text:
        return Markup()
    if not _BLOCK_MARKS.search(text):
        return trusted(f"<p>{escaped(text)}</p>")
    if _ONE_LINE.fullmatch(text) and (html := phrase_html(text)) is not None:
        return trusted(f"<p>{rewrite(html, path)}</p>")
    md, _ = _engine()
    md.reset()
    return trusted(_finish(md.convert(text), path, ENGLISH))


def plain(text: str) -> str:
    """The words of a phrase, for attributes and other places that take no markup."""
    if not _INLINE_MARKS.search(text):
        return text
    return unescape(_TAGS.sub("", inline(text)))


@lru_cache(maxsize=2)
def _engine(backlink: str = ENGLISH.backlink) -> tuple[Markdown, CourseMarkup]:
    return engine(backlink)


def _finish(html: str, path: str, words: BodyWords) -> str:
    """Addresses, and what a reader without a mouse or without sight needs."""
    html = margin_notes(rewrite(html, path), words.terms)
    if "<pre>" in html:
        html = html.replace("<pre>", '<pre tabindex="0">')
    if 'class="task-list-item"' in html:
        html = _TICK.sub(lambda tick: _named(tick[0], words), html)
    if "<table" in html:
        number = count(1)
        html = _TABLE.sub(lambda _: _SCROLL.format(escape(words.table), next(number)), html)
        html = html.replace("</table>", "</table></div>")
    return html


def _named(tick: str, words: BodyWords) -> str:
    name = words.done if " checked" in tick else words.to_do
    return tick.replace("<input ", f'<input aria-label="{escape(name)}" ')


def makeExtension(**options: object) -> CourseMarkup:  # noqa: N802 - the name Python-Markdown asks for
    """The course's anchors as an extension for another host's Markdown engine, so that links to
    a heading lead to the same place there."""
    return CourseMarkup(whole=False, **options)
