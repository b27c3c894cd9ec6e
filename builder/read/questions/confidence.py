"""Reader of `confidence`."""

from __future__ import annotations

from builder.model.questions import OUTCOMES, Confidence
from builder.read.questions.base import common, report_twins
from builder.read.questions.choice import option
from builder.read.yaml_value import Fields


def confidence(fields: Fields) -> Confidence:
    """Pick one option and say how sure one is."""
    base = common(fields, "confidence")
    options = fields.items(
        "options", option, "The answers to pick from.", short="text", required=True
    )
    report_twins(fields, options)
    about = "What is said to who was how sure of a right or wrong answer."
    return Confidence(
        **base,
        options=options,
        shuffle=fields.flag("shuffle", "Show the options in another order.", default=True),
        outcomes=fields.nested("outcomes", _outcomes, about) or (),
        span=fields.span,
        incomplete=fields.failed,
    )


def _outcomes(fields: Fields) -> tuple[tuple[str, str], ...]:
    found = ((word, fields.text(word, _said(*word.split("_")))) for word in OUTCOMES)
    return tuple((word, text) for word, text in found if text)


def _said(sure: str, came: str) -> str:
    how = {"guess": "guessed", "fairly": "was fairly sure", "certain": "was certain"}[sure]
    return f"Said to who {how} and was {came} (Markdown)."
