"""Rules about groups, tests, forms and materials of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.diagnostics import Diagnostic, Level, code
from builder.model.workshop import BlockKind, Mode, QuizUse, Workshop

NO_REACTION_FORM = code(
    "no-reaction-form",
    Level.WARNING,
    "A workshop asks nobody how it was",
    explained(
        what="The `evaluation` names no `reaction` form. (Rule W40.)",
        why="Whether people found it relevant and could follow is the first thing to know, and"
        " it is known for a few minutes only.",
        fix="Name the form that the kit brings.",
        example="evaluation:\n  reaction: standard-l1",
    ),
)
DIFFERENT_TESTS = code(
    "different-tests",
    Level.WARNING,
    "The tests before and after ask different questions",
    explained(
        what="`pre` and `post` name different quizzes or items. (Rule W41.)",
        why="The difference between two different tests says nothing about what was learned.",
        fix="Ask the same questions before and after.",
    ),
)
SCORE_WITHOUT_TEST = code(
    "score-without-test",
    Level.ERROR,
    "The certificate asks for a score, and there is no test",
    explained(
        what="`certificate` has a `score`, and `evaluation` has no `post`. (Rule W42.)",
        why="Nobody could earn the certificate.",
        fix="Add a test after the workshop, or remove the score.",
    ),
)
GROUP_SIZE = code(
    "group-size",
    Level.ERROR,
    "The smallest group is larger than the largest",
    explained(
        what="`group` has a `min` above its `max`. (Rule W43.)",
        why="No group fits.",
        fix="Exchange the two numbers.",
    ),
)
ROOM_ONLY_ACTIVITY = code(
    "room-only-activity",
    Level.WARNING,
    "An activity needs things that nobody has online",
    explained(
        what="All materials of an activity are for a room, the plan also runs online, and the"
        " block says nothing of how. (Rule W47.)",
        why="The facilitator finds out in front of the group.",
        fix="Say under `online` what takes their place, or limit the block to the room.",
        example="online: {tool: shared board, do: Each group sorts its cards on the board.}",
    ),
)


def no_reaction_form(workshop: Workshop) -> Iterator[Diagnostic]:
    """W40: there is a reaction form."""
    if not workshop.evaluation.reaction:
        message = "nobody is asked how the workshop was"
        yield NO_REACTION_FORM.at(workshop.span, message, "add 'reaction: standard-l1'")


def tests(workshop: Workshop) -> Iterator[Diagnostic]:
    """W41 and W42: tests can be compared, and a score has one."""
    pre, post = workshop.evaluation.pre, workshop.evaluation.post
    if pre and post and _asked(pre) != _asked(post):
        message = "this test asks other questions than the one before the workshop"
        see = ((pre.quiz.span, "the test before"),)
        yield DIFFERENT_TESTS.at(post.quiz.span, message, "ask the same questions", see)
    if workshop.score is not None and not post:
        message = "the certificate asks for a score, and there is no test after the workshop"
        yield SCORE_WITHOUT_TEST.at(workshop.span, message, "add 'post' under 'evaluation'")


def group_size(workshop: Workshop) -> Iterator[Diagnostic]:
    """W43: some group fits."""
    if workshop.group_min > workshop.group_max:
        message = (
            f"at least {workshop.group_min} people and at most {workshop.group_max} fit nobody"
        )
        yield GROUP_SIZE.at(workshop.span, message, "exchange the two numbers")


def room_only_activity(workshop: Workshop) -> Iterator[Diagnostic]:
    """W47: what needs a room has a form for online."""
    if Mode.ONLINE not in workshop.modes:
        return
    room_only = {m.id for m in workshop.materials if m.mode is Mode.ROOM}
    for block in workshop.blocks:
        needed = {ref.id for ref in block.materials}
        online = block.for_mode(Mode.ONLINE) is not None
        bound = online and block.online is None and needed and needed <= room_only
        if block.kind is BlockKind.ACTIVITY and bound:
            message = f"the activity {block.id!r} needs a room, and the plan also runs online"
            hint = "say under 'online' how it is done there"
            yield ROOM_ONLY_ACTIVITY.at(block.span, message, hint)


def _asked(use: QuizUse) -> tuple[str, frozenset[str]]:
    return use.quiz.id, frozenset(ref.id for ref in use.items)
