"""Highlight."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from builder.model.questions import PIECE, Highlight
from builder.render.questions.base import Places, QuestionView, Row, Text, frame

_MARK = re.compile("\ue000(\\d+)\ue001")
"""Stands for a piece while the text around it becomes HTML; private characters, which no
author's text holds and no Markdown means anything by."""


@dataclass(frozen=True, slots=True)
class HighlightView(QuestionView):
    """`run` is the text in reading order: HTML to copy, or a piece to mark with its id. The HTML
    is whole only when all of it stands together."""

    run: tuple[tuple[Markup, str], ...] = ()


def highlight_view(question: Highlight, quiz: str, places: Places, text: Text) -> HighlightView:
    """The text with its pieces, in reading order."""
    rows = tuple(
        Row(o.id, text.inline(o.text), text.plain(o.text), text.inline(o.feedback), o.correct)
        for o in question.options
    )
    asked = (f"{o.id}\x1e{o.text}\x1e{o.correct:d}" for o in question.options)
    return HighlightView(
        **frame(question, quiz, places, text, (question.text, *asked)),
        rows=rows,
        shown=rows,
        choices=(question.text,),
        run=tuple(_run(question, text)),
    )


def _run(question: Highlight, text: Text) -> list[tuple[Markup, str]]:
    names = {_plain(option.text): option.id for option in question.options}
    pieces: list[tuple[Markup, str]] = []

    def held(found: re.Match[str]) -> str:
        pieces.append((text.inline(found[1]), names.get(_plain(found[1]), "")))
        return f"\ue000{len(pieces) - 1}\ue001"

    html = text.block(PIECE.sub(held, question.text))
    parts = _MARK.split(html)
    return [
        pieces[int(part)] if place % 2 else (Markup(part), "")  # noqa: S704 - cut from the HTML
        for place, part in enumerate(parts)
    ]


def _plain(text: str) -> str:
    return " ".join(text.split())
