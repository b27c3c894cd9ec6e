"""Codes and rules that all kinds of typed answers share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from builder.check.explaining import explained
from builder.diagnostics import Diagnostic, Level, code
from builder.model.grading import Mark, numeric, short_text
from builder.model.grading.spelling import folds
from builder.model.questions import Amount, NumberKey, TextKey, Variant

SHADOWED_ANSWER = code(
    "shadowed-answer",
    Level.ERROR,
    "A listed answer is taken for another one",
    explained(
        what="What a learner types for one of the listed answers agrees with another one first,"
        " so its own credit and feedback are never seen.",
        why="A wrong answer may count as right, or a right one as wrong.",
        fix="Remove one of the two, or let case or accents count so that they differ.",
        example="answer: sch\u00f6n\nwrong:\n  - text: schon\naccents: true",
    ),
)
LONG_ANSWER = code(
    "long-answer",
    Level.INFO,
    "An answer to be typed is long",
    explained(
        what="A right answer has more than six words.",
        why="Whoever knows it will still hardly type it word for word.",
        fix="Ask for the word that matters, use a cloze or a choice, or list a `pattern`.",
    ),
)
NO_TOLERANCE = code(
    "no-tolerance",
    Level.INFO,
    "A number with decimals must be hit exactly",
    explained(
        what="The right number has decimals and the question has no `tolerance`.",
        why="Whoever rounds otherwise is told to be wrong.",
        fix="Add a `tolerance`, in the number's unit or in percent; `tolerance: 0` if it is meant.",
        example="answer: 42.195\ntolerance: 1%",
    ),
)
_LONG = 6
_FIELD = "f"
T = TypeVar("T", Variant, Amount)


def text_findings(key: TextKey) -> Iterator[Diagnostic]:
    """What is amiss in the listed texts."""
    texts = [variant for variant in key.variants if not variant.pattern]
    seen: dict[str, Variant] = {}
    for variant in texts:
        same = seen.setdefault(_as_compared(key, variant), variant)
        mark = short_text.judge(_FIELD, key, variant.text)
        taken = _by_why(key.variants, mark) if same is variant else same
        yield from _shadowed(variant, taken)
    right = [variant for variant in texts if variant.credit]
    for variant in right:
        if len(variant.text.split()) > _LONG:
            hint = "ask for the word that matters, or list a `pattern`"
            count = len(variant.text.split())
            yield LONG_ANSWER.at(variant.span, f"the answer has {count} words", hint)


def number_findings(key: NumberKey) -> Iterator[Diagnostic]:
    """What is amiss in the listed numbers."""
    for amount in key.amounts:
        middle = f"{(amount.low + amount.high) / 2!r} {key.unit}"
        yield from _shadowed(amount, _by_why(key.amounts, numeric.judge(_FIELD, key, middle)))
    for amount in key.amounts[:1]:
        if amount.low == amount.high and not amount.low.is_integer():
            hint = "add a `tolerance`, such as 1%; `tolerance: 0` if it is meant"
            message = f"only {amount.text} counts, no number rounded otherwise"
            yield NO_TOLERANCE.at(amount.span, message, hint)


def _as_compared(key: TextKey, variant: Variant) -> str:
    # Texts that differ in accents only may both be listed: the more exact one is taken.
    return folds(variant.text, case=key.case, accents=True)[-1]


def _by_why(listed: tuple[T, ...], mark: Mark) -> T | None:
    return next((one for one in listed if mark.why == f"{_FIELD}/{one.id}"), None)


def _shadowed(listed: Variant | Amount, taken: Variant | Amount | None) -> Iterator[Diagnostic]:
    if taken is None:
        message = f"{listed.text!r} is nothing a learner could type"
        yield SHADOWED_ANSWER.at(listed.span, message, "write letters or digits")
    elif taken is not listed:
        message = f"{listed.text!r} is taken for {taken.text!r}"
        see = ((taken.span, "the one it is taken for"),)
        hint = "remove one of the two, or let case or accents count"
        yield SHADOWED_ANSWER.at(listed.span, message, hint, see)
