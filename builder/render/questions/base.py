"""What the template of a question needs, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeVar

from markupsafe import Markup

from builder.model.questions import Question

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a question. `id` names it in the page's record, `plain` is its text for
    attributes, `answer` the right partner in a matching question, `letter` its name on paper."""

    id: str
    text: Markup
    plain: str
    feedback: Markup
    correct: bool = False
    answer: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`rows` stand in the order of the key, `shown` in the order of the page. `fingerprint` changes
    with what is asked and what is right, so that a kept answer is not held against another
    question; hints and feedback leave it alone."""

    id: str
    key: str
    fingerprint: str
    type: str
    template: str
    points: str
    prompt: Markup
    hint: Markup
    feedback: Markup
    section: tuple[str, Markup] | None
    rows: tuple[Row, ...]
    shown: tuple[Row, ...]
    choices: tuple[str, ...] = ()
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """How a question's Markdown becomes HTML on the page of the file at `path`."""

    inline: Callable[[str], Markup]
    block: Callable[[str], Markup]
    plain: Callable[[str], str]


def frame(
    question: Question,
    quiz: str,
    sections: Mapping[str, Markup],
    text: Text,
    asked: Iterable[str],
) -> dict[str, Any]:
    """The fields that every kind of question fills in the same way.

    `asked` are the ids and texts of the rows in the author's order and the right answer.
    """
    section = question.section.id.lstrip("#") if question.section else ""
    return {
        "id": question.id,
        "key": f"{quiz}--{question.id}",
        "fingerprint": _fingerprint(question.type, question.prompt, *asked),
        "type": question.type,
        "template": f"questions/{question.type}.html",
        "points": f"{question.points:g}",
        "prompt": text.inline(question.prompt),
        "hint": text.inline(question.hint),
        "feedback": text.inline(question.feedback),
        "section": (section, sections[section]) if section in sections else None,
    }


def _fingerprint(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def shuffled(seed: str, items: Sequence[T], name: Callable[[T], str]) -> tuple[T, ...]:
    """An order that depends on the names alone: another item moves none of the others about."""
    return tuple(sorted(items, key=lambda item: sha256(f"{seed}\0{name(item)}".encode()).digest()))
