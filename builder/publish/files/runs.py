"""HTML as paragraphs of runs: all that a slide can carry of it."""

from __future__ import annotations

from typing import Any, NamedTuple

_BOLD, _ITALIC = ("strong", "b", "th", "mark"), ("em", "i", "cite")
_BREAKS = ("p", "li", "div", "br", "tr", "blockquote", "h2", "h3", "h4", "pre", "figcaption")


class Run(NamedTuple):
    """Words in one style."""

    text: str
    bold: bool = False
    italic: bool = False


def paragraphs(markup: str) -> tuple[tuple[Run, ...], ...]:
    """The paragraphs of a piece of HTML, none of them empty."""
    from lxml import html

    found: list[list[Run]] = [[]]
    if markup.strip():
        _collect(html.fragment_fromstring(markup, create_parent="div"), found, False, False)
    return tuple(filter(None, map(_tidy, found)))


def plain(markup: str) -> str:
    """The words alone, in one line."""
    return " ".join("".join(run.text for run in runs) for runs in paragraphs(markup))


def _collect(element: Any, found: list[list[Run]], bold: bool, italic: bool) -> None:
    tag = element.tag
    if not isinstance(tag, str):
        return
    if tag in _BREAKS:
        found.append([])
    bold, italic = bold or tag in _BOLD, italic or tag in _ITALIC
    if element.text:
        found[-1].append(Run(element.text, bold, italic))
    for child in element:
        _collect(child, found, bold, italic)
        if child.tail:
            found[-1].append(Run(child.tail, bold, italic))
    if tag in _BREAKS:
        found.append([])


def _tidy(runs: list[Run]) -> tuple[Run, ...]:
    """Blanks as a browser shows them: one between words, none at the ends."""
    tidy: list[Run] = []
    for run in runs:
        words = " ".join(run.text.split())
        open_end = not tidy or tidy[-1].text.endswith(" ")
        before = " " if run.text[:1].isspace() and not open_end else ""
        after = " " if run.text[-1:].isspace() and words else ""
        if before or words:
            tidy.append(run._replace(text=f"{before}{words}{after}"))
    if tidy:
        tidy[-1] = tidy[-1]._replace(text=tidy[-1].text.rstrip())
    return tuple(run for run in tidy if run.text)
