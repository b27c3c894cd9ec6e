"""The timetable: minutes, modes and clocks that change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.diagnostics import Span
from builder.model.agenda import (
    agenda,
    cohort_agenda,
    happens_twice,
    starting_instant,
    working_minutes,
)
from builder.model.parts import Ref
from builder.model.workshop import (
    Block,
    BlockKind,
    Cohort,
    Material,
    Mode,
    Per,
    Variant,
    Workshop,
)

HERE = Span("content/workshops/a.yml", 1, 1)


def block(name: str, kind: BlockKind, minutes: int, **more: object) -> Block:
    return replace(Block(id=name, kind=kind, minutes=minutes, span=HERE), **more)  # type: ignore[arg-type]


PLAN = Workshop(
    id="a",
    path=HERE.path,
    title="A",
    language="en",
    duration=60,
    span=HERE,
    modes=(Mode.ROOM, Mode.ONLINE),
    materials=(
        Material(id="notes", text="Notes", span=HERE, per=Per.PERSON, qty=4, mode=Mode.ROOM),
    ),
    blocks=(
        block("open", BlockKind.OPEN, 10),
        block(
            "pairs",
            BlockKind.ACTIVITY,
            30,
            online=Variant(fields=(("minutes", 25), ("tool", "breakout rooms")), span=HERE),
        ),
        block("rest", BlockKind.BREAK, 5, modes=(Mode.ONLINE,)),
        block("close", BlockKind.CLOSE, 20),
    ),
)


def cohort(start: str, tz: str = "Europe/Berlin", mode: Mode = Mode.ROOM) -> Cohort:
    return Cohort(
        id="c", path="", workshop=Ref("a", HERE), start=start, tz=tz, mode=mode, span=HERE
    )


def test_each_mode_has_its_own_minutes():
    room, online = agenda(PLAN, Mode.ROOM), agenda(PLAN, Mode.ONLINE)
    assert [(s.block.id, s.start_minute, s.end_minute) for s in room] == [
        ("open", 0, 10), ("pairs", 10, 40), ("close", 40, 60),
    ]  # fmt: skip
    assert [(s.block.id, s.start_minute, s.end_minute) for s in online] == [
        ("open", 0, 10), ("pairs", 10, 35), ("rest", 35, 40), ("close", 40, 60),
    ]  # fmt: skip
    assert online[1].block.tool == "breakout rooms"
    assert working_minutes(slot.block for slot in online) == 55


def test_a_plan_for_one_mode_keeps_nothing_of_the_other():
    online = PLAN.for_mode(Mode.ONLINE)
    assert online.modes == (Mode.ONLINE,)
    assert online.materials == ()
    assert all(b.room is None and b.online is None and not b.modes for b in online.blocks)


def test_a_block_names_no_material_of_the_other_mode():
    notes, unknown = Ref("notes", HERE), Ref("unknown", HERE)
    blocks = (replace(PLAN.blocks[1], materials=(notes, unknown)),)
    plan = replace(PLAN, blocks=blocks)
    assert plan.for_mode(Mode.ROOM).blocks[0].materials == (notes, unknown)
    # What no list names is left for the check to find.
    assert plan.for_mode(Mode.ONLINE).blocks[0].materials == (unknown,)


@pytest.mark.parametrize(("people", "needed"), [(12, 48), (14, 56)])
def test_quantities_per_person(people, needed):
    assert PLAN.materials[0].needed(people, 4) == needed


def test_quantities_per_table_and_room():
    sheets = replace(PLAN.materials[0], per=Per.TABLE, qty=2)
    assert sheets.needed(14, 4) == 8
    assert replace(sheets, per=Per.ROOM).needed(14, 4) == 2


def test_an_hour_stays_an_hour_when_clocks_change():
    """In Berlin the clocks go back from three to two on 25 October 2026."""
    slots = cohort_agenda(PLAN, cohort("2026-10-25T02:30", mode=Mode.ROOM))
    assert [s.start.isoformat() for s in slots] == [
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:40:00+02:00",
        "2026-10-25T02:10:00+01:00",
    ]


def test_overrides_of_a_cohort():
    longer = Variant(fields=(("minutes", 40),), span=HERE)
    run = replace(
        cohort("2026-12-03T09:30"), overrides=((Ref("pairs", HERE), longer),), duration=70
    )
    plan = run.plan(PLAN)
    assert plan.duration == 70
    assert [s.start.strftime("%H:%M") for s in cohort_agenda(PLAN, run)] == [
        "09:30", "09:40", "10:20",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "tz", "said"),
    [
        ("2026-03-29T02:30", "Europe/Berlin", "skip"),
        ("2026-12-03T09:30", "Europe/Nowhere", "no time zone"),
        ("2026-12-03T09:30", "../etc/passwd", "no time zone"),
        ("next week", "Europe/Berlin", "no date and time"),
        ("2026-13-03T09:30", "Europe/Berlin", "no date and time"),
        ("2026-12-03", "Europe/Berlin", "no date and time"),
        ("2026-12-03T09:30+01:00", "Europe/Berlin", "no date and time"),
        ("0001-01-01T00:00", "Asia/Tokyo", "no date and time"),
    ],
)
def test_times_that_no_clock_shows(start, tz, said):
    with pytest.raises(ValueError, match=said):
        starting_instant(cohort(start, tz))


def test_a_time_that_happens_twice():
    assert happens_twice(cohort("2026-10-25T02:30"))
    assert not happens_twice(cohort("2026-10-25T04:30"))
    assert not happens_twice(cohort("2026-03-29T02:30"))
