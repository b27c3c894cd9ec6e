"""What the readers of all question types share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from builder.diagnostics import Code, Level, Span, code
from builder.model.parts import Ref
from builder.model.questions import LEVELS, Option, Waiver
from builder.model.urls import slug
from builder.read.yaml_value import Fields

DUPLICATE_OPTION = code(
    "duplicate-option",
    Level.ERROR,
    "Two answers of a question have the same id",
    "A learner's answer is stored under the id of the option. It is made from the option's text "
    "unless you give one with 'id: ...'. Give one of the two another text or an id.",
)
_MOST_ID = 40
_OBJECTIVE = "OBJECTIVE, or LESSON.OBJECTIVE for one of another lesson."


class Common(TypedDict):
    """The keys that every question has."""

    id: str
    type: str
    prompt: str
    hint: str
    feedback: str
    objectives: tuple[Ref, ...]
    section: Ref | None
    points: float
    level: str
    waivers: tuple[Waiver, ...]


def common(fields: Fields, kind: str) -> Common:
    """Read the keys that every question has."""
    prompt = fields.text("prompt", "The question (Markdown).", required=True)
    name = fields.text(
        "id",
        "A name that never changes, unique in the quiz; answers are stored under it. "
        "Default: made from the prompt.",
    )
    objectives = fields.refs(
        "objectives",
        "Ids of the objectives it tests; OBJECTIVE, or LESSON.OBJECTIVE for another lesson's.",
    )
    objective = fields.ref(
        "objective",
        "Id of the objective it tests; OBJECTIVE, or LESSON.OBJECTIVE for another lesson's.",
    )
    points = fields.number("points", "What it is worth; default 1.", high=1000)
    return Common(
        id=name or short_id(prompt),
        type=kind,
        prompt=prompt,
        hint=fields.text("hint", "Help that a learner can ask for (Markdown)."),
        feedback=fields.text("feedback", "Said after answering (Markdown)."),
        objectives=objectives + ((objective,) if objective else ()),
        section=_section(fields),
        points=1.0 if points is None else points,
        level=fields.choice("level", LEVELS, "What it asks for, from recall upward."),
        waivers=fields.named(
            "lint_ok",
            _waiver,
            "Codes of findings that are accepted here, each with the reason.",
            short="reason",
            name="code",
        ),
    )


def short_id(text: str) -> str:
    """An id made from a text, at most 40 characters."""
    return slug(text[:200])[:_MOST_ID].strip("-")


def report_twins(fields: Fields, options: Iterable[Option]) -> None:
    """Complain about options with the same id."""
    report_repeats(fields, DUPLICATE_OPTION, ((o.id, o.span) for o in options), "option")


def report_repeats(
    fields: Fields, what: Code, names: Iterable[tuple[str, Span]], kind: str
) -> None:
    """Complain about every name that came before."""
    first: dict[str, Span] = {}
    for name, span in names:
        if name in first:
            message = f"two {kind}s have the id {name!r}"
            hint = "change the text of one, or give it an 'id'"
            fields.complain_again(what, (first[name], span), message, hint)
        first.setdefault(name, span)


def _section(fields: Fields) -> Ref | None:
    about = "Anchor of the heading that teaches it; ANCHOR, or LESSON#ANCHOR in another lesson."
    ref = fields.ref("section", about)
    return Ref(ref.id.removeprefix("#"), ref.span) if ref else None


def _waiver(fields: Fields) -> Waiver:
    name = fields.text("code", "The word in brackets after a message.")
    reason = fields.text("reason", "Why it is right as it is.")
    # In a list of bare words each is a code without a reason.
    return Waiver(name, reason, fields.span) if name else Waiver(reason, "", fields.span)
