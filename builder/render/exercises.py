"""Takeaways as their template reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from builder.model.anchors import heading_ids
from builder.model.parts import Takeaway
from builder.render.markup import block, inline, plain

_STEP_ID = 60


@dataclass(frozen=True, slots=True)
class Step:
    """A step to tick. Its id comes from its text, so a new step moves no learner's ticks."""

    id: str
    text: Markup


@dataclass(frozen=True, slots=True)
class TakeawayView:
    """A takeaway exercise with its Markdown rendered; `minutes` is the author's figure."""

    id: str
    title: Markup
    minutes: int
    purpose: Markup
    lead: Markup
    steps: tuple[Step, ...]
    materials: tuple[Markup, ...]
    reflection: Markup
    good: Markup


def takeaway_view(takeaway: Takeaway, path: str) -> TakeawayView:
    """A takeaway on the page of the file at `path`."""
    say = partial(inline, path=path)
    return TakeawayView(
        id=takeaway.id,
        title=say(takeaway.title),
        minutes=takeaway.minutes,
        purpose=block(takeaway.purpose, path),
        lead=block(takeaway.lead, path),
        steps=tuple(
            Step(name, say(text))
            for name, text in zip(_step_ids(takeaway.steps), takeaway.steps, strict=True)
        ),
        materials=tuple(map(say, takeaway.materials)),
        reflection=say(takeaway.reflection),
        good=block(takeaway.good, path),
    )


def _step_ids(steps: Sequence[str]) -> tuple[str, ...]:
    return heading_ids((plain(text)[:_STEP_ID], None) for text in steps)
