"""Reader of `conversation`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from builder.diagnostics import Level, code
from builder.model.parts import Ref
from builder.model.questions import Conversation, Ending, Person, Reply, Speech, Turn
from builder.read.questions.base import DUPLICATE_OPTION, common, report_repeats, short_id
from builder.read.yaml_value import Fields

TWO_WAYS = code(
    "two-ways",
    Level.ERROR,
    "A choice leads to a turn and to an ending at once",
    "A choice of a conversation either goes on with a turn (`to`) or finishes with an ending "
    "(`end`). Remove one of the two keys.",
)
T = TypeVar("T", Person, Turn, Ending)


def conversation(fields: Fields) -> Conversation:
    """A dialogue in which what one says decides how it goes on."""
    base = common(fields, "conversation")
    scene = fields.text("scene", "Where it takes place and what has happened before (Markdown).")
    people = fields.named("people", _person, "Who speaks, by a short name.", short="name")
    start = fields.ref("start", "The turn it begins with; default: the first.")
    turns = _named(
        fields, "turns", fields.named("turns", _turn, "The turns by name.", short="says")
    )
    endings = fields.named("endings", _ending, "The endings by name.", short="title")
    fields.require_one_of("turns")
    fields.require_one_of("endings")
    replies = [reply for turn in turns for reply in turn.replies]
    tested = [*base["objectives"], *(reply.objective for reply in replies if reply.objective)]
    base["objectives"] = tuple({ref.id: ref for ref in reversed(tested)}.values())[::-1]
    return Conversation(
        **base,
        scene=scene,
        people=_named(fields, "people", people),
        start=start,
        turns=_start_first(turns, start),
        endings=_named(fields, "endings", endings),
        span=fields.span,
        incomplete=fields.failed,
    )


def _person(fields: Fields) -> Person:
    name = fields.text("id", "The short name by which the turns call this person.")
    return Person(
        id=name,
        name=fields.text("name", "The name as shown.") or name,
        span=fields.span,
        about=fields.text("about", "Who this is, in a few words (Markdown)."),
    )


def _turn(fields: Fields) -> Turn:
    name = fields.text("id", "The name other turns call it by.", required=True)
    says = fields.named(
        "says",
        _speech,
        "What is said, one after the other: NAME and text; a text without a name is told.",
        short="text",
        name="who",
        alone=True,
    )
    replies = fields.items("choices", _reply, "What the learner can say.", short="text")
    names = ((reply.id, reply.span) for reply in replies)
    report_repeats(fields, DUPLICATE_OPTION, names, "choice")
    # The same words may be said at another turn; answers are stored under the id.
    own = tuple(replace(reply, id=f"{name}.{reply.id}") for reply in replies)
    return Turn(id=name, says=says, replies=own, span=fields.span)


def _speech(fields: Fields) -> Speech:
    who = fields.ref("who", "Who says it; without it, it is told.")
    return Speech(
        who=who,
        text=fields.text("text", "What is said (Markdown).", required=True),
        span=fields.span,
    )


def _reply(fields: Fields) -> Reply:
    text = fields.text("text", "What is said (Markdown).", required=True)
    name = fields.text("id", "A name that never changes; default: made from the text.")
    to = fields.ref("to", "The turn it leads to.")
    end = fields.ref("end", "The ending it leads to.")
    if to and end:
        message = f"this choice leads to the turn {to.id!r} and to the ending {end.id!r}"
        fields.complain(TWO_WAYS, "end", message, "remove 'to' or 'end'")
    return Reply(
        id=name or short_id(text),
        text=text,
        span=fields.span,
        to=to,
        end=None if to else end,
        consequence=fields.text("consequence", "What happens at once (Markdown)."),
        feedback=fields.text("feedback", "What the debriefing says about it (Markdown)."),
        points=fields.number("points", "What it earns; default: nothing.", high=1000),
        objective=fields.ref("objective", "Id of the objective it shows."),
    )


def _ending(fields: Fields) -> Ending:
    return Ending(
        id=fields.text("id", "The name by which choices call it.", required=True),
        title=fields.text("title", "How it ended, in a few words (Markdown).", required=True),
        span=fields.span,
        text=fields.text("text", "How it ended, told (Markdown)."),
        debrief=fields.text("debrief", "What there is to learn from it (Markdown)."),
    )


def _named(fields: Fields, key: str, found: Iterable[T]) -> tuple[T, ...]:
    """Complain about names that stand twice, which a list allows and a block does not."""
    parts = tuple(found)
    kind = {"people": "person"}.get(key, key.removesuffix("s"))
    what = [(part.id, part.span) for part in parts if part.id]
    report_repeats(fields, DUPLICATE_OPTION, what, kind)
    return parts


def _start_first(turns: tuple[Turn, ...], start: Ref | None) -> tuple[Turn, ...]:
    first = [turn for turn in turns if start and turn.id == start.id]
    return (*first, *(turn for turn in turns if turn not in first)) if first else turns
