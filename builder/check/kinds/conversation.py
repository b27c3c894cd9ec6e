"""Rules of conversations: every choice leads on, and every way can come to an end."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from builder.check.explaining import explained
from builder.check.kinds.base import plain
from builder.check.kinds.shared import SAME_OPTION
from builder.check.near import did_you_mean
from builder.check.repeats import repeated
from builder.diagnostics import Diagnostic, Level, code
from builder.model.grading.routes import find_routes, inside
from builder.model.parts import Ref
from builder.model.questions import Conversation, Reply, Turn

UNKNOWN_TURN = code(
    "unknown-turn",
    Level.ERROR,
    "A conversation goes on with a turn or an ending that is not there",
    explained(
        what="`start` or `to` names no turn of the conversation, or `end` names no ending.",
        why="Whoever makes this choice stands before nothing.",
        fix="Correct the spelling, or write the turn or ending.",
        example="choices:\n  - text: What happened?\n    to: she-explains",
    ),
)
UNKNOWN_PERSON = code(
    "unknown-person",
    Level.ERROR,
    "Someone speaks who is not among the people of the conversation",
    explained(
        what="The conversation lists its `people`, and this name is not among them.",
        why="It is mostly a slip of the pen, and would make two people out of one.",
        fix="Correct the name, or add it to `people`. A text that merely holds a colon needs"
        " quotes around it.",
        example='says:\n  - sara: Do you have a minute?\n  - "Then silence: nobody moves."',
    ),
)
DEAD_END = code(
    "dead-end",
    Level.ERROR,
    "A conversation cannot go on here",
    explained(
        what="A turn has no `choices`, a choice has neither `to` nor `end`, or a turn only leads"
        " round in circles from which no ending can be reached.",
        why="Learners can neither finish nor learn how it might have ended.",
        fix="Give the turn a choice that leads to an ending, or to a turn from which one can be"
        " reached.",
    ),
)
UNREACHED = code(
    "unreached-turn",
    Level.WARNING,
    "Nobody ever comes to a turn or an ending",
    explained(
        what="No way from the beginning of the conversation leads to this turn or ending.",
        why="It was written for nothing; most often a `to` or `end` names another by mistake.",
        fix="Let a choice lead to it, or remove it.",
    ),
)
ONLY_CHOICE = code(
    "only-choice",
    Level.INFO,
    "A turn of a conversation leaves one choice only",
    explained(
        what="The turn has a single choice.",
        why="There is nothing to decide. Now and then that is what a story needs.",
        fix="Add what people in a hurry would say, or join the turn with the next one.",
    ),
)
SILENT_TURN = code(
    "silent-turn",
    Level.WARNING,
    "Nothing is said at a turn of a conversation",
    explained(
        what="The turn has no `says`.",
        why="Learners are asked for a reply without knowing to what.",
        fix="Write what is said, or what happens, as `says`.",
        example="says:\n  - She puts the phone away.\n  - sara: You wanted to talk?",
    ),
)
SILENT_CHOICE = code(
    "silent-choice",
    Level.WARNING,
    "A choice of a conversation is never explained",
    explained(
        what="The choice has neither a `consequence` nor a `feedback`, and the ending it leads to"
        " has no `debrief`.",
        why="A learner who made it never learns what it did. The comparison of choices at the end"
        " is the part that teaches.",
        fix="Say what happens at once as `consequence`, or what there is to learn as `feedback`.",
    ),
)
CIRCLING_POINTS = code(
    "circling-points",
    Level.INFO,
    "Full points need going round in a circle",
    explained(
        what="A choice with points leads to a turn from which one can come back. A choice counts"
        " once, however often it is made, so the best score takes every such choice.",
        why="That fits a conversation in which several things are worth asking. It does not fit"
        " one in which a poor choice leads back to try again.",
        fix="Give no points to choices that merely lead back.",
    ),
)


def unknown_turn(question: Conversation) -> Iterator[Diagnostic]:
    """Every choice leads to something that is there."""
    turns = [turn.id for turn in question.turns]
    endings = [ending.id for ending in question.endings]
    if question.start and question.start.id not in turns:
        yield _unknown(question.start, "turn", turns)
    for _, reply in question.replies():
        if reply.to and reply.to.id not in turns:
            swapped = f"write `end: {reply.to.id}`" if reply.to.id in endings else ""
            yield _unknown(reply.to, "turn", turns, swapped)
        if reply.end and reply.end.id not in endings:
            swapped = f"write `to: {reply.end.id}`" if reply.end.id in turns else ""
            yield _unknown(reply.end, "ending", endings, swapped)


def unknown_person(question: Conversation) -> Iterator[Diagnostic]:
    """Whoever speaks is among the people, where these are listed."""
    names = [person.id for person in question.people]
    for turn in question.turns if names else ():
        for speech in turn.says:
            if speech.who and speech.who.id not in names:
                hint = did_you_mean(speech.who.id, names, "add the name to `people`")
                message = f"{speech.who.id!r} is not among the people"
                yield UNKNOWN_PERSON.at(speech.who.span, message, hint)


def dead_end(question: Conversation) -> Iterator[Diagnostic]:
    """From every turn one can come to an end."""
    for turn in question.turns:
        for reply in _aimless(turn):
            hint = "add `to: TURN` or `end: ENDING`"
            yield DEAD_END.at(reply.span, "this choice leads nowhere", hint)
        if not turn.replies:
            hint = "add `choices`, the last of which lead to an ending"
            yield DEAD_END.at(turn.span, f"the turn {turn.id!r} has no choices", hint)
    routes = find_routes(question)
    for turn in question.turns if _joined(question) else ():
        if routes.best[turn.id] == -inf and turn.id in routes.reached:
            message = f"from the turn {turn.id!r} no ending can be reached"
            yield DEAD_END.at(turn.span, message, "let one of its choices lead to an ending")


def unreached(question: Conversation) -> Iterator[Diagnostic]:
    """One can come to every turn and to every ending."""
    if not _joined(question):
        return
    reached = find_routes(question).reached
    ended = {r.end.id for turn, r in question.replies() if r.end and turn.id in reached}
    for turn in question.turns:
        if turn.id not in reached:
            message = f"no choice leads to the turn {turn.id!r}"
            yield UNREACHED.at(turn.span, message, "let a choice lead to it, or remove it")
    for ending in question.endings:
        if ending.id not in ended:
            message = f"no choice leads to the ending {ending.id!r}"
            yield UNREACHED.at(ending.span, message, "let a choice lead to it, or remove it")


def only_choice(question: Conversation) -> Iterator[Diagnostic]:
    """There is something to decide."""
    for turn in question.turns:
        if len(turn.replies) == 1:
            message = f"the turn {turn.id!r} leaves one choice only"
            yield ONLY_CHOICE.at(turn.span, message, "add what people in a hurry would say")


def silent_turn(question: Conversation) -> Iterator[Diagnostic]:
    """Something is said that can be replied to."""
    for turn in question.turns:
        if not any(speech.text.strip() for speech in turn.says):
            message = f"nothing is said at the turn {turn.id!r}"
            yield SILENT_TURN.at(turn.span, message, "write what is said as `says`")


def silent_choice(question: Conversation) -> Iterator[Diagnostic]:
    """What a choice does is said at once, afterwards, or where it ends."""
    silent = {ending.id for ending in question.endings if not ending.debrief.strip()}
    for _, reply in question.replies():
        quiet = not (reply.consequence.strip() or reply.feedback.strip())
        if quiet and (reply.to or (reply.end and reply.end.id in silent)):
            hint = "add a `consequence`, or a `feedback` for the debriefing"
            yield SILENT_CHOICE.at(reply.span, "nothing is said about this choice", hint)


def same_choice(question: Conversation) -> Iterator[Diagnostic]:
    """No two choices of a turn have the same text."""
    hint = "change one of them or remove it"
    for turn in question.turns:
        refs = (Ref(plain(reply.text), reply.span) for reply in turn.replies)
        yield from repeated(SAME_OPTION, refs, "another choice reads {!r}", hint=hint)


def circling_points(question: Conversation) -> Iterator[Diagnostic]:
    """Points are for choices that lead on."""
    loop = find_routes(question).loop
    for turn, reply in question.replies():
        if reply.points and inside(loop, (turn.id, reply)):
            message = "this choice has points and leads to where one can come back from"
            hint = "give it no points, unless learners are meant to make every such choice"
            yield CIRCLING_POINTS.at(reply.span, message, hint)


def _aimless(turn: Turn) -> list[Reply]:
    return [reply for reply in turn.replies if not (reply.to or reply.end)]


def _joined(question: Conversation) -> bool:
    """Whether every choice leads somewhere. If not, whatever else cannot be reached follows."""
    loose = any(_aimless(turn) or not turn.replies for turn in question.turns)
    return not (loose or any(unknown_turn(question)))


def _unknown(ref: Ref, noun: str, names: list[str], instead: str = "") -> Diagnostic:
    hint = instead or did_you_mean(ref.id, names, f"write the {noun}, or name another")
    return UNKNOWN_TURN.at(ref.span, f"there is no {noun} {ref.id!r}", hint)


RULES = (
    unknown_turn,
    unknown_person,
    dead_end,
    unreached,
    only_choice,
    silent_turn,
    silent_choice,
    same_choice,
    circling_points,
)
