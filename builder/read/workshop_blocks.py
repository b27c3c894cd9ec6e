"""The blocks of a workshop plan, and what a mode or a cohort changes in them."""

from __future__ import annotations

from typing import Any

from builder.diagnostics import Level, code
from builder.model.parts import Ref
from builder.model.urls import slug
from builder.model.workshop import (
    PAUSES,
    Block,
    BlockKind,
    Interact,
    Mode,
    SectionRef,
    Short,
    Variant,
)
from builder.read.yaml_shapes import WRONG_VALUE
from builder.read.yaml_value import Fields

LONGEST = 1440
NO_INTERACTION = code(
    "no-interaction",
    Level.ERROR,
    "A block does not say who works with whom",
    "Every block of a workshop plan but a break says under `interact` how people work in it: "
    "none (they listen), individual, pairs, triads, small-groups, plenary or poll.\n\n"
    "Why it matters: the facilitator has to know when to form groups, and a plan in which people "
    "listen most of the time should be seen as one.\n\n"
    "How to fix it: add `interact: ...` to the block. (Rule W04.)",
)


def block(fields: Fields) -> Block:
    """The keys of a block."""
    name = plain_name(fields, "id", "A short name, unique in the plan.", required=True)
    kind = fields.choice("kind", tuple(BlockKind), "What the time is for.", required=True)
    modes = fields.choices("modes", tuple(Mode), "Modes in which it takes place; default: all.")
    details = _details(fields, required=True)
    room = fields.nested("room", variant, "What differs in a room.")
    online = fields.nested("online", variant, "What differs online.")
    if kind and BlockKind(kind) not in PAUSES and not fields.has("interact"):
        hint = f"add 'interact: ...', one of {', '.join(Interact)}"
        message = f"the block {name!r} does not say who works with whom"
        fields.complain(NO_INTERACTION, "interact", message, hint)
    minutes = details.pop("minutes", None)
    return Block(
        id=name,
        kind=BlockKind(kind or BlockKind.ACTIVITY),
        minutes=minutes or 0,
        span=fields.span,
        modes=tuple(map(Mode, modes)),
        room=room,
        online=online,
        **details,
    )


def variant(fields: Fields) -> Variant:
    """The keys that a mode or a cohort may give another value."""
    found = _details(fields, required=False)
    return Variant(fields=tuple(found.items()), span=fields.span)


def override(fields: Fields) -> tuple[Ref, Variant]:
    """What a cohort changes in the block of this id."""
    name = fields.ref("id", "The block's id.") or Ref("", fields.span)
    return name, variant(fields)


def plain_name(fields: Fields, key: str, about: str, *, required: bool = False) -> str:
    """A name that may stand in addresses: lower case, digits and hyphens."""
    name = fields.text(key, about, required=required)
    if name and slug(name) != name:
        hint = f"write {slug(name)!r}: lower case, digits and hyphens"
        fields.complain(WRONG_VALUE, key, f"{name!r} cannot be an id", hint)
    return slug(name) if name else ""


def _details(fields: Fields, *, required: bool) -> dict[str, Any]:
    """The keys that modes and cohorts may change, as far as they are given."""
    found = {**_numbers(fields, required), **_references(fields), **_script(fields)}
    return {key: value for key, value in found.items() if fields.has(key)}


def _numbers(fields: Fields, required: bool) -> dict[str, Any]:
    about = "How long it lasts."
    interact = fields.choice("interact", tuple(Interact), "Who works with whom.")
    return {
        "minutes": fields.integer("minutes", about, low=1, high=LONGEST, required=required),
        "interact": Interact(interact or Interact.NONE),
        "instructions": fields.integer(
            "instructions", "How many of the minutes explaining the task takes.", high=LONGEST
        )
        or 0,
        "if_short": fields.nested("if_short", _short, "What it loses when time is short."),
        "must": fields.flag("must", "Never leave it out."),
    }


def _references(fields: Fields) -> dict[str, Any]:
    return {
        "uses": tuple(map(_section, fields.refs("uses", "Sections it uses: LESSON#SECTION."))),
        "quiz": fields.ref("quiz", "The quiz whose questions are asked."),
        "items": fields.refs("items", "Ids of its questions; default: all."),
        "takeaway": fields.ref("takeaway", "Id of the exercise that is done."),
        "part": fields.integer("part", "The step of it that is done, from 1.", low=1, high=100),
        "objectives": fields.refs("objectives", "Objectives it serves: LESSON.OBJECTIVE."),
        "materials": fields.refs("materials", "Ids of materials that are needed."),
    }


def _script(fields: Fields) -> dict[str, Any]:
    return {
        "title": fields.text("title", "What it is called in the agenda."),
        "task": fields.text(
            "task", "What participants do, in words for them: handout and slide. Default: `do`."
        ),
        "do": fields.text("do", "What the facilitator does (Markdown)."),
        "say": fields.text("say", "What the facilitator says, word for word (Markdown)."),
        "ask": fields.texts("ask", "Questions to ask."),
        "expect": fields.texts("expect", "What good answers sound like."),
        "screen": fields.text("screen", "What is on the screen."),
        "debrief": fields.texts("debrief", "Questions after it: What? So what? Now what?"),
        "tool": fields.text("tool", "What it needs beside the meeting, such as breakout rooms."),
    }


def _short(fields: Fields) -> Short:
    minutes = fields.integer(
        "minutes", "How long it lasts then; 0: left out.", high=LONGEST, required=True
    )
    how = fields.text("how", "What is done otherwise.", required=True)
    return Short(minutes=minutes or 0, how=how, span=fields.span)


def _section(ref: Ref) -> SectionRef:
    lesson, _, anchor = ref.id.partition("#")
    return SectionRef(lesson, anchor, ref.span)
