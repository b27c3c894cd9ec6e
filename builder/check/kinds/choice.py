"""Rules of single choice, multiple response and true/false."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds import cues, options, shape
from builder.check.kinds.shared import too_few
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions import Choice, Highlight, Hotspot

NO_RIGHT_OPTION = code(
    "no-right-option",
    Level.ERROR,
    "No option of a question is right",
    explained(
        what="None of the options is marked `correct: true`.",
        why="Every answer would be wrong.",
        fix="Mark the right one.",
        example="options:\n  - text: A kept promise\n    correct: true",
    ),
)
SEVERAL_RIGHT_OPTIONS = code(
    "several-right-options",
    Level.ERROR,
    "A question with one answer has several right options",
    explained(
        what="More than one option is marked `correct: true`, but only one can be picked.",
        why="A learner who knows them all still cannot say so.",
        fix="Mark one option only, or set `type: multiple-response`.",
    ),
)
NO_WRONG_OPTION = code(
    "no-wrong-option",
    Level.ERROR,
    "Every option of a question is right",
    explained(
        what="All options are marked `correct: true`.",
        why="Picking everything is right without understanding anything.",
        fix="Add an option that is wrong for a reason a learner can see.",
    ),
)
TRUE_FALSE = code(
    "true-false",
    Level.ERROR,
    "A true/false question has other than two options",
    explained(
        what="A question of type `true-false` has more or fewer than two options.",
        why="It is shown as two buttons, True and False.",
        fix="Write `answer: true` or `answer: false` and no options, or use `single-choice`.",
        example="type: true-false\nprompt: Trust can be repaired.\nanswer: true",
    ),
)


def few_options(question: Choice) -> Iterator[Diagnostic]:
    """There is something to choose between."""
    if question.type != "true-false":
        yield from too_few(question, len(question.options), "options")


def right_options(question: Choice) -> Iterator[Diagnostic]:
    """One option is right, or at least one where several may be picked, and never all."""
    if not question.options:
        return
    right = [option for option in question.options if option.correct]
    if not right:
        hint = "mark the right one with `correct: true`"
        yield NO_RIGHT_OPTION.at(question.span, "no option is marked as right", hint)
    elif len(right) > 1 and not question.several:
        message = f"{len(right)} options are marked as right, but only one can be picked"
        hint = "mark one only, or set `type: multiple-response`"
        see = tuple((option.span, "marked as right") for option in right)
        yield SEVERAL_RIGHT_OPTIONS.at(question.span, message, hint, see)


def wrong_option(question: Choice) -> Iterator[Diagnostic]:
    """There is something to get wrong."""
    options = question.options if question.several else ()
    if len(options) > 1 and all(option.correct for option in options):
        hint = "add an option that is wrong for a reason a learner can see"
        yield NO_WRONG_OPTION.at(question.span, "every option is marked as right", hint)


def true_false(question: Choice) -> Iterator[Diagnostic]:
    """A true/false question has two options."""
    if question.type == "true-false" and len(question.options) != 2:
        message = f"a true/false question has two options, this one has {len(question.options)}"
        hint = "write `answer: true` or `answer: false` and no options"
        yield TRUE_FALSE.at(question.span, message, hint)


def some_right(question: Highlight | Hotspot, noun: str) -> Iterator[Diagnostic]:
    """Where any number may be right: at least one is, and not all of several."""
    right = sum(option.correct for option in question.options)
    if question.options and not right:
        hint = "mark what is right with `correct: true`"
        yield NO_RIGHT_OPTION.at(question.span, f"no {noun} is marked as right", hint)
    elif right > 1 and right == len(question.options):
        hint = f"add a {noun} that is wrong for a reason a learner can see"
        yield NO_WRONG_OPTION.at(question.span, f"every {noun} is marked as right", hint)


RULES = (
    few_options,
    right_options,
    wrong_option,
    true_false,
    *options.RULES,
    *cues.RULES,
    *shape.RULES,
)
