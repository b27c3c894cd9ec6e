"""A quiz on paper in several versions, so that neighbours have nothing to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.paper.layout import Paper, laid_out, letter, mixed
from builder.model.questions import Question


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a printed quiz: its name (A, B, ...) and its questions in order, each with
    its own name (QUIZ/QUESTION)."""

    name: str
    papers: tuple[tuple[str, Paper], ...]


def versions(
    questions: Sequence[tuple[str, Question]], count: int, seed: str
) -> tuple[Version, ...]:
    """`count` versions of a quiz; `questions` are pairs of a name (QUIZ/QUESTION) and a question.

    Version A keeps the author's order. In the others questions and choices are mixed, each by
    the seed, the version and its own name: another question moves none of the others' choices.
    """
    return tuple(_version(questions, letter(at), seed if at else "") for at in range(count))


def _version(questions: Sequence[tuple[str, Question]], name: str, seed: str) -> Version:
    order = mixed(f"{seed}\0{name}", questions, lambda q: q[0]) if seed else questions
    return Version(
        name,
        tuple((at, laid_out(question, seed and f"{seed}\0{name}\0{at}")) for at, question in order),
    )
