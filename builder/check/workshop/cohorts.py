"""Rules about runs of a plan, and about plans beside each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from posixpath import basename

from builder.check.explaining import explained
from builder.check.facts import MARKDOWN, Facts
from builder.check.near import Names, did_you_mean
from builder.check.workshop.modes import WHERE
from builder.check.workshop.timing import wrong_sum
from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.agenda import happens_twice, starting_instant
from builder.model.workshop import Cohort, Workshop

NO_LESSON = ("index.", "readme.")
TEXT_AMONG_PLANS = code(
    "text-among-plans",
    Level.WARNING,
    "A Markdown file lies among workshop plans",
    explained(
        what="The folder of workshop plans holds a Markdown file.",
        why="Nothing in this folder is a lesson, so no learner will see it.",
        fix="Move it into the folder of a module. A note for colleagues may be called README.md.",
    ),
)
DUPLICATE_WORKSHOP = code(
    "duplicate-workshop",
    Level.ERROR,
    "Two workshop plans have the same id",
    explained(
        what="Two files in content/workshops/ have the same `id`. (Rule W01.)",
        why="Cohorts name a plan by it, and each kit has a folder of that name.",
        fix="Give one of them another id.",
    ),
)
UNKNOWN_WORKSHOP = code(
    "unknown-workshop",
    Level.ERROR,
    "A cohort runs a workshop that does not exist",
    explained(
        what="`workshop` in a cohort file is the id of no plan.",
        why="Neither an agenda nor an invitation can be made for it.",
        fix="Write the `id` of a plan in content/workshops/.",
    ),
)
COHORT_MODE = code(
    "cohort-mode",
    Level.ERROR,
    "A cohort runs a plan in a mode it is not made for",
    explained(
        what="The cohort's `mode` is none of the plan's `modes`.",
        why="Minutes, tools and materials of the plan hold for its own modes only.",
        fix="Add the mode to the plan and say under it what differs, or change the cohort.",
    ),
)
COHORT_BLOCK = code(
    "cohort-block",
    Level.ERROR,
    "A cohort changes a block that its plan does not have",
    explained(
        what="A name under `overrides: blocks:` is the id of no block that takes place in this"
        " mode.",
        why="The change would have no effect.",
        fix="Use the id of one of the plan's blocks.",
    ),
)
COHORT_GROUP = code(
    "cohort-group",
    Level.ERROR,
    "A cohort is too small or too large for its plan",
    explained(
        what="`people` lies outside the plan's `group`. (Rule W44.)",
        why="Quantities, tables and the time for sharing results are planned for a group of this"
        " size.",
        fix="Split the group, or change `group` in the plan after looking at its activities.",
    ),
)
COHORT_CLOCK = code(
    "cohort-clock",
    Level.ERROR,
    "A cohort starts at a time that no clock shows",
    explained(
        what="`start` is no local date and time, `tz` is no time zone, or the clocks skip or"
        " repeat this very hour when summer time begins or ends. (Rule W45.)",
        why="The calendar file tells people when to come.",
        fix="Write local time and the zone it is meant in.",
        example="start: 2026-12-03T09:30\ntz: Europe/Berlin",
    ),
)


def text_among_plans(facts: Facts) -> Iterator[Diagnostic]:
    """Lessons do not get lost in the folder of plans."""
    for path in facts.tree.plans:
        if path.lower().endswith(MARKDOWN) and not basename(path).lower().startswith(NO_LESSON):
            hint = "move it into a module's folder, or call it README.md if it is a note"
            yield TEXT_AMONG_PLANS.at(Span(path, 1, 1), "this text is part of no site", hint)


def duplicate_workshop(facts: Facts) -> Iterator[Diagnostic]:
    """W01: plans have different ids."""
    first: dict[str, Workshop] = {}
    for plan in facts.course.workshops:
        if plan.id in first:
            see = ((first[plan.id].span, "the first one"),)
            message = f"two plans have the id {plan.id!r}"
            yield DUPLICATE_WORKSHOP.at(plan.span, message, "give one another id", see)
        first.setdefault(plan.id, plan)


def cohorts(facts: Facts) -> Iterator[Diagnostic]:
    """W20, W44 and W45: a run fits its plan and the calendar."""
    plans = {plan.id: plan for plan in reversed(facts.course.workshops)}
    for cohort in facts.course.cohorts:
        plan = plans.get(cohort.workshop.id)
        if plan is None and cohort.workshop.id:
            hint = did_you_mean(cohort.workshop.id, Names(plans), "write the id of a plan")
            message = f"there is no workshop {cohort.workshop.id!r}"
            yield UNKNOWN_WORKSHOP.at(cohort.workshop.span, message, hint)
        if not cohort.incomplete:
            yield from _clock(cohort)
            if plan and not plan.incomplete:
                yield from _fit(cohort, plan)


def _clock(cohort: Cohort) -> Iterator[Diagnostic]:
    hint = "write it like 2026-12-03T09:30, with a zone such as Europe/Berlin"
    try:
        starting_instant(cohort)
    except ValueError as problem:
        yield COHORT_CLOCK.at(cohort.span, str(problem), hint)
        return
    if happens_twice(cohort):
        message = f"the clocks in {cohort.tz} show {cohort.start} twice"
        yield COHORT_CLOCK.at(cohort.span, message, "start an hour earlier or later")


def _fit(cohort: Cohort, plan: Workshop) -> Iterator[Diagnostic]:
    if not plan.group_min <= cohort.people <= plan.group_max:
        message = (
            f"{cohort.people} people, and the plan is for {plan.group_min} to {plan.group_max}"
        )
        yield COHORT_GROUP.at(cohort.span, message, "split the group, or change the plan")
    if cohort.mode not in plan.modes:
        message = f"the plan {plan.id!r} is not made to run {WHERE[cohort.mode]}"
        yield COHORT_MODE.at(cohort.span, message, "add the mode to the plan, or change the cohort")
        return
    known = {block.id for block in plan.for_mode(cohort.mode).blocks}
    for ref, _ in cohort.overrides:
        if ref.id not in known:
            hint = did_you_mean(ref.id, Names(known), "use the id of a block")
            yield COHORT_BLOCK.at(ref.span, f"the plan has no block {ref.id!r}", hint)
    if not any(wrong_sum(plan.for_mode(cohort.mode))):
        found = wrong_sum(cohort.plan(plan))
        yield from (replace(finding, span=cohort.span) for finding in found)
