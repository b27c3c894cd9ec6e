"""What the learner's own pages know of a lesson: its exercises, and its questions as cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from builder.model.quiz import Reveal
from builder.render.exercises import TakeawayView
from builder.render.questions import QuestionView
from builder.render.quizzes import QuizView
from builder.render.search import text_of

LISTED = frozenset(
    {"single-choice", "multiple-response", "confidence", "ordering", "matching", "categorise"}
)
"""Types that make little sense without the rows to choose from or to put in order."""
CARDS = LISTED | {"true-false", "short-text", "numeric"}
"""Types that can be asked on a card, without their own controls."""

Key = Callable[[QuestionView], str]


def lesson_work(
    takeaways: tuple[TakeawayView, ...], quiz: QuizView | None, key: Key
) -> dict[str, Any]:
    """Everything of one lesson, ready for JSON. `key` renders the answer to a question.

    `tasks` are takeaways: id, title, reflection question, steps as pairs of id and text.
    `asks` holds the questions' words by the name of the learner's answer. `cards` are empty
    for a quiz whose key stays with the author. Cards are HTML with addresses as seen from the
    lesson's page, all other texts are plain.
    """
    questions = tuple(quiz.asked) if quiz else ()
    open_key = quiz is not None and quiz.policy.reveal is not Reveal.NEVER
    return {
        "tasks": [_task(takeaway) for takeaway in takeaways],
        "asks": {question.record: text_of(question.prompt) for question in questions},
        "cards": list(_cards(questions, key)) if open_key else [],
    }


def _task(takeaway: TakeawayView) -> dict[str, Any]:
    return {
        "id": takeaway.id,
        "t": text_of(takeaway.title),
        "q": text_of(takeaway.reflection),
        "steps": [[step.id, text_of(step.text)] for step in takeaway.steps],
    }


def _cards(questions: tuple[QuestionView, ...], key: Key) -> Iterator[dict[str, Any]]:
    """One card for each question that can be one: name, fingerprint, front, back, section."""
    for question in questions:
        if question.type in CARDS:
            rows = [row.text for row in question.shown] if question.type in LISTED else []
            card = {"k": question.record, "f": question.fingerprint, "q": question.prompt}
            place = list(question.section) if question.section else ["", ""]
            yield {**card, "rows": rows, "a": " ".join(key(question).split()), "s": place}
