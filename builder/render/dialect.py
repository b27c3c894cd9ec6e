"""The Markdown dialect of a course: what an author of MkDocs Material pages expects.

Imports Python-Markdown and its extensions only, never MkDocs, so the same dialect can serve
any host.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any, Self
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from builder.model.outline import Heading
from builder.render.body import place, places
from builder.render.headings import (
    anchor,
    headings_of,
    mark_element,
    mark_sections,
    settle,
    take_title,
)
from builder.render.swift.blocks import swift_parser
from builder.render.swift.code import NO_STYLE, SwiftHighlightExtension, swift_fences
from builder.render.swift.inline import SwiftInline
from builder.render.swift.steps import swift_steps

EXERCISES = ("takeaway", "quiz", "facilitator")
_STASHED = re.compile(r"\x02wzxhzdk:(\d+)\x03")
_ID = re.compile(r"^\s*id\s*:\s*[\"']?([^\"'#\n]+?)[\"']?\s*(?:#.*)?$", re.MULTILINE)

EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
)


class CourseMarkup(Extension):
    """Exercises, anchors and sections. `known` holds the headings of the text at hand.

    Unless `whole`, only the anchors: another host lays out its own pages.
    """

    def __init__(self, *, whole: bool = True, **options: object) -> None:
        super().__init__(**options)
        self._whole = whole
        self.known: tuple[Heading, ...] = ()
        self.title: Element | None = None
        self.counts = dict.fromkeys(EXERCISES, 0)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the base class's name
        """Register our steps. Ids come after `attr_list` (8), which reads an author's own."""
        md.registerExtension(self)
        if self._whole:
            md.treeprocessors.register(SwiftInline(md), "inline", 20)
            swift_fences(md)
            swift_steps(md)
        step = _Structure if self._whole else _Anchors
        md.treeprocessors.register(step(md, self), "course", 5)

    def reset(self) -> None:
        """Forget the last text."""
        self.known, self.title = (), None
        self.counts = dict.fromkeys(EXERCISES, 0)

    def fence(self, source: str, language: str, *_: object, **__: object) -> str:
        """The place of an exercise, named by its number or, for a quiz, its id."""
        number = self.counts[language]
        self.counts[language] += 1
        return place(language, _quiz_name(source) if language == "quiz" else str(number))


class _Anchors(Treeprocessor):
    def __init__(self, md: Markdown, course: CourseMarkup) -> None:
        super().__init__(md)
        self._course = course

    def run(self, root: Element) -> None:
        """Anchors on all headings."""
        anchor(headings_of(root), self._course.known)


class _Structure(_Anchors):
    def run(self, root: Element) -> None:
        """Anchors on all headings, then the marks where a page is cut into parts."""
        elements = headings_of(root)
        anchor(elements, self._course.known)
        self._course.title = take_title(root)
        settle([e for e in elements if e is not self._course.title])
        mark_sections(root)
        self._mark_exercises(root)

    def _mark_exercises(self, root: Element) -> None:
        blocks = self.md.htmlStash.rawHtmlBlocks
        for index, element in enumerate(root):
            found = _STASHED.fullmatch((element.text or "").strip()) if not len(element) else None
            for _, kind, name in places(str(blocks[int(found[1])])) if found else ():
                root[index] = mark_element(kind, name)


class _Markdown(Markdown):
    def build_parser(self) -> Self:
        """Called before extensions add their own processors to the parser."""
        super().build_parser()
        self.parser = swift_parser(self)
        return self


def engine(backlink: str) -> tuple[Markdown, CourseMarkup]:
    """A Markdown engine and our part of it; `backlink` is the title of a footnote's way back."""
    course = CourseMarkup()
    fences = [{"name": n, "class": n, "format": course.fence} for n in EXERCISES]
    fences.append({"name": "mermaid", "class": "mermaid", "format": _mermaid})
    options: dict[str, dict[str, Any]] = {
        "footnotes": {"BACKLINK_TITLE": backlink},
        "pymdownx.superfences": {"custom_fences": fences},
        "pymdownx.tabbed": {"alternate_style": True, "combine_header_slug": False},
        "pymdownx.tasklist": {"custom_checkbox": False},
    }
    code = SwiftHighlightExtension(use_pygments=True, pygments_style=NO_STYLE)
    md = _Markdown(
        extensions=[code, *EXTENSIONS, course], extension_configs=options, output_format="html"
    )
    return md, course


def _quiz_name(source: str) -> str:
    found = _ID.search(source)
    name = found[1] if found else source
    return re.sub(r"[^\w./ -]", "", name.strip())[:100]


def _mermaid(source: str, *_: object, **__: object) -> str:
    """A diagram's source: readable text, since drawing it would need code from elsewhere."""
    return f'<pre class="mermaid" tabindex="0"><code>{escape(source, quote=False)}</code></pre>'
