"""What the rules of every kind of question share, and how a kind is described."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from builder.diagnostics import Diagnostic, Span
from builder.model.questions import Question

Rule: TypeAlias = Callable[[Any], Iterable[Diagnostic]]
"""A rule of one kind; it is only ever called with questions of that kind."""


class Piece(NamedTuple):
    """Something a learner picks, moves or fills in, whatever the kind of question."""

    text: str
    feedback: str
    span: Span


def _no_pieces(_: Any) -> tuple[Piece, ...]:  # noqa: ANN401 - any kind of question
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question as the checks see it: its own rules, and its pieces for the rules that
    hold for every kind."""

    rules: tuple[Rule, ...] = ()
    pieces: Callable[[Any], tuple[Piece, ...]] = _no_pieces


def plain(text: str) -> str:
    """A text with its runs of white space made one blank each."""
    return " ".join(text.split())


def option_pieces(question: Any) -> tuple[Piece, ...]:  # noqa: ANN401 - any kind with options
    """The pieces of a question whose parts are its `options`."""
    return tuple(Piece(o.text, o.feedback, o.span) for o in question.options)


def feedbacks(question: Question, pieces: Iterable[Piece]) -> Iterator[tuple[str, Span]]:
    """Every feedback of a question with the place of what it belongs to."""
    yield question.feedback, question.span
    for piece in pieces:
        yield piece.feedback, piece.span
