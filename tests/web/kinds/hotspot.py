"""Random regions of a picture."""

from __future__ import annotations

from random import Random
from typing import Any

from builder.model.parts import Picture
from builder.model.questions import Hotspot, Question, Region
from web.kinds.draw import AT, JUNK, options, some


def question(rng: Random) -> Question:
    regions = options(rng)
    return Hotspot(
        id="q",
        type="hotspot",
        prompt="?",
        span=AT,
        picture=Picture("p.svg", "A picture", AT),
        options=regions,
        regions=tuple(Region(0, 10 * n, 10, 10) for n in range(len(regions))),
    )


def answer(rng: Random, asked: Question) -> Any:
    assert isinstance(asked, Hotspot)
    given = some(rng, [region.id for region in asked.options])
    return given if rng.random() < 0.9 else rng.choice(JUNK)
