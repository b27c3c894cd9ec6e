"""Checks of a quiz as a whole. That ids are unique is seen to where they are made, in `read`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.kinds.base import plain
from builder.diagnostics import Diagnostic, Level, code
from builder.model.parts import Ref
from builder.model.questions import Choice
from builder.model.quiz import Quiz

EMPTY_QUIZ = code(
    "empty-quiz",
    Level.ERROR,
    "A quiz has no questions",
    explained(
        what="The quiz file holds no question.",
        why="Learners see a quiz they cannot take.",
        fix="Write a question, or remove the file.",
        example="questions:\n  - id: first\n    type: true-false\n    prompt: Trust is earned.\n"
        "    answer: true",
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
SAME_PROMPT = code(
    "same-prompt",
    Level.WARNING,
    "Two questions ask the same",
    explained(
        what="Two questions of one quiz have the same prompt.",
        why="The second one tests memory of the first.",
        fix="Remove one, or say in the prompts what differs.",
    ),
)


def empty_quiz(quiz: Quiz) -> Iterator[Diagnostic]:
    """A quiz asks something."""
    if not (quiz.questions or quiz.draws or quiz.incomplete):
        hint = "add a question under `questions`, or remove the file"
        yield EMPTY_QUIZ.at(quiz.span, "the quiz has no questions", hint)


def contradiction(quiz: Quiz) -> Iterator[Diagnostic]:
    """What is right in one question is not wrong in another with the same prompt."""
    for first, second in _alike(quiz):
        right, wrong = _texts(first, True), _texts(first, False)
        if right & _texts(second, False) or wrong & _texts(second, True):
            message = "another question with the same prompt marks this answer the other way"
            see = ((first.span, "the other question"),)
            yield CONTRADICTION.at(second.span, message, "correct one of the two", see)


def same_prompt(quiz: Quiz) -> Iterator[Diagnostic]:
    """Every question asks something else. A picture below equal words would differ; none does."""
    seen: dict[str, Ref] = {}
    for question in quiz.questions:
        prompt = plain(question.prompt)
        if prompt and prompt in seen:
            see = ((seen[prompt].span, "the other question"),)
            message = "another question of this quiz has the same prompt"
            yield SAME_PROMPT.at(question.span, message, "say in the prompts what differs", see)
        seen.setdefault(prompt, Ref(question.id, question.span))


def _alike(quiz: Quiz) -> Iterator[tuple[Choice, Choice]]:
    """Choices with the prompt of an earlier one, each with the first of that prompt."""
    groups: dict[str, list[Choice]] = defaultdict(list)
    for question in quiz.questions:
        if isinstance(question, Choice) and question.prompt.strip():
            groups[plain(question.prompt)].append(question)
    for first, *others in groups.values():
        yield from ((first, other) for other in others)


def _texts(question: Choice, correct: bool) -> set[str]:
    return {plain(option.text) for option in question.options if option.correct is correct}
