"""Rules about what a plan promises."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.workshop.modes import in_each_mode
from builder.diagnostics import Diagnostic, Level, code
from builder.model.workshop import Workshop

UNPRACTISED_OBJECTIVE = code(
    "unpractised-objective",
    Level.ERROR,
    "A promised objective has no activity",
    explained(
        what="No activity, discussion, debrief or poll of the plan names the objective."
        " (Rule W30.)",
        why="What people only hear about they cannot do afterwards, and that was promised.",
        fix="Name the objective in the activity that practises it, add an activity, or do not"
        " promise it.",
    ),
)
UNTESTED_OBJECTIVE = code(
    "untested-objective",
    Level.WARNING,
    "Nothing shows whether a promised objective was reached",
    explained(
        what="No quiz of the plan names the objective, and no block with a takeaway does."
        " (Rule W31.)",
        why="Neither the facilitator nor the participant can tell whether it worked.",
        fix="Ask a question about it, or let people write something for it.",
    ),
)


def promises(workshop: Workshop) -> Iterator[Diagnostic]:
    """W30 and W31: what is promised is practised, and it shows."""
    yield from in_each_mode(workshop, _promises)


def _promises(plan: Workshop) -> Iterator[Diagnostic]:
    practised = {ref.id for block in plan.blocks if block.practises for ref in block.objectives}
    shown = {ref.id for block in plan.blocks if block.shows for ref in block.objectives}
    for ref in plan.objectives:
        if ref.id not in practised:
            message = f"no activity practises {ref.id!r}"
            hint = "name it in the activity that does, or do not promise it"
            yield UNPRACTISED_OBJECTIVE.at(ref.span, message, hint)
        elif ref.id not in shown:
            message = f"no quiz and no takeaway shows whether {ref.id!r} was reached"
            yield UNTESTED_OBJECTIVE.at(ref.span, message, "ask a question about it")
