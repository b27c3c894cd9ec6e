"""Random pieces of time and random plans, and what must hold of any timetable made from them."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from builder.diagnostics import Span
from builder.model.agenda import LONGEST_STRETCH, stretches
from builder.model.fit import Change, Fitted, Impossible
from builder.model.parts import Ref
from builder.model.replan import Piece
from builder.model.workshop import Block, BlockKind, Interact, Mode, Short, Variant, Workshop

HERE = Span("content/workshops/random.yml", 1, 1)
KINDS = tuple(BlockKind)
LIMITS = (60, 90)


def random_piece(rng: Random, number: int) -> Piece:
    """A piece as authors write them, and now and then as nobody would."""
    kind = rng.choice(KINDS)
    minutes = rng.choice((1, 3, 5, 5, 10, 10, 15, 20, 25, 30, 45, 60, rng.randint(1, 100)))
    short = rng.choice((None, None, 0, rng.randint(1, minutes), minutes - 1))
    return Piece(f"b{number}", kind, minutes, short, rng.random() < 0.25)


def random_pieces(rng: Random, most: int = 18) -> tuple[Piece, ...]:
    return tuple(random_piece(rng, number) for number in range(rng.randint(1, most)))


def random_minutes(rng: Random, pieces: Sequence[Piece]) -> int:
    """Minutes near the planned sum, near the least possible, or anywhere."""
    total = sum(piece.minutes for piece in pieces)
    return max(1, rng.choice((total, rng.randint(total // 2, total + 20), rng.randint(1, 400))))


def random_workshop(rng: Random) -> Workshop:
    """A plan whose blocks are random pieces; in some, a mode changes minutes."""
    names = [f"lesson.o{n}" for n in range(rng.randint(1, 4))]
    blocks = tuple(_block(rng, piece, names) for piece in random_pieces(rng))
    return Workshop(
        id="random",
        path=HERE.path,
        title="Random",
        language="en",
        duration=sum(block.minutes for block in blocks),
        span=HERE,
        modes=(Mode.ROOM, Mode.ONLINE),
        objectives=tuple(Ref(name, HERE) for name in names),
        blocks=blocks,
    )


def _block(rng: Random, piece: Piece, names: list[str]) -> Block:
    short = Short(minutes=piece.short, how="less", span=HERE) if piece.short is not None else None
    other = Variant(fields=(("minutes", rng.randint(1, 40)),), span=HERE)
    return Block(
        id=piece.id,
        kind=piece.kind,
        minutes=piece.minutes,
        span=HERE,
        interact=rng.choice(tuple(Interact)),
        objectives=tuple(Ref(n, HERE) for n in names if rng.random() < 0.4),
        instructions=rng.randint(0, 2),
        if_short=short,
        must=piece.must,
        online=other if rng.random() < 0.2 else None,
        modes=(Mode.ROOM,) if rng.random() < 0.05 else (),
    )


def faults(plan: Workshop, mode: Mode, minutes: int, result: Fitted | Impossible) -> list[str]:
    """What is wrong with a fitted plan; empty when every promise is kept."""
    if isinstance(result, Impossible):
        named = {block.id for block in plan.blocks}.issuperset(result.blocks)
        return [] if result.reason and named else ["it does not say why"]
    before = {block.id: block for block in plan.for_mode(mode).blocks}
    after = {block.id: block for block in result.workshop.blocks}
    found = []
    if sum(block.minutes for block in after.values()) != minutes:
        found.append("the minutes do not add up")
    for stretch in stretches(result.workshop.blocks):
        worked = sum(block.minutes for block in stretch)
        found += [f"no break from {stretch[0].id}"] if worked > LONGEST_STRETCH[mode] else []
    for name, block in before.items():
        short = block.if_short.minutes if block.if_short else None
        now = after[name].minutes if name in after else 0
        free = block.kind is BlockKind.BUFFER and short is None and not block.must
        least = 0 if free else block.minutes if short is None else min(short, block.minutes)
        if block.must and not now:
            found.append(f"{name} must stay")
        elif now < least:
            found.append(f"{name} is shorter than its author allows")
    order = [name for name in after if name in before]
    if order != [name for name in before if name in after]:
        found.append("the order changed")
    return found + _untold(before, after, result)


def _untold(before: dict[str, Block], after: dict[str, Block], result: Fitted) -> list[str]:
    """Changes that the list of cuts does not name, or names wrongly."""
    told = {cut.block: (cut.before, cut.after) for cut in result.cuts}
    true = {
        name: (
            before[name].minutes if name in before else 0,
            after[name].minutes if name in after else 0,
        )
        for name in {*before, *after}
    }
    changed = {name: pair for name, pair in true.items() if pair[0] != pair[1]}
    found = [] if told == changed else [f"told {told}, changed {changed}"]
    if any(not cut.how or (cut.change is Change.OUT) != (cut.after == 0) for cut in result.cuts):
        found.append("a cut does not say how")
    kept = {ref.id for ref in result.workshop.objectives}
    lost = {ref.id for ref in result.lost}
    if kept & lost or any(ref.id in lost for b in after.values() for ref in b.objectives):
        found.append("a lost objective is still promised")
    return found
