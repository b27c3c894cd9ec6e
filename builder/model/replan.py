"""Making a timetable fit another number of minutes, by rules that are known beforehand.

`replan` works on bare pieces of time, so that the live view of a workshop, which has to do the
same in a browser (`web/workshop/fit.js`), can be held to it by a test. The rules:

* A piece lasts as long as planned, or as short as its author allows, or is left out where the
  author allows that. A `must` piece is never left out. A piece without a short form stays as is.
* Buffers give their minutes first, but about a tenth of the time is kept free as long as pieces can
  be shortened instead. Of all ways to cut, the one that costs least is taken: few pieces, few
  minutes, shortening before leaving out, and a `must` piece after others.
* Nobody works for more than `limit` minutes without a break; where that cannot be kept otherwise,
  a break of five minutes is added.
* The sum is met to the minute: what is left over goes to the buffers, then to shortened pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from builder.model.workshop import PAUSES, BlockKind

BREAK = 5
"""Minutes of a break that has to be added."""
KEPT_FREE, MOST_FREE = 10, 25
"""Percent of the time: what buffers keep while pieces can be shortened, and the most they grow to
when there is more time than the plan has."""
LONGER = 10
"""Minutes by which a break may grow when there is more time than the plan has."""
_SHORTENED, _LEFT_OUT, _MUST, _MISSING_FREE = 10, 40, 15, 8


class Piece(NamedTuple):
    """A block as far as time is concerned. `short` is its shortest form in minutes, 0 for one
    that may be left out, None for one that cannot be shortened."""

    id: str
    kind: BlockKind
    minutes: int
    short: int | None = None
    must: bool = False


class Form(StrEnum):
    """What became of a piece."""

    FULL = "full"
    SHORT = "short"
    OUT = "out"
    ADDED = "added"


class Part(NamedTuple):
    """A piece with its new minutes. `id` is "" for one that was added."""

    id: str
    kind: BlockKind
    minutes: int
    form: Form


class Why(StrEnum):
    """Why no timetable fits: one piece is longer than anybody may work without a break; what has
    to stay needs more minutes; or there is more time than the pieces can fill."""

    PIECE = "piece"
    SHORT = "short"
    LONG = "long"


class Conflict(NamedTuple):
    """`blocks` are the pieces that stand in the way, `minutes` the limit, the least or the most
    that would have to be given."""

    why: Why
    blocks: tuple[str, ...]
    minutes: int


class _Way(NamedTuple):
    """How the pieces so far were taken: the minutes of the last, whether a break comes before."""

    before: _Way | None
    minutes: int
    pause: bool


def replan(
    pieces: Sequence[Piece], minutes: int, limit: int, since: int = 0
) -> tuple[Part, ...] | Conflict:
    """The pieces with minutes that add up to `minutes`; `since` were worked before the first."""
    if not pieces:
        return Conflict(Why.LONG, (), 0) if minutes else ()
    for piece in pieces:
        if piece.kind not in PAUSES and _least(piece) > limit:
            return Conflict(Why.PIECE, (piece.id,), limit)
    found = _search(pieces, minutes, limit, since)
    if found is None:
        fixed = tuple(p.id for p in pieces if _least(p))
        return Conflict(Why.SHORT, fixed, _shortest(pieces, limit, since))
    rows = _rows(pieces, found)
    left = minutes - sum(row.minutes for row in rows)
    growing = minutes > sum(piece.minutes for piece in pieces)
    left = _Spread(pieces, rows, limit, since, minutes).out(left, growing)
    if left:
        return Conflict(Why.LONG, (), minutes - left)
    return tuple(Part(row.id, row.kind, row.minutes, row.form) for row in rows)


def _least(piece: Piece) -> int:
    """The fewest minutes of a piece; a buffer needs none unless it must stay."""
    if piece.kind is BlockKind.BUFFER and piece.short is None and not piece.must:
        return 0
    if piece.short is None or (piece.must and piece.short == 0):
        return piece.minutes
    return min(piece.short, piece.minutes)


def _choices(piece: Piece, limit: int) -> tuple[tuple[int, int], ...]:
    """Minutes that a piece may have, with what they cost. Buffers get theirs afterwards."""
    least = _least(piece)
    if piece.kind is BlockKind.BUFFER:
        return ((least, 0),)
    if least == piece.minutes:
        return ((piece.minutes, 0),)
    lost = piece.minutes - least
    cost = _SHORTENED + lost if least else _LEFT_OUT + 2 * lost
    shorter = (least, cost + (_MUST if piece.must else 0))
    if piece.kind not in PAUSES and piece.minutes > limit:
        return (shorter,)
    return (piece.minutes, 0), shorter


def _search(pieces: Sequence[Piece], minutes: int, limit: int, since: int) -> _Way | None:
    """The cheapest way to take all pieces in at most `minutes`, by what was spent and by how
    long people have worked since a break: two ways that agree in both go on alike."""
    states: dict[tuple[int, int], tuple[int, _Way | None]] = {(0, since): (0, None)}
    rest = sum(map(_least, pieces))
    for piece in pieces:
        rest -= _least(piece)
        after: dict[tuple[int, int], tuple[int, _Way | None]] = {}
        for (spent, worked), (cost, way) in states.items():
            for chosen, price in _choices(piece, limit):
                key, pause = _step(piece, chosen, spent, worked, limit)
                known = after.get(key)
                if key[0] + rest <= minutes and (known is None or cost + price < known[0]):
                    after[key] = (cost + price, _Way(way, chosen, pause))
        states = after
    free = _wanted(pieces, minutes)
    best: tuple[int, _Way | None] | None = None
    for (spent, _), (cost, way) in states.items():
        total = cost + _MISSING_FREE * max(0, free - (minutes - spent))
        if best is None or total < best[0]:
            best = (total, way)
    return best[1] if best else None


def _step(
    piece: Piece, chosen: int, spent: int, worked: int, limit: int
) -> tuple[tuple[int, int], bool]:
    """What is spent and worked after a piece, and whether a break had to come before it."""
    if not chosen:
        return (spent, worked), False
    if piece.kind in PAUSES:
        return (spent + chosen, 0), False
    if worked + chosen > limit:
        return (spent + BREAK + chosen, chosen), True
    return (spent + chosen, worked + chosen), False


def _wanted(pieces: Iterable[Piece], minutes: int) -> int:
    """Minutes that the buffers should still get when everything else is decided."""
    buffers = [piece for piece in pieces if piece.kind is BlockKind.BUFFER]
    least = sum(map(_least, buffers))
    planned = sum(buffer.minutes for buffer in buffers)
    return max(0, min(planned, -(-minutes * KEPT_FREE // 100)) - least)


def _shortest(pieces: Sequence[Piece], limit: int, since: int) -> int:
    """The fewest minutes in which the pieces can be done, with the breaks that takes."""
    spent, worked = 0, since
    for piece in pieces:
        (spent, worked), _ = _step(piece, _least(piece), spent, worked, limit)
    longer = spent
    while longer > 0 and _search(pieces, longer - 1, limit, since) is not None:
        longer -= 1
    return longer


class _Row:
    """A part in the making; `full` are the minutes its piece was planned with."""

    __slots__ = ("form", "full", "id", "kind", "minutes")

    def __init__(self, name: str, kind: BlockKind, minutes: int, full: int, form: Form) -> None:
        self.id = name
        self.kind = kind
        self.minutes = minutes
        self.full = full
        self.form = form


def _rows(pieces: Sequence[Piece], found: _Way | None) -> list[_Row]:
    ways = []
    while found:
        ways.append(found)
        found = found.before
    rows = []
    for piece, way in zip(pieces, reversed(ways), strict=True):
        if way.pause:
            rows.append(_Row("", BlockKind.BREAK, BREAK, 0, Form.ADDED))
        form = Form.FULL if way.minutes == piece.minutes else Form.SHORT
        form = form if way.minutes or not piece.minutes else Form.OUT
        rows.append(_Row(piece.id, piece.kind, way.minutes, piece.minutes, form))
    return rows


class _Spread:
    """Giving out the minutes that are left, as far as no stretch of work becomes too long."""

    def __init__(
        self, pieces: Sequence[Piece], rows: list[_Row], limit: int, since: int, minutes: int
    ) -> None:
        self.rows = rows
        self.limit = limit
        self.since = since
        self.minutes = minutes
        self.planned = sum(p.minutes for p in pieces if p.kind is BlockKind.BUFFER)

    def out(self, left: int, growing: bool) -> int:
        """Give out `left` minutes and return those that found no place."""
        buffers = [row for row in reversed(self.rows) if row.kind is BlockKind.BUFFER]
        for row in buffers:
            left -= self.give(row, min(left, row.full - row.minutes))
        for row in self.rows:
            if row.form is Form.SHORT and row.kind is not BlockKind.BUFFER:
                left -= self.give(row, min(left, row.full - row.minutes))
        most = max(self.planned, self.minutes * MOST_FREE // 100) if growing else self.minutes
        for row in buffers:
            left -= self.give(row, min(left, most - self.free()))
        for row in self.rows if growing else ():
            if row.kind in PAUSES and row.minutes:
                left -= self.give(row, min(left, LONGER))
        return self.spare(left, most, growing) if left else 0

    def give(self, row: _Row, minutes: int) -> int:
        """Let a row last longer by up to `minutes`; return by how many it does."""
        given = max(0, minutes if row.kind in PAUSES else min(minutes, self.room(row)))
        row.minutes += given
        if given and row.form is not Form.ADDED:
            row.form = Form.FULL if row.minutes >= row.full > 0 else Form.SHORT
        return given

    def free(self) -> int:
        """The minutes of all buffers."""
        return sum(row.minutes for row in self.rows if row.kind is BlockKind.BUFFER)

    def room(self, row: _Row) -> int:
        """By how many minutes the stretch of work around a row may grow."""
        worked, found = self.since, False
        for other in self.rows:
            if other.kind in PAUSES and other.minutes:
                if found:
                    break
                worked = 0
            else:
                worked += other.minutes
            found = found or other is row
        return self.limit - worked

    def spare(self, left: int, most: int, growing: bool) -> int:
        """Put what is left before the closing: as a buffer, or as a break if that is too long."""
        closing = bool(self.rows) and self.rows[-1].kind is BlockKind.CLOSE
        place = len(self.rows) - 1 if closing else len(self.rows)
        buffer = _Row("", BlockKind.BUFFER, 0, 0, Form.ADDED)
        self.rows.insert(place, buffer)
        given = min(left, self.room(buffer), most - self.free())
        if given > 0 and (given == left or growing):
            buffer.minutes = given
            return left - given
        self.rows.remove(buffer)
        if growing:
            return left
        self.rows.insert(place, _Row("", BlockKind.BREAK, left, 0, Form.ADDED))
        return 0
