"""Words explained beside the paragraph that first uses them.

An author writes what Markdown already has for abbreviations, anywhere in the text::

    *[Close ties]: People who know you well and tell you the truth.

The first paragraph that holds the term marks it and shows its meaning in the margin. Real
abbreviations (HTML, e.g., kHz) stay abbreviations.
"""

from __future__ import annotations

import re
from html import escape, unescape

_PARAGRAPH = re.compile(r"<p>(?:(?!</p>).)*?<abbr title=.*?</p>", re.DOTALL)
_USE = re.compile(r'<abbr title="([^"]*)">([^<]*)</abbr>')
_SHORTEST = 5


def margin_notes(html: str, label: str) -> str:
    """The same HTML with its terms explained in the margin; `label` names each note."""
    if "<abbr title=" not in html:
        return html
    told: set[str] = set()
    return _PARAGRAPH.sub(lambda found: _noted(found[0], told, label), html)


def _noted(paragraph: str, told: set[str], label: str) -> str:
    notes: list[tuple[str, str]] = []

    def use(found: re.Match[str]) -> str:
        meaning, term = found[1], found[2]
        if not is_term(unescape(term)):
            return found[0]
        if term in told:
            return term
        told.add(term)
        notes.append((term, escape(unescape(meaning), quote=False)))
        return f"<dfn>{term}</dfn>"

    marked = _USE.sub(use, paragraph)
    if not notes:
        return marked
    rows = "".join(f"<div><dt>{term}</dt><dd>{meaning}</dd></div>" for term, meaning in notes)
    note = (
        f'<aside class="sidenote" role="note" aria-label="{escape(label)}"><dl>{rows}</dl></aside>'
    )
    return f'<div class="noted">{note}{marked}</div>'


def is_term(text: str) -> bool:
    """Whether this is a word to explain and no abbreviation: mostly small letters, no dots."""
    small = sum(letter.islower() for letter in text)
    return len(text) >= _SHORTEST and small * 2 > len(text) and "." not in text
