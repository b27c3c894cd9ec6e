"""Rules about one block of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.workshop.modes import in_each_mode
from builder.diagnostics import Diagnostic, Level, code
from builder.model.minutes import speaking_minutes
from builder.model.workshop import BlockKind, Workshop

ACTIVITY_WITHOUT_TASK = code(
    "activity-without-task",
    Level.ERROR,
    "An activity does not say what people do",
    explained(
        what="A block of the kind activity has neither `task` nor `do`. (Rule W09.)",
        why="The facilitator stands before the group and has nothing to tell it, and the handout"
        " of the activity would be empty.",
        fix="Write what the group does, step by step, as you would say it to a colleague who"
        " leads the workshop for you.",
        example="task: In threes, one speaks, one listens, one observes. Three rounds.\ndo: Call"
        " time after each round.",
    ),
)
ACTIVITY_WITHOUT_DEBRIEF = code(
    "activity-without-debrief",
    Level.WARNING,
    "An activity is not talked over",
    explained(
        what="A block of the kind activity has no `debrief` question, and no debrief block"
        " follows it. (Rule W10.)",
        why="People remember that they did something; what it means they find out by putting it"
        " into words.",
        fix="Ask at least one of three questions. What happened? So what does it mean? Now what"
        " will you do?",
        example="debrief:\n  - What happened?\n  - So what?\n  - Now what?",
    ),
)
IF_SHORT_NOT_SHORTER = code(
    "if-short-not-shorter",
    Level.ERROR,
    "The short form of a block is not shorter",
    explained(
        what="The minutes under `if_short` are as many as the block has, or more. (Rule W11.)",
        why="A facilitator who is late cuts there and gains nothing.",
        fix="Give fewer minutes, 0 where the block may be left out, or remove `if_short`.",
        example="minutes: 23\nif_short: {minutes: 16, how: two rounds}",
    ),
)
MUST_LEFT_OUT = code(
    "must-left-out",
    Level.ERROR,
    "A block must stay and may be left out",
    explained(
        what="The block says `must: true`, and its `if_short` has 0 minutes.",
        why="When time is short, one of the two cannot be done.",
        fix="Remove `must`, or give the short form some minutes.",
    ),
)
LONG_SCRIPT = code(
    "long-script",
    Level.ERROR,
    "A script takes longer to say than its block lasts",
    explained(
        what="The text under `say` has more than 150 words for each minute of the block."
        " (Rule W12.)",
        why="People who read aloud manage about 180 words a minute, and a facilitator also waits,"
        " looks up and is asked something.",
        fix="Say less, move part of it into `do`, or give the block more minutes.",
    ),
)
LONG_INSTRUCTIONS = code(
    "long-instructions",
    Level.ERROR,
    "Explaining the task takes up its block",
    explained(
        what="The `instructions` take as many minutes as the block has, or more.",
        why="No minute is left to do what was explained.",
        fix="Explain less, or give the block more minutes.",
    ),
)


def activity_without_task(workshop: Workshop) -> Iterator[Diagnostic]:
    """W09: an activity says what people do."""
    yield from in_each_mode(workshop, _activity_without_task)


def activity_without_debrief(workshop: Workshop) -> Iterator[Diagnostic]:
    """W10: an activity has a debrief, in itself or in the block after it."""
    yield from in_each_mode(workshop, _activity_without_debrief)


def if_short(workshop: Workshop) -> Iterator[Diagnostic]:
    """W11: the short form is shorter, and a block that must stay has one that stays."""
    yield from in_each_mode(workshop, _if_short)


def script(workshop: Workshop) -> Iterator[Diagnostic]:
    """W12: what is said and explained fits into the block."""
    yield from in_each_mode(workshop, _script)


def _activity_without_task(plan: Workshop) -> Iterator[Diagnostic]:
    for block in plan.blocks:
        if block.kind is BlockKind.ACTIVITY and not (block.do + block.task).strip():
            message = f"the activity {block.id!r} does not say what people do"
            yield ACTIVITY_WITHOUT_TASK.at(block.span, message, "add 'task: ...'")


def _activity_without_debrief(plan: Workshop) -> Iterator[Diagnostic]:
    following = (*plan.blocks[1:], None)
    for block, after in zip(plan.blocks, following, strict=True):
        talked_over = block.debrief or (after and after.kind is BlockKind.DEBRIEF)
        if block.kind is BlockKind.ACTIVITY and not talked_over:
            message = f"the activity {block.id!r} has no debrief question"
            hint = "ask what happened, what it means, or what comes of it"
            yield ACTIVITY_WITHOUT_DEBRIEF.at(block.span, message, hint)


def _if_short(plan: Workshop) -> Iterator[Diagnostic]:
    for block in plan.blocks:
        short = block.if_short
        if short and short.minutes >= block.minutes:
            message = f"the short form has {short.minutes} minutes, the block {block.minutes}"
            hint = f"give fewer than {block.minutes}, or 0 to leave it out"
            yield IF_SHORT_NOT_SHORTER.at(short.span, message, hint)
        elif short and block.must and short.minutes == 0:
            message = f"the block {block.id!r} must stay and may be left out"
            yield MUST_LEFT_OUT.at(short.span, message, "remove 'must', or give it some minutes")


def _script(plan: Workshop) -> Iterator[Diagnostic]:
    for block in plan.blocks:
        needed = speaking_minutes(block.say)
        if needed > block.minutes:
            message = f"saying this takes {needed} minutes, the block {block.id!r} {block.minutes}"
            yield LONG_SCRIPT.at(block.span, message, "say less, or give it more minutes")
        elif block.instructions >= block.minutes:
            message = f"explaining takes {block.instructions} of the {block.minutes} minutes"
            yield LONG_INSTRUCTIONS.at(block.span, message, "leave time to do it")
