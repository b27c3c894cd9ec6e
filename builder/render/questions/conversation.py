"""Conversation: a gamebook, whose turns the browser shows one by one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from builder.model.grading.routes import Routes, best_way, find_routes, inside, points
from builder.model.questions import Conversation, Ending, Reply, Speech, Turn
from builder.render.questions.base import NOTHING, Places, QuestionView, Row, Text, frame

_TONES = 6


@dataclass(frozen=True, slots=True)
class SaidView:
    """Something said by `who`, or told when nobody says it. `tone` numbers the people from 1, so
    that each keeps one colour."""

    who: str
    tone: int
    text: Markup


@dataclass(frozen=True, slots=True)
class ReplyView:
    """Something to say. It leads to the turn or ending that bears `number`; `to` and `end` are
    their names. `feedback`, `points` and `spec` belong to the key."""

    id: str
    text: Markup
    to: str
    end: str
    number: int
    consequence: Markup
    feedback: Markup
    points: float
    spec: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """What happened on the way here: the consequence of a reply, known by its id. `said` is the
    reply's text where several replies lead here, so that readers on paper find theirs."""

    id: str
    said: Markup
    text: Markup


@dataclass(frozen=True, slots=True)
class TurnView:
    """A turn by the number it bears on paper."""

    id: str
    number: int
    arrivals: tuple[Arrival, ...]
    says: tuple[SaidView, ...]
    replies: tuple[ReplyView, ...]


@dataclass(frozen=True, slots=True)
class EndingView:
    """An ending by the number it bears on paper."""

    id: str
    number: int
    arrivals: tuple[Arrival, ...]
    title: Markup
    text: Markup
    debrief: Markup


@dataclass(frozen=True, slots=True)
class ConversationView(QuestionView):
    """`people` are pairs of a name and who that is. `graded` tells that there are points."""

    scene: Markup = NOTHING
    people: tuple[tuple[str, Markup], ...] = ()
    turns: tuple[TurnView, ...] = ()
    endings: tuple[EndingView, ...] = ()
    graded: bool = False


def conversation_view(
    question: Conversation, quiz: str, places: Places, text: Text
) -> ConversationView:
    """Turns in the author's order, numbered from 1; endings are counted on their own."""
    routes = find_routes(question)
    number = partial(_number, _places(question.turns), _places(question.endings))
    replies = {r.id: _reply(turn, r, routes, number(r), text) for turn, r in question.replies()}
    say = partial(_said, _names(question), text)
    return ConversationView(
        **frame(question, quiz, places, text, _asked(question)),
        rows=(),
        shown=tuple(Row(reply.id, reply.text, "", Markup()) for reply in replies.values()),
        scene=text.block(question.scene),
        people=tuple((person.name, text.inline(person.about)) for person in question.people),
        turns=tuple(
            TurnView(
                turn.id,
                place,
                tuple(_arrivals(r for r in replies.values() if r.to == turn.id)),
                tuple(say(speech) for speech in turn.says),
                tuple(replies[reply.id] for reply in turn.replies),
            )
            for place, turn in enumerate(question.turns, 1)
        ),
        endings=_endings(question, tuple(replies.values()), text),
        graded=routes.full > 0,
    )


def _endings(
    question: Conversation, replies: tuple[ReplyView, ...], text: Text
) -> tuple[EndingView, ...]:
    return tuple(
        EndingView(
            ending.id,
            place,
            tuple(_arrivals(r for r in replies if r.end == ending.id)),
            text.inline(ending.title),
            text.block(ending.text),
            text.block(ending.debrief),
        )
        for place, ending in enumerate(question.endings, 1)
    )


def _places(parts: Sequence[Turn | Ending]) -> dict[str, int]:
    return {part.id: place for place, part in enumerate(parts, 1)}


def _number(turns: Mapping[str, int], endings: Mapping[str, int], reply: Reply) -> int:
    """The number of what a reply leads to; 0 when that is not there."""
    if reply.to:
        return turns.get(reply.to.id, 0)
    return endings.get(reply.end.id, 0) if reply.end else 0


def _reply(turn: Turn, reply: Reply, routes: Routes, number: int, text: Text) -> ReplyView:
    return ReplyView(
        id=reply.id,
        text=text.inline(reply.text),
        to=reply.to.id if reply.to else "",
        end=reply.end.id if reply.end else "",
        number=number,
        consequence=text.block(reply.consequence),
        feedback=text.inline(reply.feedback),
        points=_short(points(reply)),
        spec=json.dumps(_spec(turn, reply, routes), ensure_ascii=False),
    )


def _spec(turn: Turn, reply: Reply, routes: Routes) -> dict[str, object]:
    """What the browser must know of a reply. The first one also tells what the best way earns,
    and that way."""
    first = reply is next(reply for turn in routes.turns.values() for reply in turn.replies)
    return {
        "turn": turn.id,
        "to": reply.to.id if reply.to and reply.to.id in routes.turns else None,
        "points": points(reply),
        "good": reply.id in routes.good,
        "loop": routes.loop[turn.id],
        "inside": inside(routes.loop, (turn.id, reply)),
        **({"full": routes.full, "way": best_way(routes)} if first else {}),
    }


def _arrivals(replies: Iterable[ReplyView]) -> Iterator[Arrival]:
    """The consequences of the replies that lead to one place, equal ones once."""
    found = [reply for reply in replies if reply.consequence]
    for reply in found:
        yield Arrival(reply.id, reply.text if len(found) > 1 else Markup(), reply.consequence)


def _said(names: Mapping[str, str], text: Text, speech: Speech) -> SaidView:
    if speech.who is None:
        return SaidView("", 0, text.inline(speech.text))
    tone = 1 + list(names).index(speech.who.id) % _TONES
    return SaidView(names[speech.who.id], tone, text.inline(speech.text))


def _names(question: Conversation) -> dict[str, str]:
    """The names of all who speak, also of those whom the author did not introduce."""
    known = {person.id: person.name for person in question.people}
    speakers = (s.who.id for turn in question.turns for s in turn.says if s.who)
    return known | {who: who for who in speakers if who not in known}


def _short(number: float) -> float:
    return int(number) if number == int(number) else number


def _asked(question: Conversation) -> Iterator[str]:
    """Whatever decides what an answer means: what is said, what can be said, where it leads and
    what it is worth. Consequences, feedback and debriefings may be reworded."""
    yield question.scene
    for turn in question.turns:
        yield "\x1e".join([turn.id, *(speech.text for speech in turn.says)])
    for _, reply in question.replies():
        aim = f"to {reply.to.id}" if reply.to else f"end {reply.end.id}" if reply.end else ""
        yield f"{reply.id}\x1e{reply.text}\x1e{aim}\x1e{points(reply):g}"
    yield from (f"{ending.id}\x1e{ending.title}" for ending in question.endings)
