"""The timetable of a workshop: minutes from the start, and clock times for a cohort.

Clock times are worked out in UTC and shown in the cohort's zone, so that an hour stays an hour
on the night the clocks change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from builder.model.workshop import PAUSES, Block, Cohort, Mode, Workshop

LONGEST_STRETCH = {Mode.ROOM: 90, Mode.ONLINE: 60}
"""Minutes that people may work without a break."""

_START = re.compile(r"2[01]\d\d-\d\d-\d\d[T ]\d\d:\d\d")
"""Local time to the minute, in years that calendars can hold."""


class Slot(NamedTuple):
    """A block with its first minute and the minute after its last, counted from the start."""

    block: Block
    start_minute: int
    end_minute: int


class ClockSlot(NamedTuple):
    """A block with the times at which it starts and ends in the cohort's zone."""

    block: Block
    start: datetime
    end: datetime


def agenda(workshop: Workshop, mode: Mode) -> tuple[Slot, ...]:
    """Every block of a mode in order, with its minutes."""
    slots = []
    minute = 0
    for block in workshop.for_mode(mode).blocks:
        slots.append(Slot(block, minute, minute + block.minutes))
        minute += block.minutes
    return tuple(slots)


def stretches(blocks: Iterable[Block]) -> list[list[Block]]:
    """The blocks between two breaks, stretch by stretch; none is empty."""
    found: list[list[Block]] = [[]]
    for block in blocks:
        if block.kind in PAUSES:
            found.append([])
        else:
            found[-1].append(block)
    return [stretch for stretch in found if stretch]


def working_minutes(blocks: Iterable[Block]) -> int:
    """The minutes in which people work: all but breaks and lunch."""
    return sum(block.minutes for block in blocks if block.kind not in PAUSES)


def cohort_agenda(workshop: Workshop, cohort: Cohort) -> tuple[ClockSlot, ...]:
    """The agenda of one run in clock time. Raises ValueError for a start or a zone that no
    clock knows."""
    plan = cohort.plan(workshop)
    begin = starting_instant(cohort)
    zone = ZoneInfo(cohort.tz)

    def clock(minute: int) -> datetime:
        return (begin + timedelta(minutes=minute)).astimezone(zone)

    return tuple(
        ClockSlot(slot.block, clock(slot.start_minute), clock(slot.end_minute))
        for slot in agenda(plan, cohort.mode)
    )


def starting_instant(cohort: Cohort) -> datetime:
    """When a cohort starts, in UTC.

    Raises ValueError for an unknown zone, for something that is no date and time, and for a local
    time that the clocks skip.
    """
    try:
        zone = ZoneInfo(cohort.tz)
    except (KeyError, OSError, ValueError) as problem:
        raise ValueError(f"no time zone {cohort.tz!r}") from problem
    local = _local(cohort.start)
    instant = local.replace(tzinfo=zone).astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != local:
        raise ValueError(f"the clocks in {cohort.tz} skip {cohort.start}")
    return instant


def happens_twice(cohort: Cohort) -> bool:
    """Whether the start is a time that the clocks show twice, an hour apart."""
    local = _local(cohort.start).replace(tzinfo=ZoneInfo(cohort.tz))
    first, second = local.replace(fold=0).utcoffset(), local.replace(fold=1).utcoffset()
    return first is not None and second is not None and first > second


def _local(start: str) -> datetime:
    if not _START.fullmatch(start):
        raise ValueError(f"{start!r} is no date and time")
    try:
        return datetime.fromisoformat(start)
    except ValueError:
        raise ValueError(f"{start!r} is no date and time") from None
