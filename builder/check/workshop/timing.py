"""Rules about how a plan divides its time. All hold in each mode by itself."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.workshop.modes import in_each_mode
from builder.diagnostics import Diagnostic, Level, code
from builder.model.agenda import LONGEST_STRETCH, stretches, working_minutes
from builder.model.workshop import LEARNER_ACTIVE, Block, BlockKind, Mode, Workshop

MOST_INPUT = 20
NO_BREAK_UP_TO = {Mode.ROOM: 105, Mode.ONLINE: 75}
"""Minutes of a session that may go without a break even if its limit is a little exceeded."""
LEAST_BUFFER, LEAST_ACTIVITY, LEAST_TO_CUT = 10, 50, 15
"""Percent of the working time."""

PLAN_DURATION = code(
    "plan-duration",
    Level.ERROR,
    "The blocks of a plan do not add up to its duration",
    explained(
        what="In one of its modes, the minutes of all blocks are more or fewer than `duration`."
        " (Rule W20.)",
        why="Every clock time in the guide, the slides and the calendar file is worked out from"
        " these minutes.",
        fix="Change the minutes of a block, the buffer being the usual one, or the `duration`."
        " A mode or a cohort with other minutes has to make up for them.",
    ),
)
LONG_INPUT = code(
    "long-input",
    Level.WARNING,
    f"People listen for more than {MOST_INPUT} minutes",
    explained(
        what=f"Blocks of the kind input last more than {MOST_INPUT} minutes with no activity,"
        " discussion, quiz or debrief between them. (Rule W21.)",
        why="Nobody can tell any more whether people follow. That attention ends after so many"
        " minutes is a convention without good evidence; that questions in between help people"
        " remember is well supported.",
        fix="Put a question, a poll or a task for pairs between the two halves.",
    ),
)
MISSING_BREAK = code(
    "missing-break",
    Level.WARNING,
    "People work too long without a break",
    explained(
        what="More than 90 minutes in a room, or 60 online, pass without a break. A session of up"
        " to 105 minutes, or 75 online, may do without. (Rule W22.)",
        why="Tired people learn little, and some need the break for reasons they will not"
        " announce.",
        fix="Add a block of the kind break. With `modes: [online]` it takes place online only.",
        example="- {id: rest, kind: break, minutes: 5, modes: [online]}",
    ),
)
SMALL_BUFFER = code(
    "small-buffer",
    Level.WARNING,
    f"Less than {LEAST_BUFFER} percent of the working time is kept free",
    explained(
        what="Blocks of the kind buffer make up too little of the working time, which is all"
        " time but breaks. (Rule W23.)",
        why="Something always takes longer. Without a buffer the end is cut, and the end is where"
        " people decide what they will do with it.",
        fix="Add a buffer before the last test or the closing.",
    ),
)
PASSIVE_PLAN = code(
    "passive-plan",
    Level.WARNING,
    f"People are active in less than {LEAST_ACTIVITY} percent of the working time",
    explained(
        what="Activities, discussions, quizzes and debriefs make up less than half of the working"
        " time. (Rule W24.)",
        why="Students under lectures fail one and a half times as often as those who work on"
        " something (Freeman and others 2014, 225 studies). What can be read belongs into the"
        " pre-work.",
        fix="Shorten an input, or turn one into a task.",
    ),
)
UNCUTTABLE_PLAN = code(
    "uncuttable-plan",
    Level.WARNING,
    f"Less than {LEAST_TO_CUT} percent of the working time can be given up",
    explained(
        what="What the `if_short` of blocks and the buffers can give up is too little. (Rule W25.)",
        why="A workshop that starts fifteen minutes late has to lose them somewhere. It is better"
        " to decide beforehand where.",
        fix="Give the longest activity an `if_short`.",
        example="if_short: {minutes: 16, how: two rounds}",
    ),
)


def plan_duration(workshop: Workshop) -> Iterator[Diagnostic]:
    """W20: the minutes add up."""
    yield from in_each_mode(workshop, wrong_sum)


def long_input(workshop: Workshop) -> Iterator[Diagnostic]:
    """W21: nobody listens for long without doing something."""
    yield from in_each_mode(workshop, _long_input)


def missing_break(workshop: Workshop) -> Iterator[Diagnostic]:
    """W22: there are breaks."""
    yield from in_each_mode(workshop, _missing_break)


def shares(workshop: Workshop) -> Iterator[Diagnostic]:
    """W23 to W25: what the working time is made of."""
    yield from in_each_mode(workshop, _shares)


def wrong_sum(plan: Workshop) -> Iterator[Diagnostic]:
    """W20 for a plan of one mode, or as a cohort runs it."""
    total = sum(block.minutes for block in plan.blocks)
    if total != plan.duration:
        more = "more" if total > plan.duration else "fewer"
        message = (
            f"the blocks add up to {total} minutes, {abs(total - plan.duration)} {more} than the"
            f" {plan.duration} planned"
        )
        yield PLAN_DURATION.at(plan.span, message, "change a block, or the duration")


def _long_input(plan: Workshop) -> Iterator[Diagnostic]:
    heard = 0
    for block in plan.blocks:
        if block.kind in LEARNER_ACTIVE:
            heard = 0
        elif block.kind is BlockKind.INPUT:
            before, heard = heard, heard + block.minutes
            if before <= MOST_INPUT < heard:
                message = f"with {block.id!r}, people listen for {heard} minutes"
                yield LONG_INPUT.at(block.span, message, "let them do something before")


def _missing_break(plan: Workshop) -> Iterator[Diagnostic]:
    (mode,) = plan.modes
    if plan.duration <= NO_BREAK_UP_TO[mode]:
        return
    for stretch in stretches(plan.blocks):
        minutes = sum(block.minutes for block in stretch)
        if minutes > LONGEST_STRETCH[mode]:
            first = stretch[0]
            message = f"{minutes} minutes pass from {first.id!r} on without a break"
            yield MISSING_BREAK.at(first.span, message, "add a block of the kind break")


def _shares(plan: Workshop) -> Iterator[Diagnostic]:
    working = working_minutes(plan.blocks)
    if not working:
        return
    parts = (
        (SMALL_BUFFER, LEAST_BUFFER, _buffer(plan.blocks), "are kept free"),
        (PASSIVE_PLAN, LEAST_ACTIVITY, _active(plan.blocks), "are spent on doing something"),
        (UNCUTTABLE_PLAN, LEAST_TO_CUT, _to_cut(plan.blocks), "can be given up"),
    )
    for what, least, minutes, said in parts:
        if minutes * 100 < working * least:
            message = f"{minutes} of {working} working minutes {said}"
            hint = f"at least {-(-working * least // 100)} are wanted ({least} percent)"
            yield what.at(plan.span, message, hint)


def _buffer(blocks: tuple[Block, ...]) -> int:
    return sum(block.minutes for block in blocks if block.kind is BlockKind.BUFFER)


def _active(blocks: tuple[Block, ...]) -> int:
    return sum(block.minutes for block in blocks if block.kind in LEARNER_ACTIVE)


def _to_cut(blocks: tuple[Block, ...]) -> int:
    shorter = (max(0, b.minutes - b.if_short.minutes) for b in blocks if b.if_short)
    return sum(shorter) + _buffer(tuple(block for block in blocks if not block.if_short))
