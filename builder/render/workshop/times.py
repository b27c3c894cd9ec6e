"""Times and dates as a kit writes them."""

from __future__ import annotations

from datetime import date, datetime

from builder.render.words import Words


def clock(minute: int) -> str:
    """Minutes from the start as hours and minutes: 75 is `1:15`."""
    return f"{minute // 60}:{minute % 60:02d}"


def time_of_day(moment: datetime) -> str:
    """`09:30`: the clock of a day, which no language of the course turns round."""
    return f"{moment:%H:%M}"


def long_date(day: date, words: Words) -> str:
    """`3 December 2026`, in the course's language."""
    months = words.kit_months.split()
    return words("kit_date", day=day.day, month=months[day.month - 1], year=day.year)


def length(minutes: int, words: Words) -> str:
    """A length in words: `90 min`, `4 hours`, `2 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if minutes < 120 or not hours:
        return words("kit_min", n=minutes)
    if not rest:
        return words("kit_whole_hours", n=hours)
    return words("kit_hours", hours=hours, minutes=rest)
