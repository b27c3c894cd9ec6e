"""Plans and cohorts as they are read."""

from __future__ import annotations

import pytest

from builder.diagnostics import Span
from builder.model.parts import Ref
from builder.model.workshop import (
    BlockKind,
    Evaluation,
    Interact,
    Material,
    Mode,
    Per,
    Prework,
    QuizUse,
    SectionRef,
    Short,
)
from builder.read.cohort import read_cohort
from builder.read.workshop import read_workshop

PATH = "content/workshops/02 Half day.yml"
HEAD = "schema: workshop/1\ntitle: T\nduration: 30\n"
BLOCKS = "blocks:\n- {id: a, kind: open, minutes: 30, interact: plenary}\n"


def read(text: str):
    result = read_workshop(PATH, text.encode())
    found = [(f.span.line, f.span.column, f.code) for f in result.findings]
    return result.value, found


def test_what_is_not_said_has_a_default():
    plan, found = read(HEAD + BLOCKS)
    assert found == []
    assert (plan.id, plan.language, plan.modes) == ("02-half-day", "en", (Mode.ROOM,))
    assert (plan.group_min, plan.group_max, plan.table) == (1, 24, 4)
    assert (plan.attendance, plan.score, plan.evaluation) == (None, None, Evaluation())
    (block,) = plan.blocks
    assert (block.kind, block.interact, block.must) == (BlockKind.OPEN, Interact.PLENARY, False)
    assert not plan.incomplete


def test_everything_around_the_blocks():
    plan, found = read(
        HEAD
        + "modes: [online, room]\n"
        + "group: {min: 6, max: 12, table: 3}\n"
        + "objectives: [a.b]\n"
        + "prework: [x, {lesson: y, minutes: 5}, {lesson: z, minutes: auto}]\n"
        + "evaluation: {pre: {quiz: q, items: [i]}, reaction: standard-l1, followup: {days: 9}}\n"
        + "certificate: {attendance: 0.8, score: null}\n"
        + "setup: {online: Two rooms}\n"
        + "materials: [{id: m, text: Cards, per: table, qty: 2, mode: room}]\n"
        + BLOCKS
    )
    assert found == []
    assert plan.modes == (Mode.ONLINE, Mode.ROOM)
    assert (plan.group_min, plan.group_max, plan.table) == (6, 12, 3)
    assert plan.objectives == (Ref("a.b", Span(PATH, 6, 14)),)
    assert plan.prework == (
        Prework(lesson=Ref("x", Span(PATH, 7, 11))),
        Prework(lesson=Ref("y", Span(PATH, 7, 23)), minutes=5),
        Prework(lesson=Ref("z", Span(PATH, 7, 48))),
    )
    quiz = QuizUse(quiz=Ref("q", Span(PATH, 8, 26)), items=(Ref("i", Span(PATH, 8, 37)),))
    assert plan.evaluation == Evaluation(
        pre=quiz, reaction="standard-l1", followup_days=9, followup_form="transfer-l3-lite"
    )
    assert (plan.attendance, plan.score) == (0.8, None)
    assert plan.setup == ((Mode.ONLINE, "Two rooms"),)
    assert plan.materials == (
        Material(
            id="m", text="Cards", span=Span(PATH, 11, 13), per=Per.TABLE, qty=2, mode=Mode.ROOM
        ),
    )


def test_a_mode_changes_what_it_names_and_nothing_else():
    plan, found = read(
        HEAD
        + "modes: [room, online]\n"
        + "blocks:\n"
        + "- id: a\n"
        + "  kind: activity\n"
        + "  minutes: 10\n"
        + "  interact: pairs\n"
        + "  uses: [x#y, z]\n"
        + "  do: Talk.\n"
        + "  if_short: {minutes: 0, how: leave it}\n"
        + "  online: {minutes: 12, uses: w, tool: board}\n"
    )
    assert found == []
    (block,) = plan.blocks
    assert block.uses == (
        SectionRef("x", "y", Span(PATH, 10, 10)),
        SectionRef("z", "", Span(PATH, 10, 15)),
    )
    assert block.if_short == Short(minutes=0, how="leave it", span=Span(PATH, 12, 13))
    assert block.online is not None
    assert [name for name, _ in block.online.fields] == ["minutes", "uses", "tool"]
    assert (block.online.minutes, block.online.tool) == (12, "board")
    (online,) = plan.for_mode(Mode.ONLINE).blocks
    assert (online.minutes, online.do, online.tool) == (12, "Talk.", "board")
    assert [ref.lesson for ref in online.uses] == ["w"]
    (room,) = plan.for_mode(Mode.ROOM).blocks
    assert (room.minutes, room.tool) == (10, "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HEAD.replace("/1", "/2") + BLOCKS, (1, 9, "wrong-value")),
        (HEAD + "id: Half day\n" + BLOCKS, (4, 5, "wrong-value")),
        (HEAD + "modes: [room, hall]\n" + BLOCKS, (4, 15, "wrong-value")),
        (HEAD + "certificate: {score: 60}\n" + BLOCKS, (4, 22, "wrong-value")),
        (HEAD + "prework: [{lesson: x, minutes: soon}]\n" + BLOCKS, (4, 32, "wrong-value")),
        (HEAD + BLOCKS.replace("interact: plenary", "room: {kind: quiz}"), (5, 43, "unknown-key")),
        ("schema: workshop/1\ntitle: T\n" + BLOCKS, (1, 1, "missing-key")),
        (HEAD, (1, 1, "missing-key")),
    ],
)
def test_mistakes_have_a_place(text, found):
    plan, all_found = read(text)
    assert found in all_found
    assert plan.incomplete


COHORT = "content/workshops/cohorts/2026-12 Demo.yml"
RUN = "schema: cohort/1\nworkshop: w\nstart: 2026-12-03T09:30\ntz: UTC\nmode: online\npeople: 9\n"


def test_a_cohort():
    result = read_cohort(
        COHORT,
        f"{RUN}where: Here\nfacilitators: [lead, producer]\n"
        "overrides: {duration: 50, blocks: {a: 5, b: {minutes: 6, tool: board}}}\n".encode(),
    )
    assert result.findings == ()
    run = result.value
    assert (run.id, run.workshop.id, run.mode, run.people) == ("2026-12-demo", "w", Mode.ONLINE, 9)
    assert (run.start, run.tz, run.where) == ("2026-12-03T09:30", "UTC", "Here")
    assert run.facilitators == ("lead", "producer")
    assert run.duration == 50
    assert [(ref.id, variant.minutes, variant.tool) for ref, variant in run.overrides] == [
        ("a", 5, ""),
        ("b", 6, "board"),
    ]


@pytest.mark.parametrize("key", ["workshop", "start", "tz", "mode", "people"])
def test_what_a_cohort_must_say(key):
    rows = [row for row in RUN.splitlines() if not row.startswith(key)]
    found = read_cohort(COHORT, "\n".join(rows).encode()).findings
    assert [(f.code, key in f.message) for f in found] == [("missing-key", True)]


def test_a_cohort_holds_no_names():
    found = read_cohort(COHORT, f"{RUN}facilitators: [Ada]\n".encode()).findings
    assert [f.code for f in found] == ["wrong-value"]
    assert "lead" in found[0].hint
