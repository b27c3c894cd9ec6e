"""Checks that a question can be answered at all."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.near import did_you_mean
from builder.check.question_facts import pieces, plain
from builder.check.structure import repeated
from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.parts import Ref
from builder.model.questions import Choice, Matching, Ordering, Question

MISSING_PROMPT = code(
    "missing-prompt",
    Level.ERROR,
    "A question asks nothing",
    explained(
        what="The question has no `prompt`.",
        why="Learners see options and nothing they answer.",
        fix="Write the question as its `prompt`.",
        example="prompt: What makes a promise count?",
    ),
)
FEW_OPTIONS = code(
    "few-options",
    Level.ERROR,
    "A question leaves nothing to choose",
    explained(
        what="The question has fewer than two options, items or pairs.",
        why="With one thing to pick or to move there is only one answer.",
        fix="Add options that people who have not understood would pick. Three are enough.",
    ),
)
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
SAME_OPTION = code(
    "same-option",
    Level.ERROR,
    "Two options of a question are the same",
    explained(
        what="Two options, items, rows or choices have the same text.",
        why="Learners cannot tell which one is meant; at least one of them would be wrong.",
        fix="Change one of them or remove it.",
    ),
)
SIMILAR_OPTION = code(
    "similar-option",
    Level.WARNING,
    "Two options differ in nothing but case or a full stop",
    explained(
        what="Two options are equal once case and a final full stop are ignored.",
        why="It is mostly a slip. In questions about code it can be meant.",
        fix="Change one, or set this code to `off` in `levels` if it is meant.",
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
UNKNOWN_MATCH = code(
    "unknown-match",
    Level.ERROR,
    "A row's partner is not among the choices",
    explained(
        what="The `answer` of a pair is none of the question's choices.",
        why="Learners cannot choose it, so the row cannot be answered.",
        fix="Correct the spelling, or add it to `choices`.",
    ),
)


def missing_prompt(question: Question) -> Iterator[Diagnostic]:
    """A question asks something."""
    if not question.prompt.strip():
        hint = "write the question as its `prompt`"
        yield MISSING_PROMPT.at(question.span, "the question has no prompt", hint)


def few_options(question: Question) -> Iterator[Diagnostic]:
    """There is something to choose between."""
    if question.type == "true-false" or not isinstance(question, Choice | Ordering | Matching):
        return
    choices = len(question.choices) if isinstance(question, Matching) else 2
    count = len(pieces(question))
    if count < 2 or choices < 2:
        word = {"ordering": "items", "matching": "pairs"}.get(question.type, "options")
        message = f"the question has {count} {word if count != 1 else word[:-1]}"
        if count >= 2:
            message = "all rows of the question have the same partner"
        yield FEW_OPTIONS.at(question.span, message, "it needs at least two; three are enough")


def right_options(question: Question) -> Iterator[Diagnostic]:
    """One option is right, or at least one where several may be picked, and never all."""
    if not isinstance(question, Choice) or not question.options:
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


def wrong_option(question: Question) -> Iterator[Diagnostic]:
    """There is something to get wrong."""
    options = question.options if isinstance(question, Choice) and question.several else ()
    if len(options) > 1 and all(option.correct for option in options):
        hint = "add an option that is wrong for a reason a learner can see"
        yield NO_WRONG_OPTION.at(question.span, "every option is marked as right", hint)


def same_option(question: Question) -> Iterator[Diagnostic]:
    """No two options have the same text."""
    hint = "change one of them or remove it"
    refs = [Ref(plain(piece.text), piece.span) for piece in pieces(question) if piece.text.strip()]
    yield from repeated(SAME_OPTION, refs, "another option reads {!r}", hint=hint)
    if isinstance(question, Matching):
        choices = (Ref(plain(choice), question.span) for choice in question.choices)
        yield from repeated(SAME_OPTION, choices, "another choice reads {!r}", hint=hint)


def similar_option(question: Question) -> Iterator[Diagnostic]:
    """Options differ in more than case and a full stop."""
    seen: dict[str, tuple[str, Span]] = {}
    for piece in pieces(question):
        text = plain(piece.text)
        key = text.casefold().removesuffix(".")
        other, place = seen.setdefault(key, (text, piece.span))
        if text and other != text:
            message = f"another option differs from {text!r} only in case or a full stop"
            see = ((place, "the other option"),)
            yield SIMILAR_OPTION.at(piece.span, message, "change one of them", see)


def true_false(question: Question) -> Iterator[Diagnostic]:
    """A true/false question has two options."""
    if not isinstance(question, Choice) or question.type != "true-false":
        return
    if len(question.options) != 2:
        message = f"a true/false question has two options, this one has {len(question.options)}"
        hint = "write `answer: true` or `answer: false` and no options"
        yield TRUE_FALSE.at(question.span, message, hint)


def unknown_match(question: Question) -> Iterator[Diagnostic]:
    """Every row's partner can be chosen."""
    if isinstance(question, Matching):
        for pair in question.pairs:
            if pair.answer not in question.choices:
                hint = did_you_mean(pair.answer, question.choices, "add it to `choices`")
                message = f"{pair.answer!r} is not among the choices"
                yield UNKNOWN_MATCH.at(pair.span, message, hint)
