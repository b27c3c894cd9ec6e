"""A rendered Markdown text, cut into the parts that a page lays out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

_MARK = re.compile(r'<div data-course-part="(\w+):([^"]*)"></div>\n?')
_PLACE = re.compile(r'<div data-course-place="(\w+):([^"]*)"></div>')
_SECTION = re.compile(r'\s*<h2(?: id="([^"]*)")?[^>]*>(.*?)</h2>\s*(.*)', re.DOTALL)

_HIDDEN = re.compile(r'<div data-course-place="facilitator:\d+"></div>\n?')

_NEEDS = (
    ("admonition", ('class="admonition', "<details")),
    ("code", ('class="highlight', "<pre")),
    ("mermaid", ('class="mermaid"',)),
    ("tabs", ('class="tabbed-set',)),
)


class BodyWords(NamedTuple):
    """What a rendered text says of itself: labels of tables, ticks and margin notes, the title of a
    footnote's way back (`{}` is its number)."""

    table: str = "Table"
    backlink: str = "Back to the text, note {}"
    done: str = "Done"
    to_do: str = "To do"
    terms: str = "Words used here"


class Part(NamedTuple):
    """One piece of a page.

    `kind` is `intro` (what stands before the first section), `section` (`id` and `title_html`
    of its h2), `more` (text that goes on after an exercise), `takeaway` (`id` = its number in
    the text, from 0) or `quiz` (`id` as written in the fence, may be empty). `html` is the text
    without the section's own heading.
    """

    kind: str
    id: str = ""
    title_html: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """`parts` in reading order. `title` and `title_id` are those of a leading h1, which the
    page shows in its own header. `needs` names the extra styles the text calls for."""

    parts: tuple[Part, ...] = ()
    needs: tuple[str, ...] = ()
    title: str = ""
    title_id: str = ""

    @property
    def html(self) -> str:
        """The text as one piece with its section headings, exercises left out."""
        return "\n".join(filter(None, map(_joined, self.parts)))


EMPTY_BODY = Body()


def mark(kind: str, name: str) -> str:
    """The element that starts a part; stands directly below the root of a text."""
    return f'<div data-course-part="{kind}:{name}"></div>'


def place(kind: str, name: str) -> str:
    """The element that keeps the place of an exercise inside other content."""
    return f'<div data-course-place="{kind}:{name}"></div>'


def places(html: str) -> tuple[tuple[str, str, str], ...]:
    """Every kept place in a piece of HTML: the element itself, its kind and its name."""
    if "data-course-place" not in html:
        return ()
    return tuple((m[0], m[1], m[2]) for m in _PLACE.finditer(html))


def split(html: str, title: str = "", title_id: str = "") -> Body:
    """Cut rendered HTML at its marks."""
    pieces = _MARK.split(_HIDDEN.sub("", html))
    parts = [Part("intro", html=pieces[0].strip())] if pieces[0].strip() else []
    for kind, name, rest in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        parts += _section(rest) if kind == "section" else _exercise(kind, name, rest)
    return Body(tuple(parts), _needs(html), title, title_id)


def _section(html: str) -> list[Part]:
    found = _SECTION.fullmatch(html)
    if not found:
        return [Part("more", html=html.strip())]
    return [Part("section", found[1] or "", found[2], found[3].rstrip())]


def _exercise(kind: str, name: str, rest: str) -> list[Part]:
    after = [Part("more", html=rest.strip())] if rest.strip() else []
    return ([] if kind == "facilitator" else [Part(kind, name)]) + after


def _needs(html: str) -> tuple[str, ...]:
    return tuple(need for need, signs in _NEEDS if any(sign in html for sign in signs))


def _joined(part: Part) -> str:
    if part.kind == "section":
        return f'<h2 id="{part.id}">{part.title_html}</h2>\n{part.html}'
    return part.html
