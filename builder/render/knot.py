"""The certificate's knot: one cord that runs round in turns and passes over, then under itself."""

from __future__ import annotations

import math
from collections.abc import Iterator

from markupsafe import Markup

from builder.render.html import trusted

LEADS = 3
RADIUS = 74
SWING = 30
STROKE = 8
_STEPS = 12
_RUN = 6
_TONES = (1, 2, 3, 4)


def knot(bights: int) -> Markup:
    """A Turk's head knot with about so many bights on its rim, as inline SVG.

    The number must share no divisor with the turns, else there would be several cords.
    """
    while math.gcd(bights, LEADS) != 1:
        bights += 1
    steps = bights * LEADS * _STEPS
    points = [_point(step / steps, bights) for step in range(steps + 1)]
    runs = sorted(range(0, steps, _RUN), key=lambda at: _height((at + _RUN / 2) / steps, bights))
    drawn = "".join(_drawn(points[at : at + _RUN + 1], at / steps) for at in runs)
    return trusted(
        '<svg class="knot" viewBox="-12 -12 224 224" aria-hidden="true" focusable="false">'
        f"{drawn}</svg>"
    )


def _point(share: float, bights: int) -> tuple[float, float]:
    turn = 2 * math.pi * LEADS * share
    reach = RADIUS + SWING * math.cos(bights * turn / LEADS)
    return 100 + reach * math.cos(turn), 100 + reach * math.sin(turn)


def _height(share: float, bights: int) -> float:
    return round(math.sin(bights * 2 * math.pi * share), 9)


def _drawn(points: list[tuple[float, float]], share: float) -> str:
    path = "M" + "L".join(_numbers(points))
    tone = _TONES[int(len(_TONES) * share)]
    return (
        f'<path class="casing" d="{path}" stroke-width="{STROKE + 5}"/>'
        f'<path class="t t{tone}" d="{path}" stroke-width="{STROKE}" stroke-linecap="round"/>'
    )


def _numbers(points: list[tuple[float, float]]) -> Iterator[str]:
    return (f"{x:.1f} {y:.1f}" for x, y in points)
