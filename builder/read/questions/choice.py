"""Readers of `single-choice`, `multiple-response` and `true-false`."""

from __future__ import annotations

from builder.model.questions import Choice, Option
from builder.model.questions.choice import in_order
from builder.read.questions.base import common, report_twins, short_id
from builder.read.yaml_value import Fields


def single_choice(fields: Fields) -> Choice:
    """Pick one option."""
    return _choice(fields, "single-choice")


def multiple_response(fields: Fields) -> Choice:
    """Pick every right option."""
    return _choice(fields, "multiple-response")


def true_false(fields: Fields) -> Choice:
    """Say whether the prompt is true; the options' ids are `true` and `false`."""
    base = common(fields, "true-false")
    answer = fields.flag("answer", "Whether the prompt is true.", required=True)
    span = fields.span_of("answer")
    options = (
        Option(id="true", text="True", span=span, correct=answer),
        Option(id="false", text="False", span=span, correct=not answer),
    )
    return Choice(
        **base, options=options, shuffle=False, span=fields.span, incomplete=fields.failed
    )


def _choice(fields: Fields, kind: str) -> Choice:
    base = common(fields, kind)
    options = fields.items(
        "options", option, "The answers to pick from.", short="text", required=True
    )
    report_twins(fields, options)
    sorted_numbers = in_order([option.text for option in options])
    return Choice(
        **base,
        options=options,
        shuffle=fields.flag(
            "shuffle",
            "Show the options in another order; default: true, but not for sorted numbers.",
            default=not sorted_numbers,
        ),
        span=fields.span,
        incomplete=fields.failed,
    )


def option(fields: Fields) -> Option:
    """An answer to pick, with what is said to whoever picks it."""
    text = fields.text("text", "The answer (Markdown).", required=True)
    return Option(
        id=fields.text("id", "A name that never changes; default: made from the text.")
        or short_id(text),
        text=text,
        span=fields.span,
        correct=fields.flag("correct", "Whether picking it is right."),
        feedback=fields.text("feedback", "Said to whoever picks it (Markdown)."),
    )
