"""A workshop plan: what a facilitator does with the course, minute by minute.

A plan copies no content. Its blocks point at sections, exercises, questions and objectives of
the course's lessons by their ids, so a lesson that changes changes every kit made from it.
A cohort is one run of a plan: when, where and for how many. Neither ever holds a person's name.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple

from builder.diagnostics import Span
from builder.model.parts import Ref


class Mode(StrEnum):
    """Where people meet."""

    ROOM = "room"
    ONLINE = "online"


class BlockKind(StrEnum):
    """What a block of time is for."""

    OPEN = "open"
    INPUT = "input"
    ACTIVITY = "activity"
    DISCUSSION = "discussion"
    QUIZ = "quiz"
    DEBRIEF = "debrief"
    BREAK = "break"
    LUNCH = "lunch"
    ENERGISER = "energiser"
    BUFFER = "buffer"
    CLOSE = "close"


PAUSES = frozenset((BlockKind.BREAK, BlockKind.LUNCH))
"""Blocks in which nobody works; every other minute is working time."""

LEARNER_ACTIVE = frozenset(
    (BlockKind.ACTIVITY, BlockKind.DISCUSSION, BlockKind.QUIZ, BlockKind.DEBRIEF)
)
"""Blocks in which the participants do the work."""


_PRACTICE = (BlockKind.ACTIVITY, BlockKind.DISCUSSION, BlockKind.DEBRIEF)


class Interact(StrEnum):
    """Who works with whom."""

    NONE = "none"
    INDIVIDUAL = "individual"
    PAIRS = "pairs"
    TRIADS = "triads"
    SMALL_GROUPS = "small-groups"
    PLENARY = "plenary"
    POLL = "poll"


class Per(StrEnum):
    """What a quantity is counted by."""

    PERSON = "person"
    TABLE = "table"
    ROOM = "room"


class SectionRef(NamedTuple):
    """`LESSON#ANCHOR`, or a lesson alone (`anchor` is "") for all of its sections."""

    lesson: str
    anchor: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """What a block loses when time is short: its minutes then, 0 for leaving it out, and how."""

    minutes: int
    how: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What differs in one mode or one cohort: names of `Block` fields with their values."""

    fields: tuple[tuple[str, Any], ...]
    span: Span

    @property
    def minutes(self) -> int | None:
        """The minutes, when they differ."""
        return dict(self.fields).get("minutes")

    @property
    def tool(self) -> str:
        """The tool, when it differs."""
        return str(dict(self.fields).get("tool", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of time. `modes` limits it to these modes; empty for all.

    `items` are question ids of `quiz`; none means all of them. `part` is the step of the takeaway
    that is done, from 1. `task` is what participants do, in words for them, and `do` what the
    facilitator does; without a task, `do` is for both. `expect` tells what good answers to `ask`
    and `debrief` sound like. `instructions` are those of the minutes that explaining takes. A
    `must` block is never left out. All texts are Markdown.
    """

    id: str
    kind: BlockKind
    minutes: int
    span: Span
    interact: Interact = Interact.NONE
    title: str = ""
    uses: tuple[SectionRef, ...] = ()
    quiz: Ref | None = None
    items: tuple[Ref, ...] = ()
    takeaway: Ref | None = None
    part: int | None = None
    objectives: tuple[Ref, ...] = ()
    materials: tuple[Ref, ...] = ()
    task: str = ""
    do: str = ""
    say: str = ""
    ask: tuple[str, ...] = ()
    expect: tuple[str, ...] = ()
    screen: str = ""
    debrief: tuple[str, ...] = ()
    instructions: int = 0
    tool: str = ""
    if_short: Short | None = None
    must: bool = False
    modes: tuple[Mode, ...] = ()
    room: Variant | None = None
    online: Variant | None = None

    @property
    def practises(self) -> bool:
        """Whether people practise something in it."""
        return self.kind in _PRACTICE or self.interact is Interact.POLL

    @property
    def shows(self) -> bool:
        """Whether it leaves something by which the learning can be seen."""
        return self.kind is BlockKind.QUIZ or self.takeaway is not None

    def for_mode(self, mode: Mode) -> Block | None:
        """The block as it is in one mode, without variants; None where it does not take place."""
        if self.modes and mode not in self.modes:
            return None
        own = self.room if mode is Mode.ROOM else self.online
        return replace(varied(self, own), modes=(), room=None, online=None)


def varied(block: Block, variant: Variant | None) -> Block:
    """The block with what a variant changes."""
    return replace(block, **dict(variant.fields)) if variant else block


def _without(block: Block, materials: set[str]) -> Block:
    """The block without the materials of another mode."""
    if not materials.intersection(ref.id for ref in block.materials):
        return block
    return replace(block, materials=tuple(r for r in block.materials if r.id not in materials))


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Something to bring: `qty` for each person, for each table, or for the room.

    `mode` is None for something both modes need.
    """

    id: str
    text: str
    span: Span
    per: Per = Per.ROOM
    qty: int = 1
    mode: Mode | None = None

    def needed(self, people: int, table: int) -> int:
        """How many to bring for so many people, `table` to a table."""
        tables = -(-people // max(1, table))
        return self.qty * {Per.PERSON: people, Per.TABLE: tables, Per.ROOM: 1}[self.per]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizUse:
    """Questions of a quiz, all of them when `items` names none."""

    quiz: Ref
    items: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How the workshop is evaluated: the same questions before and after, a reaction form, and a
    form some weeks later. Empty or None for what is not done."""

    pre: QuizUse | None = None
    post: QuizUse | None = None
    reaction: str = ""
    followup_days: int | None = None
    followup_form: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prework:
    """A lesson to read before; `minutes` is None for the lesson's own reading time."""

    lesson: Ref
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """A plan. `duration` is in minutes, breaks included. `table` is how many sit together.

    `objectives` are written `LESSON.OBJECTIVE`. `attendance` and `score` are the shares from 0 to
    1 that the certificate asks for, None where it does not ask. `setup` says how the room, or the
    meeting, is laid out. `incomplete` tells that a mistake kept part of the file from being read.
    """

    id: str
    path: str
    title: str
    language: str
    duration: int
    span: Span
    description: str = ""
    modes: tuple[Mode, ...] = (Mode.ROOM,)
    group_min: int = 1
    group_max: int = 1
    table: int = 4
    audience: str = ""
    objectives: tuple[Ref, ...] = ()
    prework: tuple[Prework, ...] = ()
    evaluation: Evaluation = field(default_factory=Evaluation)
    attendance: float | None = None
    score: float | None = None
    materials: tuple[Material, ...] = ()
    setup: tuple[tuple[Mode, str], ...] = ()
    blocks: tuple[Block, ...] = ()
    incomplete: bool = False

    def for_mode(self, mode: Mode) -> Workshop:
        """The plan as it runs in one mode: overrides applied, the other mode's parts gone."""
        others = {material.id for material in self.materials if material.mode not in (None, mode)}
        blocks = filter(None, (block.for_mode(mode) for block in self.blocks))
        return replace(
            self,
            modes=(mode,),
            materials=tuple(m for m in self.materials if m.id not in others),
            setup=tuple(pair for pair in self.setup if pair[0] is mode),
            blocks=tuple(_without(block, others) for block in blocks),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """One run of a plan. `start` is local time (`2026-12-03T09:30`) in the IANA zone `tz`.

    `facilitators` are roles, such as lead or producer. `overrides` are pairs of a block's id and
    what differs in this run; `duration` is the length of this run where that differs.
    """

    id: str
    path: str
    workshop: Ref
    start: str
    tz: str
    mode: Mode
    span: Span
    where: str = ""
    people: int = 0
    facilitators: tuple[str, ...] = ()
    duration: int | None = None
    overrides: tuple[tuple[Ref, Variant], ...] = ()
    incomplete: bool = False

    def plan(self, workshop: Workshop) -> Workshop:
        """The plan as this cohort runs it."""
        changes = {ref.id: variant for ref, variant in self.overrides}
        plan = workshop.for_mode(self.mode)
        blocks = tuple(varied(block, changes.get(block.id)) for block in plan.blocks)
        return replace(plan, blocks=blocks, duration=self.duration or plan.duration)
