"""Fitting plans into other minutes, over random plans and the shipped ones."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random

import pytest
from check.workshop.random_plans import (
    HERE,
    LIMITS,
    faults,
    random_minutes,
    random_pieces,
    random_workshop,
)

from builder.check import check_workshop
from builder.diagnostics import Level
from builder.model.fit import Change, Fitted, Impossible, fit
from builder.model.replan import BREAK, Conflict, Form, Piece, Why, replan
from builder.model.workshop import PAUSES, BlockKind, Mode, Short, Workshop
from builder.read.workshop import read_workshop

CASES = int(os.environ.get("COURSEWRIGHT_CASES", "1000"))
PLANS = sorted((Path(__file__).parents[2] / "content/workshops").glob("*.yml"))


def test_random_plans_fit_or_say_why():
    """No must-block is dropped, no stretch too long, no minute wrong, no change untold."""
    fitted = 0
    for seed in range(CASES):
        rng = Random(seed)
        plan = random_workshop(rng)
        mode = rng.choice(plan.modes)
        minutes = max(1, plan.duration + rng.randint(-60, 20))
        result = fit(plan, mode, minutes)
        fitted += isinstance(result, Fitted)
        assert faults(plan, mode, minutes, result) == [], seed
    assert fitted > CASES * 3 // 10


def possible(pieces: tuple[Piece, ...], minutes: int, limit: int) -> bool:
    """Whether any choice of full and short pieces, with breaks of five minutes wherever they are
    needed, takes no more than these minutes: found by trying all of them."""
    forms = [
        {
            piece.minutes,
            piece.minutes
            if piece.short is None or (piece.must and not piece.short)
            else min(piece.short, piece.minutes),
        }
        | (
            {0}
            if piece.kind is BlockKind.BUFFER and piece.short is None and not piece.must
            else set()
        )
        for piece in pieces
    ]
    for chosen in product(*forms):
        spent = worked = 0
        for piece, lasts in zip(pieces, chosen, strict=True):
            if piece.kind in PAUSES and lasts:
                worked = 0
            elif worked + lasts > limit:
                spent += BREAK
                worked = lasts
            else:
                worked += lasts
            spent += lasts
            if worked > limit:
                spent = minutes + 1
        if spent <= minutes:
            return True
    return False


def test_what_is_called_impossible_is_impossible():
    refused = 0
    for seed in range(400):
        rng = Random(seed)
        pieces = random_pieces(rng, 7)
        minutes, limit = random_minutes(rng, pieces), rng.choice(LIMITS)
        result = replan(pieces, minutes, limit)
        if isinstance(result, Conflict) and result.why is not Why.LONG:
            refused += 1
            assert not possible(pieces, minutes, limit), seed
            if result.why is Why.SHORT:
                assert possible(pieces, result.minutes, limit), seed
                assert not possible(pieces, result.minutes - 1, limit), seed
    assert refused > 50


def test_what_is_left_out_costs_least_among_equal_ways():
    pieces = (
        Piece("open", BlockKind.OPEN, 5),
        Piece("a", BlockKind.ACTIVITY, 20, 10, must=True),
        Piece("b", BlockKind.INPUT, 20, 10),
        Piece("c", BlockKind.QUIZ, 10, 0),
    )
    found = replan(pieces, 45, 90)
    assert [(part.id, part.minutes, part.form) for part in found] == [
        ("open", 5, Form.FULL),
        ("a", 20, Form.FULL),
        ("b", 10, Form.SHORT),
        ("c", 10, Form.FULL),
    ]


def test_the_time_already_worked_counts():
    """In the live view the group may have worked for an hour when the rest is planned anew."""
    pieces = (Piece("a", BlockKind.ACTIVITY, 30), Piece("c", BlockKind.CLOSE, 10))
    assert [part.minutes for part in replan(pieces, 40, 60)] == [30, 10]
    found = replan(pieces, 45, 60, since=40)
    assert [(part.kind, part.minutes) for part in found] == [
        (BlockKind.BREAK, 5), (BlockKind.ACTIVITY, 30), (BlockKind.CLOSE, 10),
    ]  # fmt: skip
    assert replan(pieces, 44, 60, since=40) == Conflict(Why.SHORT, ("a", "c"), 45)


def test_no_time_and_no_pieces():
    assert replan((), 0, 90) == ()
    assert replan((), 5, 90) == Conflict(Why.LONG, (), 0)


def shipped(path: Path) -> Workshop:
    return read_workshop(f"content/workshops/{path.name}", path.read_bytes()).value


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
@pytest.mark.parametrize("mode", Mode)
def test_shipped_plans_can_lose_a_quarter_of_their_time(path, mode):
    plan = shipped(path)
    for minutes in range(plan.duration * 3 // 4, plan.duration + 11):
        result = fit(plan, mode, minutes)
        assert isinstance(result, Fitted), minutes
        assert faults(plan, mode, minutes, result) == []
        found = check_workshop(result.workshop)
        assert [f for f in found if f.level is Level.ERROR] == [], minutes


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_nothing_changes_when_the_minutes_do_not(path):
    plan = shipped(path)
    for mode in plan.modes:
        result = fit(plan, mode, plan.duration)
        assert isinstance(result, Fitted)
        assert result.cuts == ()
        assert result.workshop == plan.for_mode(mode)


def test_an_hour_instead_of_ninety_minutes():
    result = fit(shipped(next(p for p in PLANS if "90" in p.name)), Mode.ROOM, 60)
    assert isinstance(result, Fitted)
    cuts = {cut.block: cut for cut in result.cuts}
    assert cuts["triads"].change is Change.SHORTER
    assert (cuts["triads"].before, cuts["triads"].after) == (24, 17)
    assert "Two rounds" in cuts["triads"].how
    assert cuts["pre"].change is Change.OUT
    (triads,) = (block for block in result.workshop.blocks if block.id == "triads")
    assert triads.do.startswith("**Shorter: Two rounds")


def test_a_conflict_names_the_blocks_and_their_minutes():
    result = fit(shipped(next(p for p in PLANS if "90" in p.name)), Mode.ROOM, 40)
    assert isinstance(result, Impossible)
    assert "needs 60 minutes" in result.reason
    assert "triads 17" in result.reason
    assert result.minutes == 60


def test_a_block_nobody_could_sit_through():
    plan = shipped(PLANS[0])
    long = replace(plan.blocks[0], minutes=70, if_short=None)
    result = fit(replace(plan, blocks=(long, *plan.blocks[1:])), Mode.ONLINE, 240)
    assert isinstance(result, Impossible)
    assert result.blocks == (long.id,)
    assert "at least 70 minutes" in result.reason


def test_too_much_time_is_a_conflict_as_well():
    result = fit(shipped(PLANS[0]), Mode.ROOM, 480)
    assert isinstance(result, Impossible)
    assert "of 480 minutes at most" in result.reason


def test_a_plan_loses_the_promise_it_no_longer_keeps():
    plan = shipped(next(p for p in PLANS if "90" in p.name))
    out = Short(minutes=0, how="at home", span=HERE)
    blocks = tuple(replace(b, if_short=out) if b.id == "offer" else b for b in plan.blocks)
    result = fit(replace(plan, blocks=blocks), Mode.ROOM, 50)
    assert isinstance(result, Fitted)
    assert [ref.id for ref in result.lost] == ["building-relationships-and-networks.make-offer"]
    assert {f.level for f in check_workshop(result.workshop)} <= {Level.WARNING}


def test_a_mode_that_the_plan_does_not_have():
    plan = replace(shipped(PLANS[0]), modes=(Mode.ROOM,))
    with pytest.raises(ValueError, match="online"):
        fit(plan, Mode.ONLINE, 60)
