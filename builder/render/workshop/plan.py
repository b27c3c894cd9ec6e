"""A plan as it runs once, with all that its kit shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from markupsafe import Markup

from builder.model.agenda import agenda, cohort_agenda, starting_instant, working_minutes
from builder.model.course import Course
from builder.model.urls import page_url
from builder.model.workshop import (
    LEARNER_ACTIVE,
    Cohort,
    Interact,
    Material,
    Mode,
    Per,
    Prework,
    Workshop,
)
from builder.render.words import Words
from builder.render.workshop.asked import Setting
from builder.render.workshop.blocks import Blocks, Moment
from builder.render.workshop.qr import qr
from builder.render.workshop.slide import Slide
from builder.render.workshop.slides import deck
from builder.render.workshop.stock import Stock
from builder.render.workshop.times import clock, length, long_date, time_of_day
from builder.render.workshop.views import (
    BlockView,
    Copies,
    Layout,
    Lesson,
    MaterialRow,
    PlanView,
)


@dataclass(frozen=True, slots=True)
class Run:
    """One way a plan runs: in a mode, for a cohort where there is one."""

    workshop: Workshop
    mode: Mode
    cohort: Cohort | None = None

    @property
    def plan(self) -> Workshop:
        """The plan with what the mode and the cohort change."""
        return self.cohort.plan(self.workshop) if self.cohort else self.workshop.for_mode(self.mode)

    @property
    def people(self) -> int:
        """How many people to count for: those who come, else as many as the plan takes."""
        known = self.cohort.people if self.cohort else 0
        return known or self.workshop.group_max


class Kit(NamedTuple):
    """A plan with its slides."""

    plan: PlanView
    slides: tuple[Slide, ...]


def kit(run: Run, course: Course, stock: Stock, setting: Setting) -> Kit:
    """All that the kit of one run shows."""
    plan = _Planner(run, course, stock, setting).view()
    slides, spans = deck(plan, setting.words)
    blocks = tuple(replace(block, slides=spans[block.id]) for block in plan.blocks)
    return Kit(replace(plan, blocks=blocks), slides)


class _Times(NamedTuple):
    """What the clock says: each block's times, and those of the whole."""

    moments: tuple[Moment, ...]
    begin: str
    end: str
    date: str


