"""Ways through a conversation: what can be reached, where one goes in circles, and what the best
way earns.

A reply's points count once, however often it is given. So whoever goes in circles can earn all
there is to earn in them, and the best way is found in one pass over the loops, from the endings
back. Nothing here recurses: a conversation may be longer than Python's stack is deep.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf, isclose

from builder.model.questions import Conversation, Reply, Turn

Links = Mapping[str, Iterable[str]]
Step = tuple[str, Reply]
"""A reply given at a turn."""


@dataclass(frozen=True, slots=True)
class Routes:
    """`reached` are the turns one can come to. `loop` numbers those one can come back to, 0 for
    all others. `best` is what can be earned from a turn on, minus infinity where no ending can
    be reached. `good` are the ids of the replies that lose nothing of it."""

    turns: Mapping[str, Turn]
    reached: frozenset[str]
    loop: Mapping[str, int]
    best: Mapping[str, float]
    good: frozenset[str]

    @property
    def full(self) -> float:
        """What the best way earns; 0 for a conversation without points or without an end."""
        first = next(iter(self.turns), None)
        return 0.0 if first is None else max(0.0, self.best[first])


def points(reply: Reply) -> float:
    """What a reply earns."""
    return reply.points or 0.0


def inside(loop: Mapping[str, int], step: Step) -> bool:
    """Whether a reply stays within the loop its turn belongs to."""
    turn, reply = step
    return bool(reply.to and loop[turn] and loop.get(reply.to.id) == loop[turn])


def find_routes(conversation: Conversation) -> Routes:
    """The ways through a conversation. Replies that lead nowhere known are no way."""
    turns = {turn.id: turn for turn in conversation.turns}
    endings = {ending.id for ending in conversation.endings}
    links = {name: _targets(turn, turns) for name, turn in turns.items()}
    groups = _groups(links)
    loop = {
        name: number if len(group) > 1 or name in links[name] else 0
        for number, group in enumerate(groups, 1)
        for name in group
    }
    best: dict[str, float] = {}
    good: set[str] = set()
    for group in groups:
        steps = [(name, reply) for name in group for reply in turns[name].replies]
        within = [reply for name, reply in steps if inside(loop, (name, reply))]
        exits = {s[1].id: _worth(s[1], best, endings) for s in steps if not inside(loop, s)}
        most = max(exits.values(), default=-inf)
        best.update(dict.fromkeys(group, most + sum(map(points, within))))
        if most > -inf:
            good.update(name for name, worth in exits.items() if isclose(worth, most, abs_tol=1e-9))
            good.update(reply.id for reply in within)
    reached = frozenset(_postorder(list(turns)[:1], links, set()))
    return Routes(turns, reached, loop, best, frozenset(good))


def best_way(routes: Routes) -> list[str]:
    """The ids of the replies on a way that earns the most; empty when it reaches no ending."""
    here = next(iter(routes.turns), None)
    way: dict[str, None] = {}
    walked: list[str] = []
    while here is not None and routes.best[here] > -inf:
        for _, reply in _shortest(routes, here, _goals(routes, here, way)):
            walked.append(reply.id)
            way[reply.id] = None
            here = reply.to.id if reply.to else None
    return walked


def _goals(routes: Routes, here: str, taken: Mapping[str, None]) -> dict[str, Reply]:
    """What is still to be earned in this loop, else the ways out of it; one reply per turn."""
    loop = routes.loop[here]
    names = [n for n in routes.turns if n == here or (loop and routes.loop[n] == loop)]
    steps = [(n, r) for n in names for r in routes.turns[n].replies if r.id in routes.good]
    left = [s for s in steps if inside(routes.loop, s) and points(s[1]) and s[1].id not in taken]
    return dict(reversed(left or [s for s in steps if not inside(routes.loop, s)]))


def _shortest(routes: Routes, here: str, goals: Mapping[str, Reply]) -> list[Step]:
    """The way from a turn to the nearest goal, with that goal's own reply."""
    ways: dict[str, list[Step]] = {here: []}
    queue = [here]
    for name in queue:
        if name in goals:
            return [*ways[name], (name, goals[name])]
        for reply in routes.turns[name].replies:
            step = (name, reply)
            if inside(routes.loop, step) and reply.to and reply.to.id not in ways:
                ways[reply.to.id] = [*ways[name], step]
                queue.append(reply.to.id)
    raise AssertionError("every turn of a loop leads to every other")


def _targets(turn: Turn, turns: Mapping[str, Turn]) -> tuple[str, ...]:
    return tuple(reply.to.id for reply in turn.replies if reply.to and reply.to.id in turns)


def _worth(reply: Reply, best: Mapping[str, float], endings: set[str]) -> float:
    if reply.to:
        return points(reply) + best.get(reply.to.id, -inf)
    return points(reply) if reply.end and reply.end.id in endings else -inf


def _groups(links: Links) -> list[list[str]]:
    """Turns that lead to one another; a group stands after all groups it leads to."""
    back: dict[str, list[str]] = {name: [] for name in links}
    for name, others in links.items():
        for other in others:
            back[other].append(name)
    # Kosaraju: walked back from, what a walk along the links left last gives one group each.
    seen: set[str] = set()
    last_first = reversed(_postorder(links, links, set()))
    groups = [_postorder([name], back, seen) for name in last_first if name not in seen]
    return groups[::-1]


def _postorder(starts: Iterable[str], links: Links, seen: set[str]) -> list[str]:
    """Every turn that can be reached and is not in `seen`, after those it leads to."""
    order: list[str] = []
    for start in starts:
        stack = [] if start in seen else [(start, iter(links[start]))]
        seen.add(start)
        while stack:
            name, others = stack[-1]
            fresh = next((other for other in others if other not in seen), None)
            if fresh is None:
                order.append(name)
                stack.pop()
            else:
                seen.add(fresh)
                stack.append((fresh, iter(links[fresh])))
    return order
