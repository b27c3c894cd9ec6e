"""Marking answers: the second implementation of `web/grading/`, for checks and printed keys.

A test holds the two together over random questions and answers. The formulas, per kind:

- one right option: 1 or 0;
- several right options (also regions and words to mark): max(0, (right ones chosen - wrong ones
  chosen) / right ones);
- rows (ordering, matching and the like): rows in order / rows;
- something typed: 1, or the credit that the matched answer names; several blanks: their average;
- kinds without points have no score and do not count.

A quiz's score is sum(points x score) / sum(points) over the questions that have a score.

A new kind is a new file here with `mark`, `solution` and, when none of the shared formulas fits,
`score`, and one row in `GRADERS`.
"""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.grading import (
    choice,
    cloze,
    confidence,
    conversation,
    matching,
    numeric,
    ordering,
    reflection,
    short_text,
    sorting,
    survey,
)
from builder.model.grading.base import (
    Answer,
    Grader,
    Mark,
    Outcome,
    all_or_nothing,
    share_of_credit,
    share_of_rows,
    share_of_several,
    without_score,
)
from builder.model.questions import Question

__all__ = ["GRADERS", "Answer", "Grader", "Mark", "Outcome", "grade", "quiz_score", "solution"]

GRADERS: dict[str, Grader] = {
    "single-choice": Grader(choice.mark, choice.solution, all_or_nothing),
    "true-false": Grader(choice.mark, choice.solution, all_or_nothing),
    "multiple-response": Grader(choice.mark, choice.solution, share_of_several),
    "ordering": Grader(ordering.mark, ordering.solution, share_of_rows),
    "matching": Grader(matching.mark, matching.solution, share_of_rows),
    "categorise": Grader(sorting.mark, sorting.solution, share_of_rows),
    "matrix": Grader(sorting.mark, sorting.solution, share_of_rows),
    "hotspot": Grader(choice.mark, choice.solutions, share_of_several),
    "highlight": Grader(choice.mark, choice.solutions, share_of_several),
    "short-text": Grader(short_text.mark, short_text.solution, share_of_credit),
    "numeric": Grader(numeric.mark, numeric.solution, share_of_credit),
    "cloze": Grader(cloze.mark, cloze.solution, share_of_credit),
    "survey": Grader(survey.mark, survey.solution, without_score),
    "confidence": Grader(confidence.mark, confidence.solution, all_or_nothing),
    "reflection": Grader(reflection.mark, reflection.solution, without_score),
    "conversation": Grader(conversation.mark, conversation.solution, conversation.score),
}


def grade(question: Question, answer: Answer) -> Outcome:
    """What `answer` is worth. Raises KeyError for a type of question nobody marks."""
    grader = GRADERS[question.type]
    marks = grader.mark(question, answer)
    return Outcome(grader.score(question, marks), all(mark.ok for mark in marks), marks)


def solution(question: Question) -> Answer:
    """The right answer. Raises KeyError for a type of question nobody marks."""
    return GRADERS[question.type].solution(question)


def quiz_score(results: Iterable[tuple[float, Outcome]]) -> float | None:
    """The score in 0..1 from pairs of points and outcome; None when nothing counts."""
    counted = [(points, o.score) for points, o in results if o.score is not None]
    total = sum(points for points, _ in counted)
    return sum(points * score for points, score in counted) / total if total else None
