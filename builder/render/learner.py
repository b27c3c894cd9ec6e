"""What the learner's own pages know of a lesson: its exercises, and its questions as cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from builder.model.quiz import Reveal
from builder.render.exercises import TakeawayView
from builder.render.questions import QuestionView
from builder.render.quizzes import QuizView
from builder.render.search import text_of

_CHOSEN = frozenset({"single-choice", "multiple-response", "confidence", "hotspot"})
LISTED = _CHOSEN | {"ordering", "matching", "categorise", "matrix"}
"""Types that make little sense without the rows to choose from or to put in order."""
CARDS = LISTED | {"true-false", "short-text", "numeric", "cloze", "highlight"}
"""Types that can be asked on a card, without their own controls."""

Key = Callable[[QuestionView], str]
"""Renders a side of a question's card."""


def lesson_work(
    takeaways: tuple[TakeawayView, ...], quiz: QuizView | None, front: Key, key: Key
) -> dict[str, Any]:
    """Everything of one lesson, ready for JSON. `front` renders what a card shows between the
    question and its rows, `key` the answer.

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
        "cards": list(_cards(questions, front, key)) if open_key else [],
    }


def _task(takeaway: TakeawayView) -> dict[str, Any]:
    return {
        "id": takeaway.id,
        "t": text_of(takeaway.title),
        "q": text_of(takeaway.reflection),
        "steps": [[step.id, text_of(step.text)] for step in takeaway.steps],
    }


def _cards(questions: tuple[QuestionView, ...], front: Key, key: Key) -> Iterator[dict[str, Any]]:
    """One card for each question that can be one: name, fingerprint, front, back, section."""
    for question in questions:
        if question.type in CARDS:
            card = {"k": question.record, "f": question.fingerprint, "q": question.prompt}
            if shown := " ".join(front(question).split()):
                card["x"] = shown
            place = list(question.section) if question.section else ["", ""]
            rows = list(_rows(question))
            yield {**card, "rows": rows, "a": " ".join(key(question).split()), "s": place}


def _rows(question: QuestionView) -> Iterator[str]:
    """The rows of a card's front; those of a picture go by the numbers on it."""
    for number, row in enumerate(question.shown if question.type in LISTED else (), 1):
        yield f"{number}. {row.text}" if question.type == "hotspot" else row.text
