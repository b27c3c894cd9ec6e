"""Checks that a question of any kind can be answered at all."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds import pieces
from builder.check.kinds.base import plain
from builder.check.kinds.shared import SAME_OPTION
from builder.check.repeats import repeated
from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.parts import Ref
from builder.model.questions import Question

MISSING_PROMPT = code(
    "missing-prompt",
    Level.ERROR,
    "A question asks nothing",
    explained(
        what="The question has no `prompt`.",
        why="Learners see options and nothing they answer.",
        fix="Write the question as its `prompt`.",
        example="prompt: What makes a promise count?",
    ),
)
SIMILAR_OPTION = code(
    "similar-option",
    Level.WARNING,
    "Two options differ in nothing but case or a full stop",
    explained(
        what="Two options are equal once case and a final full stop are ignored.",
        why="It is mostly a slip. In questions about code it can be meant.",
        fix="Change one, or set this code to `off` in `levels` if it is meant.",
    ),
)


def missing_prompt(question: Question) -> Iterator[Diagnostic]:
    """A question asks something."""
    if not question.prompt.strip():
        hint = "write the question as its `prompt`"
        yield MISSING_PROMPT.at(question.span, "the question has no prompt", hint)


def same_option(question: Question) -> Iterator[Diagnostic]:
    """No two options have the same text."""
    hint = "change one of them or remove it"
    refs = [Ref(plain(piece.text), piece.span) for piece in pieces(question) if piece.text.strip()]
    yield from repeated(SAME_OPTION, refs, "another option reads {!r}", hint=hint)


def similar_option(question: Question) -> Iterator[Diagnostic]:
    """Options differ in more than case and a full stop."""
    seen: dict[str, tuple[str, Span]] = {}
    for piece in pieces(question):
        text = plain(piece.text)
        key = text.casefold().removesuffix(".")
        other, place = seen.setdefault(key, (text, piece.span))
        if text and other != text:
            message = f"another option differs from {text!r} only in case or a full stop"
            see = ((place, "the other option"),)
            yield SIMILAR_OPTION.at(piece.span, message, "change one of them", see)
