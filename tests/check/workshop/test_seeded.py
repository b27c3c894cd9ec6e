"""Faults planted in a good plan: each is found, under its own code, at its own line."""

from __future__ import annotations

import pytest

from builder.check import explain
from check.workshop.course import COHORT, FILES, HALF_DAY, PLAN, findings

EXAMPLE = "content/m/empathy.md"

FAULTS = [
    # W01-W04
    ("duplicate-plan-id", PLAN, "{id: tiesq,", "{id: ties,"),
    ("duplicate-plan-id", PLAN, "{id: flip,", "{id: sticky,"),
    ("duplicate-workshop", PLAN, "", ""),
    ("wrong-value", PLAN, "kind: energiser", "kind: energizer"),
    ("wrong-value", PLAN, "minutes: 12, interact: none, uses: emp", "minutes: 0, uses: emp"),
    ("wrong-type", PLAN, "minutes: 27", "minutes: half an hour"),
    ("missing-key", PLAN, "minutes: 20, interact: pairs", "interact: pairs"),
    ("no-interaction", PLAN, "minutes: 6, interact: poll", "minutes: 6"),
    # W05-W08
    ("plan-section", PLAN, "empathy#three-kinds", "empathy#three-sorts"),
    ("plan-section", PLAN, "empathy#three-kinds", "sympathy#three-kinds"),
    ("plan-section", PLAN, "{lesson: networks", "{lesson: network"),
    ("plan-section", EXAMPLE, "## Three kinds", "## Three sorts"),
    ("plan-question", PLAN, "items: [e1, e3]", "items: [e1, e9]"),
    ("plan-question", PLAN, "quiz: networks", "quiz: netwerks"),
    ("plan-question", PLAN, "quiz: networks, items", "items"),
    ("plan-takeaway", PLAN, "takeaway: triad", "takeaway: trial"),
    ("plan-takeaway", PLAN, "part: 1", "part: 3"),
    ("plan-objective", PLAN, "objectives: [networks.o1, ", "objectives: [networks.o9, "),
    ("unpromised-objective", PLAN, "[networks.o1, networks.o2, networks.o3,", "[networks.o1,"),
    ("plan-material", PLAN, "materials: [cards]", "materials: [card-deck]"),
    # W09-W12
    ("activity-without-task", PLAN, ', do: "Plan one real ask"', ""),
    ("activity-without-debrief", PLAN, ', debrief: ["What did you change?"]', ""),
    ("if-short-not-shorter", PLAN, "if_short: {minutes: 18", "if_short: {minutes: 27"),
    ("must-left-out", PLAN, "if_short: {minutes: 18", "must: true, if_short: {minutes: 0"),
    ("long-script", PLAN, "This is for you.", "word " * 1500),
    ("long-instructions", PLAN, "instructions: 2", "instructions: 20"),
    # W20-W25
    ("plan-duration", PLAN, "duration: 240", "duration: 250"),
    ("plan-duration", PLAN, "tool: breakout rooms of 3", "minutes: 30"),
    ("plan-duration", COHORT, "minutes: 21", "minutes: 25"),
    ("long-input", PLAN, "minutes: 15, interact: none", "minutes: 25, interact: none"),
    ("missing-break", PLAN, "break1, kind: break", "break1, interact: none, kind: open"),
    ("small-buffer", PLAN, "flex, kind: buffer", "flex, kind: discussion"),
    ("passive-plan", PLAN, "{id: map, kind: activity", "{id: map, kind: open"),
    ("uncuttable-plan", PLAN, "flex, kind: buffer", "flex, kind: discussion"),
    # W30, W31
    ("unpractised-objective", PLAN, "[influence.o2, networks.o3]", "[influence.o2]"),
    ("untested-objective", PLAN, "takeaway: triad, ", ""),
    # W40-W47
    ("no-reaction-form", PLAN, "  reaction: standard-l1\n", ""),
    ("different-tests", PLAN, "post: {quiz: influence", "post: {quiz: empathy"),
    ("score-without-test", PLAN, "  post: {quiz: influence, items: [i1, i2, i3]}\n", ""),
    ("group-size", PLAN, "min: 8", "min: 21"),
    ("cohort-group", COHORT, "people: 14", "people: 21"),
    ("cohort-group", COHORT, "people: 14", "people: 7"),
    ("cohort-clock", COHORT, "2026-12-03T09:30", "2026-03-29T02:30"),
    ("cohort-clock", COHORT, "2026-12-03T09:30", "2026-10-25T02:30"),
    ("cohort-clock", COHORT, "2026-12-03T09:30", "2026-13-03T09:30"),
    ("cohort-clock", COHORT, "2026-12-03T09:30", "3 December"),
    ("cohort-clock", COHORT, "Europe/Berlin", "Europe/Bonn"),
    ("cohort-mode", PLAN, "modes: [room, online]", "modes: [online]"),
    ("cohort-block", COHORT, "flex:", "flux:"),
    ("plan-takeaway", COHORT, "minutes: 21", "minutes: 21, takeaway: trial"),
    ("unknown-workshop", COHORT, "half-day", "half-week"),
    ("wrong-value", COHORT, "[lead]", "[Ada Lovelace]"),
    ("room-only-activity", PLAN, ", online: {tool: shared board}", ""),
]  # fmt: skip


