"""What the template of a question needs, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar

from markupsafe import Markup

from builder.model.questions import Question

T = TypeVar("T")
NOTHING = Markup()


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


class Place(NamedTuple):
    """A section that a question leads back to: how this page links to it, and its title."""

    href: str
    title: Markup


Places = Mapping[str, Place]
"""Places by what questions write: `SECTION` on this page, `LESSON#SECTION` on another."""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`id` is unique on the page, `record` names the learner's answer. `rows` stand in the order
    of the key, `shown` in the order of the page. `fingerprint` changes
    with what is asked and what is right, so that a kept answer is not held against another
    question; hints and feedback leave it alone. `objectives` are ids as the author wrote them.
    `choices` are
    what there is to choose for every row: part of what is asked where no key is.
    With `keyless` nothing that tells the right answer may reach the page. `needs` are other types
    whose scripts this one builds on."""

    id: str
    key: str
    fingerprint: str
    type: str
    template: str
    points: str
    prompt: Markup
    hint: Markup
    feedback: Markup
    section: Place | None
    rows: tuple[Row, ...]
    shown: tuple[Row, ...]
    record: str = ""
    objectives: tuple[str, ...] = ()
    shuffle: bool = False
    keyless: bool = False
    choices: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """How a question's Markdown becomes HTML on the page of the file at `path`, in a course of the
    language (BCP 47) given."""

    inline: Callable[[str], Markup]
    block: Callable[[str], Markup]
    plain: Callable[[str], str]
    language: str = "en"


def frame(
    question: Question,
    quiz: str,
    places: Places,
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
        "section": places.get(section),
        "record": f"{quiz}/{question.id}",
        "objectives": tuple(objective.id for objective in question.objectives),
        "shuffle": getattr(question, "shuffle", False),
    }


def without_key(view: QuestionView) -> QuestionView:
    """The view of a question whose key stays with the author.

    Its fingerprint leaves the key out too: who knows all else could find the key by trying.
    """
    rows = tuple(replace(row, feedback=Markup(), correct=False, answer="") for row in view.shown)
    asked = sorted(f"{row.id}\x1e{row.text}" for row in rows) + sorted(view.choices)
    return replace(
        view,
        keyless=True,
        fingerprint=_fingerprint(view.type, str(view.prompt), *asked),
        feedback=Markup(),
        rows=(),
        shown=rows,
    )


def _fingerprint(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def shuffled(seed: str, items: Sequence[T], name: Callable[[T], str]) -> tuple[T, ...]:
    """An order that depends on the names alone: another item moves none of the others about."""
    return tuple(sorted(items, key=lambda item: sha256(f"{seed}\0{name(item)}".encode()).digest()))
