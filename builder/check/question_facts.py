"""What the checks of single questions ask about any kind of question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from builder.diagnostics import Span
from builder.model.questions import Choice, Matching, Ordering, Question


class Piece(NamedTuple):
    """Something a learner picks, moves or matches, whatever the kind of question."""

    text: str
    feedback: str
    span: Span


def pieces(question: Question) -> tuple[Piece, ...]:
    """The options, items or rows of a question; empty for a kind that has none."""
    match question:
        case Choice() | Ordering():
            return tuple(Piece(o.text, o.feedback, o.span) for o in question.options)
        case Matching():
            return tuple(Piece(p.text, p.feedback, p.span) for p in question.pairs)
    return ()


def plain(text: str) -> str:
    """A text with its runs of white space made one blank each."""
    return " ".join(text.split())


def feedbacks(question: Question) -> Iterator[tuple[str, Span]]:
    """Every feedback of a question with the place of what it belongs to."""
    yield question.feedback, question.span
    for piece in pieces(question):
        yield piece.feedback, piece.span
