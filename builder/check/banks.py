"""Patterns over many questions that give answers away, though no single question does.

A single question whose right option is the longest is no fault: somewhere it has to be. Only a
set of questions shows a habit, so these rules look at files and courses with twenty questions or
more and ask whether chance explains what they see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.statistics import at_least, chi_square_tail
from builder.diagnostics import Code, Diagnostic, Level, Span, code
from builder.model.item import Item, item
from builder.model.quiz import Quiz

FEWEST = 20
LONGEST_CHANCE = 0.05
LONGEST_RATIO = 1.4
PLACE_CHANCE = 0.01
LONG_RUN = 6

LONGEST_IS_RIGHT = code(
    "longest-is-right",
    Level.WARNING,
    "The longest option is right too often",
    explained(
        what="In a set of twenty questions or more, the right option is the longest one so often"
        f" that chance would do it in less than {LONGEST_CHANCE:.0%} of all cases (exact"
        f" Poisson-binomial tail), and at least {LONGEST_RATIO:g} times as often as expected.",
        why="Learners who know nothing and pick the longest option get far too many right.",
        fix="Shorten right options, or make wrong ones as exact, until about one in three or four"
        " is the longest.",
    ),
)
PLACE_OF_RIGHT = code(
    "place-of-right",
    Level.WARNING,
    "The right option stands in one place too often",
    explained(
        what="In a set of twenty questions or more that are not shuffled, the places of the right"
        f" options differ from chance (chi-square, p < {PLACE_CHANCE:g}), or {LONG_RUN} in a row"
        " are the same.",
        why="Learners notice, and pick the place.",
        fix="Let options be shuffled (leave out `shuffle: false`), or move them.",
    ),
)


def habits_in_quiz(quiz: Quiz) -> Iterator[Diagnostic]:
    """A file of many questions shows no habit."""
    if len(quiz.questions) >= FEWEST:
        yield from _habits([item(question) for question in quiz.questions], quiz.span)


def habits_in_course(facts: Facts) -> Iterator[Diagnostic]:
    """All questions of the course together show no habit. A file that shows one is told itself."""
    small = [i for quiz in facts.course.quizzes if len(quiz.items) < FEWEST for i in quiz.items]
    yield from _habits(small, facts.course.span)


def _habits(items: Sequence[Item], span: Span) -> Iterator[Diagnostic]:
    keyed = [one for one in items if one.place >= 0]
    yield from _longest(_without(keyed, LONGEST_IS_RIGHT), span)
    yield from _places([i for i in _without(keyed, PLACE_OF_RIGHT) if not i.shuffled], span)


def _without(items: Sequence[Item], what: Code) -> list[Item]:
    return [one for one in items if what.name not in one.waived]


def _longest(items: Sequence[Item], span: Span) -> Iterator[Diagnostic]:
    count = sum(one.longest for one in items)
    chances = [1 / one.options for one in items]
    expected = sum(chances)
    if len(items) < FEWEST or count < LONGEST_RATIO * expected:
        return
    # The ratio comes first: the tail takes time that grows with the square of the number.
    if len(items) > 2000 or at_least(count, chances) < LONGEST_CHANCE:
        message = (
            f"the right option is the longest in {count} of {len(items)} questions, where chance"
            f" would give {expected:.0f}"
        )
        see = tuple((one.span, "the right option is the longest") for one in items if one.longest)
        hint = "shorten right options, or make wrong ones as exact"
        yield LONGEST_IS_RIGHT.at(span, message, hint, see[:5])


def _places(items: Sequence[Item], span: Span) -> Iterator[Diagnostic]:
    if len(items) < FEWEST:
        return
    hint = "let options be shuffled, or move them"
    chance, often = _place_chance(items)
    if chance < PLACE_CHANCE:
        message = f"the right option stands in place {often + 1} too often to be chance"
        yield PLACE_OF_RIGHT.at(span, message, hint)
        return
    for place, run in groupby(items, key=lambda one: one.place):
        same = list(run)
        if len(same) >= LONG_RUN:
            message = f"in {len(same)} questions in a row the right option stands in place"
            yield PLACE_OF_RIGHT.at(same[0].span, f"{message} {place + 1}", hint)


def _place_chance(items: Sequence[Item]) -> tuple[float, int]:
    """How likely the places are by chance, and the place that stands out most."""
    most = max(one.options for one in items)
    seen = Counter(one.place for one in items)
    expected = [
        sum(1 / one.options for one in items if place < one.options) for place in range(most)
    ]
    value = sum((seen[i] - e) ** 2 / e for i, e in enumerate(expected))
    often = max(range(most), key=lambda i: (seen[i] - expected[i], -i))
    return chi_square_tail(value, most - 1), often
