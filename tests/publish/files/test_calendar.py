"""Calendar files over the nights on which the clocks change."""

from __future__ import annotations

from dataclasses import replace

import pytest
import vobject
from kits import project

from builder.publish.files.calendar import calendar


@pytest.mark.parametrize(
    ("start", "zone", "begin"),
    [
        ("2027-03-27T23:30", "Europe/Berlin", "2027-03-27T22:30:00+00:00"),
        ("2027-10-31T00:30", "Europe/Berlin", "2027-10-30T22:30:00+00:00"),
        ("2027-11-07T00:45", "America/New_York", "2027-11-07T04:45:00+00:00"),
        ("2027-06-01T09:00", "Asia/Kathmandu", "2027-06-01T03:15:00+00:00"),
    ],
)
def test_a_workshop_lasts_as_long_as_planned(start, zone, begin):
    course = project().course
    plan = next(w for w in course.workshops if w.id == "half-day-of-trust")
    cohort = next(c for c in course.cohorts if c.workshop.id == plan.id)
    data = calendar(course, plan, replace(cohort, start=start, tz=zone))
    event = vobject.readOne(data.decode()).vevent
    assert event.dtstart.value.isoformat() == begin
    length = event.dtend.value - event.dtstart.value
    assert length.total_seconds() == plan.duration * 60
