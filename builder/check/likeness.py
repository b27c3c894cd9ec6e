"""Questions that ask the same twice, in one quiz or anywhere in the course."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.waivers import kept
from builder.diagnostics import Code, Diagnostic, Level, code
from builder.model.item import Item, item
from builder.model.likeness import Sketch, groups, likeness, may_be_alike
from builder.model.quiz import Quiz

SAME = 0.9
ALIKE = 0.8
FEW = 40
"""Up to so many questions are compared each with each; among more, those whose sketches meet."""
MOST_MEETINGS = 4
"""A question is compared with the first few that share a part of its sketch: in a course where
thousands are alike one of them is enough to say so."""

NEAR_DUPLICATE = code(
    "near-duplicate",
    Level.ERROR,
    "A quiz asks the same question twice",
    explained(
        what="Two questions of a quiz have nearly the same prompt (nine tenths of all groups of"
        " three letters) and the same right answer.",
        why="The second one tests memory of the first, and one slip costs two points.",
        fix="Remove one of them.",
    ),
)
SAME_PROMPT = code(
    "same-prompt",
    Level.WARNING,
    "Two questions ask nearly the same",
    explained(
        what="Two questions of one quiz have nearly the same prompt and different right answers.",
        why="Learners who remember the first one answer the second without reading it.",
        fix="Remove one, or say in the prompts what differs.",
    ),
)
REPEATED_QUESTION = code(
    "repeated-question",
    Level.WARNING,
    "A question stands in two quizzes",
    explained(
        what="Questions of two quizzes have nearly the same prompt.",
        why="A change of one is forgotten in the other, and answers are kept for each of them.",
        fix="Keep it in one place: put it into a bank and let both quizzes draw from it, or ask"
        " something else in one of them.",
        example="draw:\n  - from: banks/trust\n    count: 2",
    ),
)
SIMILAR_QUESTION = code(
    "similar-question",
    Level.INFO,
    "Two questions are worded much alike",
    explained(
        what="The prompts of two questions share eight tenths of all groups of three letters.",
        why="It may be one question twice, or a pattern that is meant.",
        fix="Compare them, and reword one if it is the same question.",
    ),
)
CONTRADICTION = code(
    "contradiction",
    Level.ERROR,
    "Two questions contradict each other",
    explained(
        what="Two questions have the same prompt, and what is right in one is wrong in the other.",
        why="One of them marks learners down for a right answer.",
        fix="Correct the one that is wrong, or say in the prompts what differs.",
    ),
)


def alike_in_quiz(quiz: Quiz) -> Iterator[Diagnostic]:
    """Every question of a quiz asks something else."""
    items = [item(question) for question in quiz.questions if not question.incomplete]
    for first, second, degree in _pairs(items, within=True):
        yield from kept(_in_quiz(first, second, degree), second.waived)


def alike_in_course(facts: Facts) -> Iterator[Diagnostic]:
    """A question stands in one quiz only."""
    for first, second, degree in _pairs(facts.items, within=False):
        yield from kept(_in_course(first, second, degree), second.waived)


def _in_quiz(first: Item, second: Item, degree: float) -> Iterator[Diagnostic]:
    if _contradict(first, second):
        yield _contradiction(first, second)
    elif degree < SAME:
        yield _at(SIMILAR_QUESTION, first, second, "another question of this quiz is worded alike")
    elif first.right == second.right:
        yield _at(NEAR_DUPLICATE, first, second, "this quiz asks the same question already")
    else:
        yield _at(SAME_PROMPT, first, second, "another question of this quiz has the same prompt")


def _in_course(first: Item, second: Item, degree: float) -> Iterator[Diagnostic]:
    if _contradict(first, second):
        yield _contradiction(first, second)
    elif degree < SAME:
        yield _at(SIMILAR_QUESTION, first, second, "a question of another quiz is worded alike")
    else:
        yield _at(REPEATED_QUESTION, first, second, "another quiz asks this question, too")


def _contradict(first: Item, second: Item) -> bool:
    if first.stem != second.stem:
        return False
    return bool(set(first.right) & set(second.wrong) or set(first.wrong) & set(second.right))


def _contradiction(first: Item, second: Item) -> Diagnostic:
    message = "another question with the same prompt marks this answer the other way"
    return _at(CONTRADICTION, first, second, message, "correct one of the two")


def _at(
    kind: Code, first: Item, second: Item, message: str, hint: str = "ask something else in one"
) -> Diagnostic:
    return kind.at(second.span, message, hint, ((first.span, "the other question"),))


def _pairs(items: Sequence[Item], *, within: bool) -> Iterator[tuple[Item, Item, float]]:
    """Each item with the earlier one most like it, if any is; `within` one file or between two."""
    compare = _Comparison(items, within)
    for later in range(len(items)):
        rated = ((compare.degree(earlier, later), -earlier) for earlier in compare.met(later))
        best, found = max(rated, default=(0.0, 0))
        if best >= ALIKE:
            yield items[-found], items[later], best


class _Comparison:
    """Finds the items worth comparing with one, and compares them."""

    def __init__(self, items: Sequence[Item], within: bool) -> None:
        self._within = within
        self._stems = [item.stem for item in items]
        self._paths = [item.span.path for item in items]
        self._sketches = [item.sketch for item in items]
        self._groups: dict[int, frozenset[str]] = {}
        self._meetings = None if len(items) <= FEW else _meetings(self._sketches)

    def met(self, index: int) -> Iterable[int]:
        """Earlier items that may be like this one."""
        met = range(index) if self._meetings is None else self._meetings.get(index, ())
        return [other for other in met if self._comparable(other, index)] if met else ()

    def _comparable(self, one: int, other: int) -> bool:
        if (self._paths[one] == self._paths[other]) is not self._within:
            return False
        first, second = len(self._stems[one]), len(self._stems[other])
        # Texts this different in length cannot have eight tenths in common.
        if first * 0.7 > second or second * 0.7 > first or not first:
            return False
        return may_be_alike(self._sketches[one], self._sketches[other])

    def degree(self, one: int, other: int) -> float:
        """How alike two items are."""
        if self._stems[one] == self._stems[other]:
            return 1.0
        return likeness(self._groups_of(one), self._groups_of(other))

    def _groups_of(self, index: int) -> frozenset[str]:
        if index not in self._groups:
            self._groups[index] = groups(self._stems[index])
        return self._groups[index]


def _meetings(sketches: Sequence[Sketch]) -> dict[int, set[int]]:
    """For each item that shares a band of its sketch with earlier ones: the first few of them."""
    found: dict[int, set[int]] = {}
    for bands in zip(*(sketch.bands for sketch in sketches), strict=True):
        often = {band for band, count in Counter(bands).items() if band and count > 1}
        first: dict[int, list[int]] = {}
        for index, band in enumerate(bands) if often else ():
            if band in often:
                met = first.setdefault(band, [])
                if met:
                    found.setdefault(index, set()).update(met)
                if len(met) < MOST_MEETINGS:
                    met.append(index)
    return found
