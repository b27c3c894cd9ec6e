"""Markdown to HTML, with one reused engine per process.

`render_body` turns a whole text into the parts of a page, `inline` and `block` turn the short
texts of quizzes and front matter into HTML, `plain` into text for attributes. Named as a
Python-Markdown extension (`builder.render.markup`), this module gives another host the same
anchors.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from itertools import count
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markupsafe import Markup

from builder.model.outline import Heading
from builder.render.addresses import rewrite
from builder.render.body import EMPTY_BODY, Body, split
from builder.render.dialect import CourseMarkup, engine, title_text
from builder.render.html import escaped, trusted

__all__ = ["EMPTY_BODY", "Body", "block", "inline", "makeExtension", "plain", "render_body"]

_INLINE_MARKS = re.compile(r"[\\`*_\[<&\n]")
_BLOCK_MARKS = re.compile(r"[\\`*_\[<&\n{|]|\A(?:\s|[#>+\-=:!?~]|\d+[.)])")
_TABLE = re.compile(r"<table(?=[\s>])")
_SCROLL = '<div class="table-scroll" role="region" tabindex="0" aria-label="{} {}"><table'
_TAGS = re.compile(r"<[^>]*>")


def render_body(
    text: str, path: str, headings: tuple[Heading, ...] = (), words: tuple[str, str] | None = None
) -> Body:
    """The parts of the page made from the Markdown `text` of the file at `path`.

    `headings` are those of the text's outline, whose ids the page takes over. `words` are two
    phrases in the course's language: the label of a table and the title of a footnote's way
    back (with `{}` for its number).
    """
    table, backlink = words or ("Table", "Back to the text, note {}")
    md, course = _engine(backlink)
    md.reset()
    course.known = headings
    html = _finish(md.convert(text), path, table)
    title = course.title
    if title is None:
        return split(html)
    return split(html, title_text(title), title.get("id", ""))


def inline(text: str, path: str = "") -> Markup:
    """A phrase: inline Markdown only, no paragraph around it. `path` is the file whose page
    shows it."""
    if not _INLINE_MARKS.search(text):
        return trusted(escaped(text))
    md, _ = _engine()
    md.reset()
    root = Element("div")
    SubElement(root, "p").text = text.strip()
    for step in md.treeprocessors:
        changed = step.run(root)
        root = root if changed is None else changed
    html = md.serializer(root).strip()
    for last in md.postprocessors:
        html = last.run(html)
    inner = html.strip().removeprefix("<div>").removesuffix("</div>").strip()
    return trusted(rewrite(inner.removeprefix("<p>").removesuffix("</p>"), path))


def block(text: str, path: str = "") -> Markup:
    """One or more paragraphs, lists and so on."""
    if not text:
        return Markup()
    if not _BLOCK_MARKS.search(text):
        return trusted(f"<p>{escaped(text)}</p>")
    md, _ = _engine()
    md.reset()
    return trusted(_finish(md.convert(text), path, "Table"))


def plain(text: str) -> str:
    """The words of a phrase, for attributes and other places that take no markup."""
    if not _INLINE_MARKS.search(text):
        return text
    return unescape(_TAGS.sub("", inline(text)))


@lru_cache(maxsize=2)
def _engine(backlink: str = "Back to the text, note {}") -> tuple[Markdown, CourseMarkup]:
    return engine(backlink)


def _finish(html: str, path: str, table: str) -> str:
    html = rewrite(html, path).replace("<pre>", '<pre tabindex="0">')
    if "<table" not in html:
        return html
    number = count(1)
    opened = _TABLE.sub(lambda _: _SCROLL.format(table, next(number)), html)
    return opened.replace("</table>", "</table></div>")


def makeExtension(**options: object) -> CourseMarkup:  # noqa: N802 - the name Python-Markdown asks for
    """The course's anchors as an extension for another host's Markdown engine, so that links to
    a heading lead to the same place there."""
    return CourseMarkup(whole=False, **options)
