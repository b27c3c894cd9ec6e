"""Rules of highlight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds import choice
from builder.check.kinds.base import plain
from builder.check.kinds.shared import too_few
from builder.check.near import did_you_mean
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions import PIECE, Highlight

PIECES = code(
    "piece-not-in-text",
    Level.ERROR,
    "The pieces of a text and its brackets do not agree",
    explained(
        what="A piece is listed that stands in no brackets, or more than once, or there are"
        " brackets whose words are not listed.",
        why="What stands in brackets is what a learner can mark; each needs a line that says"
        " whether marking it is right.",
        fix="Write each piece in the text as `[[words]]` and under `pieces` with the same words.",
        example='text: "[[I see why]], she said."\npieces:\n  - {text: I see why, correct: true}',
    ),
)


def few_pieces(question: Highlight) -> Iterator[Diagnostic]:
    """There is something to mark."""
    yield from too_few(question, len(question.options), "pieces")


def right_pieces(question: Highlight) -> Iterator[Diagnostic]:
    """At least one piece fits, and at least one does not."""
    yield from choice.some_right(question, "piece")


def pieces_agree(question: Highlight) -> Iterator[Diagnostic]:
    """Brackets and list hold the same words."""
    found = Counter(plain(piece) for piece in PIECE.findall(question.text))
    listed = {plain(option.text) for option in question.options}
    for option in question.options:
        times = found[plain(option.text)]
        if times != 1:
            where = "in no brackets" if not times else f"in {times} brackets"
            hint = did_you_mean(plain(option.text), sorted(found), "write it as [[words]] once")
            yield PIECES.at(option.span, f"{option.text!r} stands {where} of the text", hint)
    for words in found:
        if words not in listed:
            hint = did_you_mean(words, sorted(listed), "list it under `pieces`")
            yield PIECES.at(question.span, f"[[{words}]] is not listed under 'pieces'", hint)


RULES = (few_pieces, right_pieces, pieces_agree)
