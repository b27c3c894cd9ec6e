"""What the script of the live view is given: the plan in numbers, and its words."""

from __future__ import annotations

from typing import Any

from builder.model.agenda import LONGEST_STRETCH
from builder.model.workshop import Mode
from builder.render.words import Words
from builder.render.workshop.views import BlockView, PlanView

_PREFIX = "kit_lv_"


def live_data(plan: PlanView, words: Words) -> dict[str, Any]:
    """The data, ready for JSON. Minutes throughout; `short` is null where a block gives nothing."""
    return {
        "id": plan.id,
        "run": plan.cohort or plan.mode,
        "mode": plan.mode,
        "minutes": plan.minutes,
        "limit": LONGEST_STRETCH[Mode(plan.mode)],
        "start": plan.instant,
        "blocks": [_block(block) for block in plan.blocks],
        "words": {
            name.removeprefix(_PREFIX): words.phrase(name)
            for name in words.names()
            if name.startswith(_PREFIX)
        },
    }


def _block(block: BlockView) -> dict[str, Any]:
    short = block.short
    return {
        "id": block.id,
        "kind": block.kind,
        "title": str(block.title.striptags()),
        "minutes": block.minutes,
        "must": block.must,
        "short": {"minutes": short.minutes, "how": str(short.how.striptags())} if short else None,
    }
