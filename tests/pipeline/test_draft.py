"""Drafts pass the checker whatever the lessons and the minutes, and files say what plans are."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from check.workshop.random_plans import random_workshop

from builder.check import check_workshop
from builder.check.facts import Facts
from builder.check.workshop.references import references
from builder.diagnostics import Failure
from builder.model.agenda import agenda
from builder.model.fit import Fitted, fit
from builder.model.tree import Tree
from builder.model.workshop import BlockKind, Mode
from builder.pipeline import Options, load
from builder.pipeline.draft import draft
from builder.pipeline.plan_text import plan_text
from builder.read.workshop import read_workshop

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def course():
    return load(Options(root=ROOT, jobs=1)).course


def bare(plan: object) -> str:
    """A plan without the places of its parts."""
    return re.sub(r"Span\([^)]*\)", "", repr(plan))


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_drafts_pass_the_checker_for_any_time(course, count):
    lessons = [entry for _, entry in course.lessons()][:count]
    made = 0
    for minutes in range(35, 481, 15):
        try:
            plan = draft(course, lessons, minutes, "drafted")
        except Failure:
            continue
        read = read_workshop(plan.path, plan_text(plan).encode())
        assert read.findings == ()
        assert check_workshop(read.value) == (), minutes
        made += 1
    assert made > 20


def test_a_lesson_without_questions_has_no_test_and_passes(course):
    (check,) = (entry for _, entry in course.lessons() if entry.id == "final-assessment")
    for minutes in range(35, 120, 5):
        plan = draft(course, [check], minutes, "drafted")
        assert plan.evaluation.pre is None
        assert check_workshop(plan) == (), minutes


def test_a_draft_of_a_day_has_lunch_and_uses_every_lesson(course):
    lessons = [entry for _, entry in course.lessons()][:6]
    plan = draft(course, lessons, 420, "day")
    kinds = [block.kind for block in plan.blocks]
    assert kinds.count(BlockKind.LUNCH) == 1
    assert {ref.lesson for block in plan.blocks for ref in block.uses} == {e.id for e in lessons}
    assert agenda(plan, Mode.ONLINE)[-1].end_minute == 420


def test_a_lesson_that_nobody_can_practise_is_refused(course):
    about = next(entry for _, entry in course.lessons())
    empty = about.__class__(
        **{name: getattr(about, name) for name in about.__dataclass_fields__}
        | {"objectives": (), "takeaways": ()}
    )
    with pytest.raises(Failure, match="no objective"):
        draft(course, [empty], 90, "none")


def test_shipped_and_fitted_plans_come_back_from_their_text(course):
    for plan in course.workshops:
        fitted = [fit(plan, mode, plan.duration - 10) for mode in Mode]
        for one in (plan, *(result.workshop for result in fitted if isinstance(result, Fitted))):
            read = read_workshop(plan.path, plan_text(one).encode())
            assert read.findings == ()
            assert bare(read.value) == bare(one)
            alone = replace(course, workshops=(read.value,), cohorts=())
            assert [f.message for f in references(Facts(alone, Tree("content", "quizzes")))] == []


def test_random_plans_come_back_from_their_text():
    for seed in range(50):
        plan = random_workshop(Random(seed))
        read = read_workshop(plan.path, plan_text(plan).encode())
        assert {finding.code for finding in read.findings} <= {"no-interaction"}
        assert bare(read.value.blocks) == bare(plan.blocks)
