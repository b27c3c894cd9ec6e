"""Rules of reflections."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds.shared import FEW_OPTIONS, SAME_OPTION
from builder.check.repeats import repeated
from builder.diagnostics import Diagnostic, Level, code
from builder.model.parts import Ref
from builder.model.questions import Reflection

NOTHING_TO_COMPARE = code(
    "nothing-to-compare",
    Level.WARNING,
    "A reflection gives nothing to compare one's text with",
    explained(
        what="The reflection has neither a `model` answer nor a `rubric` nor a `feedback`.",
        why="Nobody reads what learners write here, so without these they never learn whether it"
        " is good.",
        fix="Write one good answer as `model`, or say in a `rubric` what a good one holds.",
        example="model: I told her what I had heard before I said what I think.\n"
        "levels: [Not yet, Partly, Clearly]\nrubric:\n  - Names one real situation",
    ),
)


def nothing_to_compare(question: Reflection) -> Iterator[Diagnostic]:
    """There is something to learn from after writing."""
    if not (question.model.strip() or question.rubric or question.feedback.strip()):
        hint = "add a `model` answer, or a `rubric` of what to look for"
        yield NOTHING_TO_COMPARE.at(question.span, "nothing follows after writing", hint)


def few_levels(question: Reflection) -> Iterator[Diagnostic]:
    """Every criterion can be met to different degrees."""
    for criterion in question.rubric:
        if len(criterion.levels) < 2:
            hint = "give the question `levels`, such as [Not yet, Partly, Clearly]"
            message = "the criterion has fewer than two levels to choose from"
            yield FEW_OPTIONS.at(criterion.span, message, hint)


def same_criterion(question: Reflection) -> Iterator[Diagnostic]:
    """No two criteria read the same, and no two levels of one."""
    hint = "change one of them or remove it"
    refs = [Ref(one.id, one.span) for one in question.rubric]
    yield from repeated(SAME_OPTION, refs, "another criterion reads {!r}", hint=hint)
    for criterion in question.rubric:
        levels = [Ref(level.id, level.span) for level in criterion.levels]
        yield from repeated(SAME_OPTION, levels, "another level reads {!r}", hint=hint)


RULES = (nothing_to_compare, few_levels, same_criterion)
