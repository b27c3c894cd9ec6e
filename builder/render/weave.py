"""Line art drawn from a name: every lesson has its own cover and nobody has to find, license or
compress a picture.

A braid is a set of threads running from edge to edge. At each crossing the upper thread is
drawn again over a paper-coloured casing, which makes the lower one pass under it. Every path is
written once and shown twice (`<use>`), relative and in whole numbers, so that a cover stays
around two kilobytes.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

from markupsafe import Markup

from builder.render.html import trusted

TONES = 6
CROWD = 8
"""Above this number of threads a weave is drawn finer."""
_DENSITY = 0.8


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread: its colour (1 to 6) and an optional attribute such as `data-strand="x"`."""

    tone: int
    name: str = ""
    value: str = ""

    @property
    def attribute(self) -> str:
        """The attribute as HTML with a leading space, or nothing."""
        return f' {self.name}="{escape(self.value)}"' if self.name else ""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Size of a braid in its own units, and how many crossings fit in a row."""

    width: int
    height: int
    columns: int
    stroke: int


COVER = Canvas(2400, 132, 14, 8)
THUMB = Canvas(360, 96, 4, 8)
HERO = Canvas(2400, 190, 16, 12)
_FLATTEST = 7
"""How many times wider than deep a crossing may be: flatter ones blur into each other."""


def hero_canvas(threads: int) -> Canvas:
    """The canvas of a course's weave; many threads need more height and thinner strokes."""
    if threads <= CROWD:
        return HERO
    return Canvas(HERO.width, threads * 14 + 20, 18, 8)


def tones(seed: str, count: int = 5) -> tuple[Thread, ...]:
    """Plain threads for a cover; neighbouring threads differ in colour."""
    first = _random(seed).randrange(TONES)
    return tuple(Thread((first + n * 5) % TONES + 1) for n in range(count))


def braid(seed: str, threads: Sequence[Thread], canvas: Canvas, name: str) -> Markup:
    """A braid as inline SVG. `name` is a prefix for its ids, unique on the page."""
    weave = _Weave(_random(seed), threads, canvas)
    weave.run()
    base = "".join(
        f'<path class="t t{thread.tone}"{thread.attribute} d="{path}"/>'
        for thread, path in zip(threads, weave.paths, strict=True)
    )
    return trusted(
        f'<svg class="weave" viewBox="0 0 {canvas.width} {canvas.height}"'
        f' preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">'
        f"{_overs(weave.overs, threads, canvas, name, base)}</svg>"
    )


def _overs(
    overs: Sequence[str], threads: Sequence[Thread], canvas: Canvas, name: str, base: str
) -> str:
    # Square ends let the coloured stroke reach past its casing, which leaves no seam.
    shown = [(n, path) for n, path in enumerate(overs) if path]
    defs = "".join(f'<path id="{name}{n}" d="{path}"/>' for n, path in shown)
    casing = "".join(f'<use href="#{name}{n}"/>' for n, _ in shown)
    top = "".join(
        f'<use class="t t{threads[n].tone}"{threads[n].attribute} href="#{name}{n}"/>'
        for n, _ in shown
    )
    wide = round(canvas.stroke * 1.8)
    return (
        f'<defs>{defs}</defs><g stroke-width="{canvas.stroke}">{base}</g>'
        f'<g class="casing" stroke-width="{wide}">{casing}</g>'
        f'<g stroke-width="{canvas.stroke}" stroke-linecap="square">{top}</g>'
    )


class _Weave:
    """Threads on their way from left to right, one column of crossings at a time."""

    def __init__(self, rng: random.Random, threads: Sequence[Thread], canvas: Canvas) -> None:
        self._rng, self._count = rng, len(threads)
        self._xs = _columns(rng, canvas)
        self._ys = _lanes(canvas, self._count)
        self._lanes = list(range(self._count))
        start = self._xs[0]
        self.paths = [f"M{start} {y}" for y in self._ys]
        self.overs = [""] * self._count

    def run(self) -> None:
        """Draw every column."""
        for column in range(len(self._xs) - 1):
            self._column(column)

    def _column(self, column: int) -> None:
        x, width = self._xs[column], self._xs[column + 1] - self._xs[column]
        straight = set(range(self._count))
        for lane in range(column % 2, self._count - 1, 2):
            if self._rng.random() < _DENSITY:
                straight -= {lane, lane + 1}
                self._cross(lane, x, width, rising=(lane + column) % 2 == 1)
        for lane in straight:
            self.paths[self._lanes[lane]] += f"h{width}"

    def _cross(self, lane: int, x: int, width: int, *, rising: bool) -> None:
        upper, lower = self._lanes[lane], self._lanes[lane + 1]
        drop = self._ys[lane + 1] - self._ys[lane]
        span = min(width, drop * _FLATTEST)
        before = (width - span) // 2
        for thread, by in ((upper, drop), (lower, -drop)):
            self.paths[thread] += _ahead(before) + _curve(span, by) + _ahead(width - span - before)
        top, y, by = (lower, lane + 1, -drop) if rising else (upper, lane, drop)
        self.overs[top] += f"M{x + before + 4} {self._ys[y]}{_curve(span - 8, by)}"
        self._lanes[lane], self._lanes[lane + 1] = lower, upper


def _ahead(width: int) -> str:
    return f"h{width}" if width else ""


def _curve(width: int, drop: int) -> str:
    half = width // 2
    return f"c{half} 0 {half} {drop} {width} {drop}"


def _columns(rng: random.Random, canvas: Canvas) -> list[int]:
    """Edges of the columns; uneven ones keep the rhythm from looking mechanical."""
    cuts = [0.0]
    for _ in range(canvas.columns):
        cuts.append(cuts[-1] + 0.78 + 0.44 * rng.random())
    return [round(cut * (canvas.width + 80) / cuts[-1] - 40) for cut in cuts]


def _lanes(canvas: Canvas, count: int) -> list[int]:
    pad = canvas.stroke * 2
    gap = (canvas.height - 2 * pad) / max(1, count - 1)
    return [round(pad + lane * gap) for lane in range(count)]


def _random(seed: str) -> random.Random:
    return random.Random(int.from_bytes(sha256(seed.encode()).digest()[:6]))  # noqa: S311
