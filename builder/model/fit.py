"""A workshop plan in another number of minutes, by the plan's own rules (`model.replan`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from builder.model.agenda import LONGEST_STRETCH
from builder.model.parts import Ref
from builder.model.replan import Conflict, Form, Part, Piece, Why, replan
from builder.model.workshop import PAUSES, Block, BlockKind, Mode, Workshop


class Change(StrEnum):
    """What was done to a block."""

    SHORTER = "shorter"
    OUT = "out"
    LONGER = "longer"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A block that changed: its minutes `before` and `after`, and why or how."""

    block: str
    title: str
    change: Change
    before: int
    after: int
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The plan in the minutes asked for, for one mode. `cuts` say what changed, in the order of
    the agenda; `lost` are objectives that it can no longer promise."""

    workshop: Workshop
    cuts: tuple[Cut, ...]
    lost: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Impossible:
    """Why the plan cannot be fitted: a sentence, the blocks that stand in the way, and the
    minutes that would be possible (0 where none would)."""

    reason: str
    blocks: tuple[str, ...]
    minutes: int = 0


def fit(workshop: Workshop, mode: Mode, minutes: int) -> Fitted | Impossible:
    """The plan for `mode` in exactly `minutes`, breaks included. Raises ValueError for a mode
    that the plan is not made for."""
    if mode not in workshop.modes:
        raise ValueError(f"the plan {workshop.id!r} is not made to run in the mode {mode}")
    plan = workshop.for_mode(mode)
    found = replan(tuple(map(piece, plan.blocks)), minutes, LONGEST_STRETCH[mode])
    if isinstance(found, Conflict):
        return _impossible(plan, found, minutes)
    return _fitted(plan, found, minutes)


def piece(block: Block) -> Piece:
    """A block of one mode as far as time is concerned."""
    short = block.if_short.minutes if block.if_short else None
    return Piece(block.id, block.kind, block.minutes, short, block.must)


def _impossible(plan: Workshop, conflict: Conflict, minutes: int) -> Impossible:
    blocks = {block.id: block for block in plan.blocks}
    if conflict.why is Why.PIECE:
        block = blocks[conflict.blocks[0]]
        least = block.if_short.minutes if block.if_short else block.minutes
        reason = (
            f"{block.id!r} lasts at least {least} minutes, and nobody may work for more than"
            f" {conflict.minutes} without a break"
        )
        return Impossible(reason=reason, blocks=conflict.blocks)
    if conflict.why is Why.LONG:
        reason = f"the plan fills {conflict.minutes} of {minutes} minutes at most"
        return Impossible(reason=reason, blocks=(), minutes=conflict.minutes)
    rows = ", ".join(f"{name} {_least(blocks[name])}" for name in conflict.blocks)
    reason = (
        f"what has to stay needs {conflict.minutes} minutes, breaks included, and there are"
        f" {minutes}: {rows}"
    )
    return Impossible(reason=reason, blocks=conflict.blocks, minutes=conflict.minutes)


def _least(block: Block) -> int:
    short = block.if_short.minutes if block.if_short else block.minutes
    return block.minutes if block.must and not short else min(short, block.minutes)


def _fitted(plan: Workshop, parts: tuple[Part, ...], minutes: int) -> Fitted:
    known = {block.id: block for block in plan.blocks}
    blocks: list[Block] = []
    cuts: list[Cut] = []
    for part in parts:
        block = known.get(part.id) or _added(plan, part, {*known, *(b.id for b in blocks)})
        cut = _cut(block, part)
        if cut:
            cuts.append(cut)
        if part.minutes:
            blocks.append(_with(block, part))
    promised, lost = _promises(plan, blocks)
    fitted = replace(plan, blocks=tuple(blocks), duration=minutes, objectives=promised)
    return Fitted(workshop=_consistent(fitted), cuts=tuple(cuts), lost=lost)


def _added(plan: Workshop, part: Part, taken: set[str]) -> Block:
    kind = "break" if part.kind is BlockKind.BREAK else "buffer"
    name, number = f"added-{kind}", 1
    while name in taken:
        number += 1
        name = f"added-{kind}-{number}"
    title = "Break" if part.kind is BlockKind.BREAK else "Time in hand"
    return Block(id=name, kind=part.kind, minutes=0, span=plan.span, title=title)


def _cut(block: Block, part: Part) -> Cut | None:
    before, after = (0 if part.form is Form.ADDED else block.minutes), part.minutes
    if part.form is Form.ADDED:
        change, how = Change.ADDED, _why_added(part)
    elif before == after:
        return None
    elif after > before:
        change, how = Change.LONGER, "there is more time"
    else:
        change = Change.SHORTER if after else Change.OUT
        how = block.if_short.how if block.if_short else "the time kept free"
    return Cut(
        block=block.id, title=block.title, change=change, before=before, after=after, how=how
    )


def _why_added(part: Part) -> str:
    if part.kind in PAUSES:
        return "nobody works so long without a break"
    return "minutes that the cuts leave over"


def _with(block: Block, part: Part) -> Block:
    """The block with its new minutes; what it has lost is said where the facilitator reads."""
    if part.form is not Form.SHORT or not block.if_short:
        return replace(block, minutes=part.minutes)
    shorter = f"**Shorter: {block.if_short.how}.**"
    return replace(
        block,
        minutes=part.minutes,
        do=f"{shorter}\n\n{block.do}".strip(),
        if_short=block.if_short if 0 < block.if_short.minutes < part.minutes else None,
        instructions=min(block.instructions, part.minutes - 1),
    )


def _promises(plan: Workshop, blocks: list[Block]) -> tuple[tuple[Ref, ...], tuple[Ref, ...]]:
    """The objectives that are still practised, and those that no longer are."""
    before = _practised(plan.blocks)
    now = _practised(tuple(blocks))
    lost = tuple(r for r in plan.objectives if r.id in before and r.id not in now)
    return tuple(r for r in plan.objectives if r not in lost), lost


def _practised(blocks: tuple[Block, ...]) -> set[str]:
    return {ref.id for block in blocks if block.practises for ref in block.objectives}


def _consistent(plan: Workshop) -> Workshop:
    """Blocks serve what the plan promises, and nothing else."""
    promised = {ref.id for ref in plan.objectives}
    kept: Mapping[str, tuple[Ref, ...]] = {
        block.id: tuple(ref for ref in block.objectives if ref.id in promised)
        for block in plan.blocks
    }
    return replace(plan, blocks=tuple(replace(b, objectives=kept[b.id]) for b in plan.blocks))
