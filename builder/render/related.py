"""Which lessons to offer beside one: the author's own choice, then those that share rare tags.

Time grows with the number of lessons, not its square: of a tag that many lessons carry, only
the ones nearest in reading order are weighed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from builder.model.catalogue import Entry

MOST = 3
LEAST = 2
_WINDOW = 6
_TOPIC_WEIGHT = 0.5

Groups = dict[str, list[int]]


def related(entries: Sequence[Entry]) -> list[tuple[int, ...]]:
    """For each lesson the places in `entries` of two or three others, best first.

    Never the lesson itself nor its neighbours, which the page shows anyway, unless its author
    asked for them.
    """
    places = {entry.id: i for i, entry in enumerate(entries)}
    groups = _groups(entries)
    return [_choose(i, entry, places, groups, len(entries)) for i, entry in enumerate(entries)]


def _choose(
    i: int, entry: Entry, places: dict[str, int], groups: Groups, count: int
) -> tuple[int, ...]:
    asked = [places[ref.id] for ref in entry.related if places.get(ref.id, i) != i]
    chosen = list(dict.fromkeys(asked))[:MOST]
    if len(chosen) < LEAST:
        shown = {i - 1, i, i + 1, *chosen}
        found = _ranked(i, _keys(entry), groups)
        chosen += [k for k in found if k not in shown][: LEAST - len(chosen)]
    if len(chosen) < LEAST:
        shown = {i - 1, i, i + 1, *chosen}
        near = (k for k in (i + 2, i - 2, i + 3, i - 3) if 0 <= k < count and k not in shown)
        chosen += list(near)[: LEAST - len(chosen)]
    return tuple(chosen)


def _ranked(i: int, keys: Iterable[tuple[str, float]], groups: Groups) -> list[int]:
    scores: dict[int, float] = defaultdict(float)
    for key, weight in keys:
        group = groups[key]
        for k in _window(group, i):
            scores[k] += weight / len(group)
    return sorted(scores, key=lambda k: (-scores[k], abs(k - i), k))


def _window(group: Sequence[int], i: int) -> Sequence[int]:
    at = bisect_left(group, i)
    return group[max(0, at - _WINDOW) : at + _WINDOW + 1]


def _groups(entries: Sequence[Entry]) -> Groups:
    groups: Groups = defaultdict(list)
    for i, entry in enumerate(entries):
        for key, _ in _keys(entry):
            groups[key].append(i)
    return groups


def _keys(entry: Entry) -> list[tuple[str, float]]:
    tags = dict.fromkeys(tag.id for tag in entry.tags)
    topic = [(f"topic:{entry.topic.casefold()}", _TOPIC_WEIGHT)] if entry.topic else []
    return [(f"tag:{tag}", 1.0) for tag in tags] + topic
