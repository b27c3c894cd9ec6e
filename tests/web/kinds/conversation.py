"""Random conversations, with loops, dead ends and names that lead nowhere."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.grading.conversation import walk
from builder.model.grading.routes import find_routes
from builder.model.parts import Ref
from builder.model.questions import Conversation, Ending, Question, Reply, Speech, Turn
from web.kinds.draw import AT, names, words


def question(rng: Random) -> Question:
    turns, ends = names(rng), names(rng, 1, 3)
    graded = rng.random() < 0.8
    return Conversation(
        id="q",
        type="conversation",
        prompt="?",
        span=AT,
        turns=tuple(
            Turn(
                id=name,
                says=(Speech(who=None, text="Hm.", span=AT),),
                replies=tuple(_replies(rng, name, turns, ends, graded)),
                span=AT,
            )
            for name in turns
        ),
        endings=tuple(Ending(id=end, title=end, span=AT) for end in ends),
    )


def _replies(
    rng: Random, turn: str, turns: list[str], ends: list[str], graded: bool
) -> list[Reply]:
    replies = []
    for name, text in zip(names(rng, 1, 3), words(rng, 3), strict=False):
        ending = rng.random() < 0.4
        aim = Ref(rng.choice([*(ends if ending else turns), "nowhere"][: rng.choice((6, 7))]), AT)
        points = rng.choice((None, 0, 1, 2, 0.1, 0.2)) if graded else None
        to, end = (None, aim) if ending else (aim, None)
        replies.append(
            Reply(id=f"{turn}.{name}", text=text, span=AT, to=to, end=end, points=points)
        )
    return replies


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Conversation)
    given: list[Any] = []
    routes = find_routes(asked)
    for _ in range(rng.randint(0, 9)):
        _, waiting = walk(routes, given)
        if waiting is None:
            break
        given.append(rng.choice(waiting.replies).id)
    if rng.random() < 0.2:
        given.insert(rng.randint(0, len(given)), rng.choice(("no such id", "a.a", None, [])))
    return given
