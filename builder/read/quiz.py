"""Quizzes: YAML files in `quizzes/`."""

from __future__ import annotations

from builder.diagnostics import Level, Span, code
from builder.model.questions import Question
from builder.model.quiz import Quiz
from builder.model.result import Result
from builder.model.urls import slug
from builder.read.order import humanise, stem
from builder.read.questions import READERS
from builder.read.questions.base import report_repeats
from builder.read.text import decode
from builder.read.yaml_value import Fields, read_yaml

DUPLICATE_QUESTION = code(
    "duplicate-question",
    Level.ERROR,
    "Two questions of a quiz have the same id",
    "Answers are stored under the question's id. It is made from the prompt unless you give one "
    "with 'id: ...'. Give one of the two questions another id.",
)


def read_quiz(path: str, data: bytes) -> Result[Quiz]:
    """The quiz in a YAML file; `path` is relative to the course root and gives its id."""
    decoded = decode(path, data)
    found = read_yaml(decoded.value, path, quiz)
    findings = (*decoded.findings, *found.findings)
    return Result(found.value, findings)


def quiz(fields: Fields) -> Quiz:
    """The keys of a quiz."""
    name = stem(fields.path)
    questions = fields.items("questions", _question, "The questions.", required=True)
    known = tuple(q for q in questions if q is not None)
    report_repeats(fields, DUPLICATE_QUESTION, ((q.id, q.span) for q in known), "question")
    return Quiz(
        id=slug(name),
        path=fields.path,
        title=fields.text("title", "Shown above the quiz.") or humanise(name),
        questions=known,
        span=Span(fields.path, 1, 1),
        intro=fields.text("intro", "Said before the first question (Markdown)."),
        pass_mark=fields.integer("pass_mark", "Percent to pass; default: the course's.", high=100),
        incomplete=fields.failed,
    )


def _question(fields: Fields) -> Question | None:
    return fields.variants("type", READERS, "The kind of question.")
