"""How a question of each kind is laid out on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple, TypeVar

from builder.model.questions import (
    Choice,
    Cloze,
    Confidence,
    Conversation,
    Highlight,
    Hotspot,
    Matching,
    MenuKey,
    Numeric,
    Ordering,
    Question,
    Reflection,
    ShortText,
    Sorting,
    Survey,
)
from builder.model.questions.choice import in_order

T = TypeVar("T")


class Form(StrEnum):
    """What one does on paper."""

    TICK = "tick"
    """Choose one letter or several."""
    ORDER = "order"
    """Write the letters in order."""
    PAIR = "pair"
    """Write a letter, or several, beside each row."""
    WRITE = "write"
    """Write a word or a number."""
    FILL = "fill"
    """Fill in each numbered blank."""
    RATE = "rate"
    """Choose a point of a scale for each row; nothing is right or wrong."""
    REFLECT = "reflect"
    """Write freely; nothing is right or wrong."""
    TALK = "talk"
    """Follow numbered turns and note the letters of what one says."""


class Slip(NamedTuple):
    """Something to choose, by its letter, or a row, by its number. `text` is Markdown, `id` what
    the answer calls it."""

    letter: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A question on paper. `several` tells that more than one letter may be right."""

    question: Question
    form: Form
    choices: tuple[Slip, ...] = ()
    rows: tuple[Slip, ...] = ()
    several: bool = False


def laid_out(question: Question, seed: str = "") -> Paper:
    """The question on paper. Where its kind allows it, choices are mixed by `seed`; without one
    they keep the author's order. Raises KeyError for a kind that has no layout."""
    return _LAYOUTS[type(question)](question, seed)


def mixed(seed: str, items: Sequence[T], name: Callable[[T], str]) -> tuple[T, ...]:
    """An order that depends on the seed and on the names alone."""
    return tuple(sorted(items, key=lambda item: sha256(f"{seed}\0{name(item)}".encode()).digest()))


def letter(place: int) -> str:
    """The letter of the choice at `place` (from 0): A to Z, then AA, AB and so on."""
    head, tail = divmod(place, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + tail)


def _lettered(pairs: Sequence[tuple[str, str]]) -> tuple[Slip, ...]:
    return tuple(Slip(letter(at), name, text) for at, (name, text) in enumerate(pairs))


def _numbered(pairs: Sequence[tuple[str, str]]) -> tuple[Slip, ...]:
    return tuple(Slip(str(at), name, text) for at, (name, text) in enumerate(pairs, 1))


def _choice(question: Choice, seed: str) -> Paper:
    options = [(option.id, option.text) for option in question.options]
    fixed = question.type == "true-false" or not question.shuffle
    if seed and not fixed and not in_order([text for _, text in options]):
        options = list(mixed(seed, options, lambda option: option[0]))
    several = question.type == "multiple-response"
    return Paper(question, Form.TICK, _lettered(options), several=several)


def _pieces(question: Highlight | Hotspot, _: str) -> Paper:
    """Pieces of a text and regions of a picture keep their places, and so their letters."""
    options = [(option.id, option.text) for option in question.options]
    several = sum(option.correct for option in question.options) > 1
    several = several or isinstance(question, Highlight)
    return Paper(question, Form.TICK, _lettered(options), several=several)


def _ordering(question: Ordering, seed: str) -> Paper:
    options = [(option.id, option.text) for option in question.options]
    shown = mixed(f"{question.id}\0{seed}", options, lambda option: option[0])
    if len(shown) > 1 and list(shown) == options:
        shown = shown[1:] + shown[:1]
    return Paper(question, Form.ORDER, _lettered(shown))


def _matching(question: Matching, seed: str) -> Paper:
    texts = tuple(dict.fromkeys(question.choices))
    choices = mixed(f"{question.id}\0{seed}", texts, str)
    rows = [(pair.id, pair.text) for pair in question.pairs]
    return Paper(
        question,
        Form.PAIR,
        _lettered([(text, text) for text in choices]),
        _numbered(_rows(rows, seed)),
    )


def _sorting(question: Sorting, seed: str) -> Paper:
    columns = [(column.id, column.text) for column in question.columns]
    rows = [(row.id, row.text) for row in question.rows]
    return Paper(
        question,
        Form.PAIR,
        _lettered(columns),
        _numbered(_rows(rows, seed)),
        several=question.several,
    )


def _rows(rows: Sequence[tuple[str, str]], seed: str) -> Sequence[tuple[str, str]]:
    return mixed(seed, rows, lambda row: row[0]) if seed else rows


def _typed(question: ShortText | Numeric, _: str) -> Paper:
    return Paper(question, Form.WRITE)


def _cloze(question: Cloze, _: str) -> Paper:
    """The blanks in the order of the text; a blank to choose for lists its options."""
    menus = {
        blank.id: " / ".join(option.text for option in blank.key.options)
        for blank in question.blanks
        if isinstance(blank.key, MenuKey)
    }
    gaps = [(name, menus.get(name, "")) for name in dict.fromkeys(question.gaps())]
    return Paper(question, Form.FILL, rows=_numbered(gaps))


def _survey(question: Survey, _: str) -> Paper:
    points = [(point.id, point.text) for point in question.scale]
    rows = [(row.id, row.text) for row in question.rows]
    return Paper(question, Form.RATE, _lettered(points), _numbered(rows))


def _reflection(question: Reflection, _: str) -> Paper:
    return Paper(question, Form.REFLECT)


def _conversation(question: Conversation, _: str) -> Paper:
    """The turns by number; letters begin anew in each turn, so `choices` stay empty."""
    return Paper(question, Form.TALK, rows=_numbered([(turn.id, "") for turn in question.turns]))


_LAYOUTS: dict[type[Question], Callable[[Any, str], Paper]] = {
    Choice: _choice,
    Confidence: _choice,
    Highlight: _pieces,
    Hotspot: _pieces,
    Ordering: _ordering,
    Matching: _matching,
    Sorting: _sorting,
    ShortText: _typed,
    Numeric: _typed,
    Cloze: _cloze,
    Survey: _survey,
    Reflection: _reflection,
    Conversation: _conversation,
}
