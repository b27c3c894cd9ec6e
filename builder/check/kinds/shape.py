"""The number, the order and the length of a question's options."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds.base import plain
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions import Choice
from builder.model.questions.choice import numbers

FEW_CHOICES = 3
MANY_CHOICES = 5
LONG_OPTION = 40
UNEVEN = 3

TWO_OPTIONS = code(
    "two-options",
    Level.WARNING,
    "A question has only two options",
    explained(
        what="A question that is no true/false question has two options.",
        why="A coin gets half of them right. Three options are as good as four or five (Rodriguez"
        " 2005), and much better than two.",
        fix="Add an option that people who have not understood would pick, or make it a"
        " `true-false` question.",
    ),
)
MANY_OPTIONS = code(
    "many-options",
    Level.INFO,
    f"A question has more than {MANY_CHOICES} options",
    explained(
        what=f"The question has more than {MANY_CHOICES} options of which one is right.",
        why="Every option costs reading time, and the weakest are hardly ever picked.",
        fix="Keep the two or three wrong options that people really believe.",
    ),
)
UNSORTED_NUMBERS = code(
    "unsorted-numbers",
    Level.INFO,
    "Numbers to choose from are not in order",
    explained(
        what="All options are numbers of the same unit, and they are not sorted, or shown in an"
        " order left to chance.",
        why="Learners have to sort them before they can think.",
        fix="Write them from the smallest to the largest. Sorted numbers are not shuffled unless"
        " you say `shuffle: true`.",
    ),
)
UNEVEN_OPTIONS = code(
    "uneven-options",
    Level.INFO,
    "The options are very different in length",
    explained(
        what=f"The longest option has {LONG_OPTION} characters or more and is more than {UNEVEN}"
        " times as long as the shortest.",
        why="An option that stands out is looked at first, and the short one is felt to be a"
        " filler.",
        fix="Make them about equally long.",
    ),
)


def option_count(question: Choice) -> Iterator[Diagnostic]:
    """Three to five options."""
    if question.type == "true-false":
        return
    count = len(question.options)
    if 2 <= count < FEW_CHOICES:
        message = "the question has only two options"
        hint = "add one that people who have not understood would pick"
        yield TWO_OPTIONS.at(question.span, message, hint)
    elif count > MANY_CHOICES and not question.several:
        message = f"the question has {count} options"
        yield MANY_OPTIONS.at(question.span, message, "keep those that people really believe")


def unsorted_numbers(question: Choice) -> Iterator[Diagnostic]:
    """Numbers stand in order."""
    found = numbers([option.text for option in question.options])
    if not found or len(found) < FEW_CHOICES:
        return
    if question.shuffle or found not in (sorted(found), sorted(found, reverse=True)):
        message = "these numbers are not shown in order"
        hint = "write them from the smallest to the largest, without `shuffle: true`"
        yield UNSORTED_NUMBERS.at(question.options[0].span, message, hint)


def uneven_options(question: Choice) -> Iterator[Diagnostic]:
    """Options are about equally long."""
    lengths = [len(plain(option.text)) for option in question.options]
    if lengths and max(lengths) >= LONG_OPTION and max(lengths) > UNEVEN * max(1, min(lengths)):
        longest = question.options[lengths.index(max(lengths))]
        message = f"this option has {max(lengths)} characters, another one {min(lengths)}"
        yield UNEVEN_OPTIONS.at(longest.span, message, "make them about equally long")


RULES = (option_count, unsorted_numbers, uneven_options)
