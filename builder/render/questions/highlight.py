"""Highlight."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from builder.model.questions import PIECE, Highlight
from builder.render.questions.base import Places, QuestionView, Row, Text, frame


@dataclass(frozen=True, slots=True)
class HighlightView(QuestionView):
    """`run` is the text in pieces: (words, None) or (words, the row that can be marked)."""

    run: tuple[tuple[Markup, Row | None], ...] = ()


def highlight_view(question: Highlight, quiz: str, places: Places, text: Text) -> HighlightView:
    """The text with its pieces, in reading order."""
    rows = tuple(
        Row(o.id, text.inline(o.text), text.plain(o.text), text.inline(o.feedback), o.correct)
        for o in question.options
    )
    by_text = {" ".join(o.text.split()): row for o, row in zip(question.options, rows, strict=True)}
    parts = PIECE.split(question.text)
    run = tuple(
        (_words(part, text), by_text.get(" ".join(part.split())) if odd else None)
        for odd, part in zip(_alternating(len(parts)), parts, strict=True)
        if part
    )
    asked = (f"{o.id}\x1e{o.text}\x1e{o.correct:d}" for o in question.options)
    return HighlightView(
        **frame(question, quiz, places, text, (question.text, *asked)),
        rows=rows,
        shown=rows,
        run=run,
    )


def _alternating(count: int) -> list[bool]:
    return [bool(number % 2) for number in range(count)]


def _words(part: str, text: Text) -> Markup:
    """Words with the blanks around them, which a renderer of Markdown takes away."""
    before = " " if part[:1].isspace() else ""
    after = " " if part[-1:].isspace() and part.strip() else ""
    return Markup("{}{}{}").format(before, text.inline(part.strip()), after)
