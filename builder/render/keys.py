"""What a learning platform is told of a question: its words without markup, and what is right.

Platforms record what was answered out of what; so they need the options by name, and the answer
in the form in which a learner's session keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from builder.model.grading import solution
from builder.model.grading.numeric import bounds, by_width
from builder.model.questions import (
    Choice,
    Cloze,
    Conversation,
    Highlight,
    Hotspot,
    Matching,
    MenuKey,
    NumberKey,
    Numeric,
    Option,
    Ordering,
    Question,
    Sorting,
    Survey,
)
from builder.render.markup import plain

Parts = dict[str, Any]
_NO_ANSWER = ("survey", "reflection")


def question_key(question: Question, *, keyless: bool = False) -> Parts:
    """The options of a question and, unless `keyless`, its right answer, ready for JSON."""
    parts = _PARTS[type(question)](question) if type(question) in _PARTS else {}
    if isinstance(question, Choice):
        parts = _choice(question)
    if keyless:
        return {name: part for name, part in parts.items() if name not in ("low", "high")}
    if question.type not in _NO_ANSWER:
        parts["right"] = _right(question)
    return parts


def _right(question: Question) -> object:
    """The answer as the page would keep it; partners are kept by their words."""
    if isinstance(question, Matching):
        return {pair.id: plain(pair.answer) for pair in question.pairs}
    return solution(question)


def _named(options: Iterable[Option]) -> list[list[str]]:
    return [[option.id, plain(option.text)] for option in options]


def _choice(question: Choice) -> Parts:
    return {"options": _named(question.options), "several": question.several}


def _regions(question: Hotspot | Highlight) -> Parts:
    several = isinstance(question, Highlight) or question.several
    return {"options": _named(question.options), "several": several}


def _matching(question: Matching) -> Parts:
    choices = dict.fromkeys(map(plain, question.choices))
    return {
        "options": [[pair.id, plain(pair.text)] for pair in question.pairs],
        "choices": [[choice, choice] for choice in choices],
    }


def _sorting(question: Sorting) -> Parts:
    return {
        "options": [[row.id, plain(row.text)] for row in question.rows],
        "choices": _named(question.columns),
        "several": question.several,
    }


def _survey(question: Survey) -> Parts:
    return {"options": _named(question.rows), "choices": _named(question.scale)}


def _cloze(question: Cloze) -> Parts:
    kinds = {MenuKey: "menu", NumberKey: "number"}
    blanks = {blank.id: blank for blank in question.blanks}
    shown = [blanks[name] for name in question.gaps() if name in blanks]
    return {
        "options": [[blank.id, kinds.get(type(blank.key), "text")] for blank in shown],
        "menus": {b.id: _named(b.key.options) for b in shown if isinstance(b.key, MenuKey)},
    }


def _numeric(question: Numeric) -> Parts:
    right = [bounds(amount) for amount in by_width(question.key.amounts) if amount.correct]
    return {"low": right[0][0], "high": right[0][1]} if right else {}


def _conversation(question: Conversation) -> Parts:
    return {"options": [[reply.id, plain(reply.text)] for _, reply in question.replies()]}


def _ordering(question: Ordering) -> Parts:
    return {"options": _named(question.options)}


_PARTS: dict[type[Question], Callable[[Any], Parts]] = {
    Hotspot: _regions,
    Highlight: _regions,
    Matching: _matching,
    Sorting: _sorting,
    Survey: _survey,
    Cloze: _cloze,
    Numeric: _numeric,
    Conversation: _conversation,
    Ordering: _ordering,
}
