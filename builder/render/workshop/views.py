"""What the pages of a workshop kit show, as plain data: every format of the kit is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from builder.render.exercises import TakeawayView
from builder.render.questions.base import NOTHING
from builder.render.workshop.asked import Asked
from builder.render.workshop.keys import Key


class ShortView(NamedTuple):
    """What a block can give: its minutes then (0 = left out), the minutes saved, and how."""

    minutes: int
    saved: int
    how: Markup


class NoteView(NamedTuple):
    """A lesson's note for whoever teaches it."""

    timing: Markup
    prompt: tuple[Markup, ...]
    watch_out: tuple[Markup, ...]
    debrief: tuple[Markup, ...]


class SectionView(NamedTuple):
    """A section of a lesson: `anchor` names it in the guide, `points` are its main points,
    `html` all of it. `picture` is that of the lesson, where the lesson comes up first."""

    anchor: str
    title: Markup
    lesson: str
    points: tuple[Markup, ...]
    html: Markup
    picture: Markup = NOTHING
    caption: Markup = NOTHING


class Lesson(NamedTuple):
    """A lesson by its title; `url` on the web is empty where the course has none, and so is
    `code`, its QR code. `minutes` of reading."""

    id: str
    title: str
    url: str
    minutes: int
    code: Markup = Markup()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A block of the plan. `begin` and `end` are written times, `starts` the minute it begins.

    `label` says what kind it is and `group` who works with whom. `steps` are those of the
    exercise that are done here. `handout` is the name of its sheet, "" where it has none; `cards`
    are what groups sort, to be cut out of it.
    `slides` are the numbers of its first and its last slide.
    """

    id: str
    number: int
    kind: str
    label: str
    title: Markup
    minutes: int
    starts: int
    begin: str
    end: str
    group: str
    pause: bool
    must: bool
    task: Markup
    do: Markup
    say: Markup
    ask: tuple[Markup, ...]
    expect: tuple[Markup, ...]
    screen: Markup
    debrief: tuple[Markup, ...]
    tool: str
    instructions: int
    short: ShortView | None
    objectives: tuple[Markup, ...]
    materials: tuple[Markup, ...]
    sections: tuple[SectionView, ...]
    notes: tuple[NoteView, ...]
    exercise: TakeawayView | None
    steps: tuple[Markup, ...]
    part: int
    asked: tuple[Asked, ...]
    keys: tuple[Key, ...]
    separate: bool
    handout: str
    cards: tuple[Markup, ...] = ()
    slides: tuple[int, int] = (0, 0)


class MaterialRow(NamedTuple):
    """Something to bring: how many, and how that is counted."""

    text: Markup
    amount: int
    counted: str


class Copies(NamedTuple):
    """A sheet of this kit to print, by its page, and the number of copies."""

    page: str
    title: str
    number: int


class Layout(NamedTuple):
    """The room: tables of up to `seats`, and how to set it up. `own` are the plan's words."""

    tables: int
    seats: int
    people: int
    own: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A plan as it runs once: in one mode, and on a date where it is for a cohort. `instant` is
    that start in UTC (ISO 8601), "" without a date."""

    id: str
    mode: str
    mode_label: str
    cohort: str
    title: str
    course: str
    course_url: str
    description: Markup
    audience: Markup
    minutes: int
    length: str
    people: int
    people_text: str
    date: str
    begin: str
    end: str
    instant: str
    zone: str
    where: str
    version: str
    facilitators: tuple[str, ...]
    objectives: tuple[Markup, ...]
    prework: tuple[Lesson, ...]
    lessons: tuple[Lesson, ...]
    materials: tuple[MaterialRow, ...]
    copies: tuple[Copies, ...]
    layout: Layout
    blocks: tuple[BlockView, ...]
    working: int
    pause: int
    share: int
    savable: int
    attendance: int
    followup: int
    pre: bool
    post: bool
    reaction: bool
