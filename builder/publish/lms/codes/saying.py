"""Kinds whose answers are typed, and conversations."""

from __future__ import annotations

from builder.model.grading.routes import find_routes, points
from builder.model.questions import (
    Cloze,
    Conversation,
    MenuKey,
    NumberKey,
    Numeric,
    Reflection,
    ShortText,
    TextKey,
)
from builder.publish.lms.codes.base import MOST_STEPS, Shape, steps_of

MOST_WAYS = 1 << 24
"""Longer ways through a conversation than this many are kept as a text, where there is room."""


def typed(question: ShortText | Numeric) -> Shape:
    """A text; how good it was is kept in any case."""
    return Shape("t", steps_of(_credits(question.key)), {"plain": 1})


def cloze(question: Cloze) -> Shape:
    """What was chosen for each blank with a menu; what was typed into others is a text."""
    menus = [(b.id, b.key.options) for b in question.blanks if isinstance(b.key, MenuKey)]
    earned = [credit for blank in question.blanks for credit in _credits(blank.key)]
    steps = max(1, min(MOST_STEPS, len(question.blanks) * steps_of(earned)))
    more = [b.id for b in question.blanks if not isinstance(b.key, MenuKey)]
    data = {"rows": [name for name, _ in menus], "of": [[o.id for o in of] for _, of in menus]}
    if not menus:
        return Shape("t", steps, {"more": more})
    name = "r" + ".".join(str(len(of)) for _, of in menus)
    if more:
        return Shape(name, steps, {**data, "empty": "", "more": more})
    right = [[o.correct for o in of].index(True) for _, of in menus if any(o.correct for o in of)]
    return Shape(name, steps, {**data, "empty": ""}, right if len(right) == len(menus) else None)


def reflection(_: Reflection) -> Shape:
    """A text and a rubric that the author may change at any time: nothing in it can be wrong."""
    return Shape("t", 0, {}, flags="d")


def conversation(question: Conversation) -> Shape:
    """The way taken so far, by its number among all ways of at most `deep` replies."""
    turns = {turn.id: place for place, turn in enumerate(question.turns)}
    tree = [
        [(reply.id, turns.get(reply.to.id, -1) if reply.to else -1) for reply in turn.replies]
        for turn in question.turns
    ]
    deep, ways = _ways(tree)
    full = find_routes(question).full
    worth = [points(reply) for _, reply in question.replies()]
    steps = steps_of(worth, full) if full else 0
    return Shape(f"w{ways}", steps, {"turns": tree, "deep": deep}, flags="d")


def _ways(tree: list[list[tuple[str, int]]]) -> tuple[int, int]:
    """How deep ways are counted, and how many there are, the empty one among them."""
    counts = [1] * len(tree)
    deep = 0
    while tree and deep < 2 * len(tree):
        fresh = [1 + sum(counts[to] if to >= 0 else 1 for _, to in turn) for turn in tree]
        if fresh == counts or fresh[0] > MOST_WAYS:
            break
        counts, deep = fresh, deep + 1
    return deep, counts[0] if counts else 1


def _credits(key: TextKey | NumberKey | MenuKey) -> list[float]:
    """Everything an answer can earn."""
    if isinstance(key, TextKey):
        return [1.0, *(variant.credit for variant in key.variants)]
    if isinstance(key, NumberKey):
        return [1.0, *(amount.credit for amount in key.amounts)]
    return [1.0]
