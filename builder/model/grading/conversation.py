"""Conversation: `answer` is the list of the ids of the replies given so far.

A list that does not fit the conversation counts up to where it does. The score is the sum of the
points of the replies given, each once, out of what the best way earns.
"""

from __future__ import annotations

from collections.abc import Sequence

from builder.model.grading.base import Answer, Mark, texts
from builder.model.grading.routes import Routes, best_way, find_routes, inside, points
from builder.model.questions import Conversation, Reply, Turn


def walk(routes: Routes, answer: Answer) -> tuple[tuple[tuple[Turn, Reply], ...], Turn | None]:
    """The replies given with their turns, and the turn that still waits for one."""
    here = next(iter(routes.turns.values()), None)
    steps: list[tuple[Turn, Reply]] = []
    for name in texts(answer):
        reply = next((r for r in here.replies if r.id == name), None) if here else None
        if here is None or reply is None:
            break
        steps.append((here, reply))
        here = routes.turns.get(reply.to.id) if reply.to else None
    return tuple(steps), here


def mark(question: Conversation, answer: Answer) -> tuple[Mark, ...]:
    """A reply is in order when it was given and lost no points, or was not given and is not
    missed. Missed are the points of a loop that was left, and any reply where none was given."""
    routes = find_routes(question)
    steps, waiting = walk(routes, answer)
    taken = {reply.id for _, reply in steps}
    been = {routes.loop[turn.id] for turn, _ in steps}

    def missed(turn: Turn, reply: Reply) -> bool:
        left = points(reply) > 0 and inside(routes.loop, (turn.id, reply))
        return turn is waiting or (left and routes.loop[turn.id] in been)

    return tuple(
        Mark(r.id, True, r.id in routes.good and turn is not waiting)
        if r.id in taken
        else Mark(r.id, False, not missed(turn, r))
        for turn, r in question.replies()
    )


def solution(question: Conversation) -> Answer:
    """The replies on a way that earns the most; none when no ending can be reached."""
    return best_way(find_routes(question))


def score(question: Conversation, marks: Sequence[Mark]) -> float | None:
    """The points earned out of those of the best way; None when there are none to earn."""
    full = find_routes(question).full
    chosen = {one.id for one in marks if one.chosen}
    earned = sum(points(reply) for _, reply in question.replies() if reply.id in chosen)
    return min(1.0, earned / full) if full else None