def test_the_plan_has_no_fault():
    assert findings() == ()


def test_an_exercise_may_be_named_with_its_lesson():
    plan = HALF_DAY.replace("takeaway: triad", "takeaway: empathy.triad")
    assert findings({**FILES, PLAN: plan}) == ()
    plan = HALF_DAY.replace("takeaway: triad", "takeaway: networks.triad")
    assert [finding.code for finding in findings({**FILES, PLAN: plan})] == ["plan-takeaway"]


@pytest.mark.parametrize(
    ("code", "path", "old", "new"), FAULTS, ids=[f"{n}-{f[0]}" for n, f in enumerate(FAULTS)]
)
def test_a_planted_fault_is_found(code, path, old, new):
    files = dict(FILES)
    if code == "duplicate-workshop":
        files["content/workshops/other.yml"] = HALF_DAY
    else:
        assert old in files[path]
        files[path] = files[path].replace(old, new, 1)
    found = {finding.code: finding for finding in findings(files)}
    assert code in found
    assert found[code].span.line > 0
    assert found[code].hint or code in ("wrong-type", "wrong-value")
    assert explain(code)


def test_a_renamed_heading_names_file_line_and_what_there_is_now():
    files = {**FILES, EXAMPLE: FILES[EXAMPLE].replace("## Three kinds", "## Kinds of three")}
    (found,) = findings(files)
    line = next(n for n, row in enumerate(HALF_DAY.split("\n"), 1) if "three-kinds" in row)
    assert (found.span.path, found.span.line) == (PLAN, line)
    assert "'Empathy' has no section 'three-kinds'" in found.message
    assert "kinds-of-three" in found.hint
    assert found.see[0][0].path == EXAMPLE


def test_a_plan_that_could_not_be_read_whole_is_not_judged():
    """One mistake, one finding: minutes that are missing do not add up, of course."""
    files = {**FILES, PLAN: HALF_DAY.replace("minutes: 27", "minutes: soon")}
    assert [finding.code for finding in findings(files)] == ["wrong-type"]


@pytest.mark.parametrize("kind", ["activity-without-debrief", "long-input", "missing-break"])
def test_one_finding_for_what_both_modes_share(kind):
    (path, old, new) = next((f[1], f[2], f[3]) for f in FAULTS if f[0] == kind)
    files = {**FILES, path: FILES[path].replace(old, new, 1)}
    found = [finding for finding in findings(files) if finding.code == kind]
    assert len({finding.message for finding in found}) == len(found)
    if kind != "missing-break":
        assert len(found) == 1
        assert "online" not in found[0].message