class _Planner:
    def __init__(self, run: Run, course: Course, stock: Stock, setting: Setting) -> None:
        self.run = run
        self.course = course
        self.stock = stock
        self.setting = setting
        self.words: Words = setting.words
        self.plan = run.plan

    def view(self) -> PlanView:
        run, plan, words = self.run, self.plan, self.words
        return PlanView(
            id=plan.id,
            mode=run.mode.value,
            mode_label=str(getattr(words, f"kit_mode_{run.mode.value}")),
            course=self.course.title,
            course_url=self.course.url,
            version=self.course.version,
            title=plan.title,
            description=self.setting.inline(plan.description, plan.path),
            audience=self.setting.inline(plan.audience, plan.path),
            objectives=tuple(self._goals()),
            prework=tuple(filter(None, map(self._prework, plan.prework))),
            lessons=tuple(map(self._lesson, self.stock.lessons)),
            blocks=self.blocks,
            people=run.people,
            people_text=self._people(),
            materials=tuple(map(self._material, plan.materials)),
            copies=tuple(self._copies(self.blocks)),
            layout=self._layout(),
            **self._date(),
            **self._minutes(),
            **self._evaluation(),
        )

    def _date(self) -> dict[str, Any]:
        """When and where it takes place, as far as that is known."""
        times, cohort = self.times, self.run.cohort
        found = {"date": times.date, "begin": times.begin, "end": times.end}
        if cohort is None:
            nothing = dict.fromkeys(("cohort", "zone", "where", "instant"), "")
            return {**found, **nothing, "facilitators": ()}
        return {
            **found,
            "cohort": cohort.id,
            "zone": cohort.tz,
            "where": cohort.where,
            "instant": f"{starting_instant(cohort):%Y-%m-%dT%H:%M:%SZ}",
            "facilitators": cohort.facilitators,
        }

    def _minutes(self) -> dict[str, Any]:
        """How long it lasts, and how that time is spent."""
        blocks = self.plan.blocks
        total, working = sum(block.minutes for block in blocks), working_minutes(blocks)
        active = sum(block.minutes for block in blocks if block.kind in LEARNER_ACTIVE)
        return {
            "minutes": total,
            "length": length(total, self.words),
            "working": working,
            "pause": total - working,
            "share": round(100 * active / working) if working else 0,
            "savable": sum(block.short.saved for block in self.blocks if block.short),
        }

    def _evaluation(self) -> dict[str, Any]:
        plan = self.plan
        return {
            "attendance": round(100 * plan.attendance) if plan.attendance else 0,
            "followup": plan.evaluation.followup_days or 0,
            "pre": plan.evaluation.pre is not None,
            "post": plan.evaluation.post is not None,
            "reaction": bool(plan.evaluation.reaction),
        }

    @cached_property
    def blocks(self) -> tuple[BlockView, ...]:
        maker = Blocks(self.plan, self.stock, self.setting)
        pairs = zip(self.plan.blocks, self.times.moments, strict=True)
        return tuple(maker.view(block, moment) for block, moment in pairs)

    @cached_property
    def times(self) -> _Times:
        """Clock times of the cohort's zone, else minutes from the start."""
        slots = agenda(self.plan, self.run.mode)
        if self.run.cohort is None:
            moments = [
                Moment(n, s.start_minute, clock(s.start_minute), clock(s.end_minute))
                for n, s in enumerate(slots, 1)
            ]
            return _Times(tuple(moments), clock(0), clock(slots[-1].end_minute if slots else 0), "")
        timed = cohort_agenda(self.run.workshop, self.run.cohort)
        moments = [
            Moment(n, s.start_minute, time_of_day(t.start), time_of_day(t.end))
            for n, (s, t) in enumerate(zip(slots, timed, strict=True), 1)
        ]
        day = datetime.fromisoformat(self.run.cohort.start)
        end = time_of_day(timed[-1].end) if timed else time_of_day(day)
        return _Times(tuple(moments), time_of_day(day), end, long_date(day.date(), self.words))

    def _people(self) -> str:
        plan, words = self.plan, self.words
        if self.run.cohort and self.run.cohort.people:
            return words("kit_people_known", n=self.run.people)
        return words("kit_people_range", low=plan.group_min, high=plan.group_max)

    def _goals(self) -> list[Markup]:
        texts = map(self.stock.objective, self.plan.objectives)
        return [self.setting.inline(text, self.plan.path) for text in texts if text]

    def _prework(self, one: Prework) -> Lesson | None:
        if one.lesson.id not in self.stock.lessons:
            return None
        lesson = self._lesson(one.lesson.id)
        return lesson._replace(minutes=one.minutes) if one.minutes else lesson

    def _lesson(self, name: str) -> Lesson:
        entry = self.stock.lessons[name].entry
        url = f"{self.course.url}{page_url(entry.path)}" if self.course.url else ""
        return Lesson(name, entry.title, url, entry.minutes, qr(url, entry.title))

    def _material(self, material: Material) -> MaterialRow:
        counted = self.words(f"kit_per_{material.per.value}", n=material.qty)
        amount = material.needed(self.run.people, self.plan.table)
        text = self.setting.inline(material.text, self.plan.path)
        return MaterialRow(text, amount, "" if material.per is Per.ROOM else counted)

    def _copies(self, blocks: Sequence[BlockView]) -> list[Copies]:
        """What to print, and how often; the guide and the key are for the facilitators."""
        words, people = self.words, self.run.people
        leads = max(1, len(self.run.cohort.facilitators) if self.run.cohort else 1)
        found = [
            Copies("guide", words.kit_guide, leads),
            Copies("answer-key", words.kit_key, leads),
        ]
        found.append(Copies("workbook", words.kit_workbook, people))
        for block in blocks:
            if block.handout:
                title = words("kit_handout_of", title=block.title.striptags())
                found.append(Copies(f"handouts/{block.handout}", title, self._sheets(block)))
        evaluation = self.plan.evaluation
        forms = {
            "pre-test": (evaluation.pre, words.kit_pre),
            "post-test": (evaluation.post, words.kit_post),
            "reaction": (evaluation.reaction, words.kit_reaction),
        }
        found += [Copies(page, title, people) for page, (there, title) in forms.items() if there]
        found.append(Copies("attendance", words.kit_attendance, 1))
        return found

    def _sheets(self, block: BlockView) -> int:
        """Small groups share a sheet; everyone else has one of their own."""
        people, table = self.run.people, max(1, self.plan.table)
        shared = block.group == getattr(self.words, f"kit_with_{Interact.SMALL_GROUPS.value}")
        return -(-people // table) if shared and not block.exercise else people

    def _layout(self) -> Layout:
        people, seats = self.run.people, max(1, self.plan.table)
        own = dict(self.plan.setup).get(self.run.mode, "")
        return Layout(-(-people // seats), seats, people, self.setting.block(own, self.plan.path))
