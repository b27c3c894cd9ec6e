"""Rules of matching."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds.base import Piece, plain
from builder.check.kinds.shared import FEW_OPTIONS, SAME_OPTION, too_few
from builder.check.near import did_you_mean
from builder.check.repeats import repeated
from builder.diagnostics import Diagnostic, Level, code
from builder.model.parts import Ref
from builder.model.questions import Matching

UNKNOWN_MATCH = code(
    "unknown-match",
    Level.ERROR,
    "A row's partner is not among the choices",
    explained(
        what="The `answer` of a pair is none of the question's choices.",
        why="Learners cannot choose it, so the row cannot be answered.",
        fix="Correct the spelling, or add it to `choices`.",
    ),
)


def pieces(question: Matching) -> tuple[Piece, ...]:
    """The rows."""
    return tuple(Piece(p.text, p.feedback, p.span) for p in question.pairs)


def few_pairs(question: Matching) -> Iterator[Diagnostic]:
    """There is something to match."""
    yield from too_few(question, len(question.pairs), "pairs")
    if len(question.pairs) > 1 and len(question.choices) < 2:
        message = "all rows of the question have the same partner"
        yield FEW_OPTIONS.at(question.span, message, "it needs at least two; three are enough")


def same_choice(question: Matching) -> Iterator[Diagnostic]:
    """No two partners have the same text."""
    choices = (Ref(plain(choice), question.span) for choice in question.choices)
    hint = "change one of them or remove it"
    return repeated(SAME_OPTION, choices, "another choice reads {!r}", hint=hint)


def unknown_match(question: Matching) -> Iterator[Diagnostic]:
    """Every row's partner can be chosen."""
    for pair in question.pairs:
        if pair.answer not in question.choices:
            hint = did_you_mean(pair.answer, question.choices, "add it to `choices`")
            message = f"{pair.answer!r} is not among the choices"
            yield UNKNOWN_MATCH.at(pair.span, message, hint)


RULES = (few_pairs, same_choice, unknown_match)
