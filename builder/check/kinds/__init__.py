"""The rules of each kind of question: the word under `type` names the kind.

A new kind is a new file here with a tuple `RULES` of functions `Question -> findings` and one row
in `KINDS`. The row also says what the kind's pieces are (options, rows, blanks: what a learner
picks, moves or fills in), so that the rules for every kind see them: each piece has feedback, no
two are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.check.kinds import (
    choice,
    cloze,
    conversation,
    highlight,
    hotspot,
    matching,
    numeric,
    ordering,
    reflection,
    short_text,
    sorting,
    survey,
)
from builder.check.kinds.base import Kind, Piece, option_pieces
from builder.diagnostics import Diagnostic
from builder.model.questions import Question

KINDS: Mapping[str, Kind] = {
    "single-choice": Kind(choice.RULES, option_pieces),
    "multiple-response": Kind(choice.RULES, option_pieces),
    "true-false": Kind(choice.RULES, option_pieces),
    "ordering": Kind(ordering.RULES, option_pieces),
    "matching": Kind(matching.RULES, matching.pieces),
    "categorise": Kind(sorting.RULES, sorting.pieces),
    "matrix": Kind(sorting.RULES, sorting.pieces),
    "hotspot": Kind(hotspot.RULES, option_pieces),
    "highlight": Kind(highlight.RULES, option_pieces),
    "short-text": Kind(short_text.RULES, short_text.pieces),
    "numeric": Kind(numeric.RULES, numeric.pieces),
    "cloze": Kind(cloze.RULES, cloze.pieces),
    "survey": Kind(survey.RULES),
    "confidence": Kind(choice.RULES, option_pieces),
    "reflection": Kind(reflection.RULES),
    "conversation": Kind(conversation.RULES),
}
_UNKNOWN = Kind()


def kind_findings(question: Question) -> Iterator[Diagnostic]:
    """What the rules of the question's own kind find."""
    for rule in KINDS.get(question.type, _UNKNOWN).rules:
        yield from rule(question)


def pieces(question: Question) -> tuple[Piece, ...]:
    """The options, items or rows of a question; empty for a kind that has none."""
    return KINDS.get(question.type, _UNKNOWN).pieces(question)
