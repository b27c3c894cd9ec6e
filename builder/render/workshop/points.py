"""The main points of a section: what goes onto a slide, so that none becomes a wall of text.

The rule: the items of a list, else from each paragraph one whole sentence, the one in which the
author set something in bold, else the first, as long as it is short enough to be read at a glance.
Nothing is cut in the middle of a sentence. What is left out, the speaker's notes hold.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from builder.render.html import trusted
from builder.render.workshop.pieces import Piece, marked, pieces, sentences, words_of

MOST_WORDS = 24
MOST_POINTS = 6
_STRONG = re.compile(r"<(strong|b|mark)\b[^>]*>(.*?)</\1>", re.DOTALL)


def points(html: str) -> tuple[Markup, ...]:
    """The main points of a text, in order."""
    found: list[Markup] = []
    for piece in pieces(html):
        found += piece_points(piece)
    return tuple(found)


def piece_points(piece: Piece) -> list[Markup]:
    """What one piece of a text contributes."""
    if piece.items:
        return [trusted(_item(item)) for item in piece.items]
    if piece.tag == "p" and not piece.picture:
        sentence = _sentence(piece.inner)
        return [trusted(sentence)] if sentence else []
    return []


def short_enough(html: str) -> bool:
    """Whether a text can be read at a glance."""
    return len(words_of(html).split()) <= MOST_WORDS


def _sentence(html: str) -> str:
    every = sentences(html)
    if not every:
        return ""
    wanted = every[0]
    if marked(html) and (bold := _STRONG.search(html)):
        term = words_of(bold[2])
        wanted = next((s for s in every if term in words_of(s)), wanted)
    return wanted if short_enough(wanted) else ""


def _item(html: str) -> str:
    """An item as it is, or its first sentence when it is long."""
    if short_enough(html):
        return html
    first = sentences(html)[0]
    lead = _STRONG.match(html.strip())
    return first if short_enough(first) or not lead else f"<strong>{words_of(lead[2])}</strong>"
