"""A run of a workshop as a calendar file (RFC 5545).

Times are written in UTC, so that every calendar shows them in its owner's zone and no table of
zones has to be shipped. The stamp is the start: a file made twice is the same file.
"""

from __future__ import annotations

from datetime import UTC, datetime

from builder.model.agenda import ClockSlot, cohort_agenda
from builder.model.course import Course
from builder.model.workshop import PAUSES, Cohort, Workshop
from builder.publish.bundle import digest


def calendar(course: Course, plan: Workshop, cohort: Cohort) -> bytes:
    """One event from the first block to the last, with the timetable as its description."""
    from icalendar import Calendar, Event

    slots = cohort_agenda(plan, cohort)
    entry = Event()
    entry.add("uid", f"{digest(course.id, plan.id, cohort.id).hex()}@coursewright.invalid")
    entry.add("dtstamp", _utc(slots[0].start))
    entry.add("dtstart", _utc(slots[0].start))
    entry.add("dtend", _utc(slots[-1].end))
    entry.add("summary", plan.title)
    entry.add("description", _timetable(slots, cohort))
    if cohort.where:
        entry.add("location", cohort.where)
    if course.url:
        entry.add("url", course.url)
    holder = Calendar()
    holder.add("prodid", "-//Coursewright//Workshop//EN")
    holder.add("version", "2.0")
    holder.add("method", "PUBLISH")
    holder.add_component(entry)
    data: bytes = holder.to_ical()
    return data


def _timetable(slots: tuple[ClockSlot, ...], cohort: Cohort) -> str:
    rows = [f"{slot.start:%H:%M} {_name(slot)}" for slot in slots]
    return "\n".join([*rows, f"{slots[-1].end:%H:%M} ({cohort.tz})"])


def _name(slot: ClockSlot) -> str:
    block = slot.block
    return block.title or (block.kind.value if block.kind in PAUSES else block.id)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
