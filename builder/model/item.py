"""A question as the catalogue knows it: what is compared between quizzes, and nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from builder.diagnostics import Span
from builder.model.likeness import Sketch, folded, sketch
from builder.model.parts import Ref
from builder.model.questions import Choice, Question

_MOST_ROWS = 120
"""Characters of the rows that count: long texts in one language are alike in any case."""


class Item(NamedTuple):
    """A question in the catalogue. A plain tuple, since thousands are read back at every build.

    `stem` is what is asked, as compared, `sketch` finds its like (`model.likeness`); `right` and
    `wrong` are digests of the texts that are right and wrong. `place` is where the only right
    option stands among `options` (-1 where there is no such thing), `longest` whether it is longer
    than every other; `shuffled` whether its place is left to chance. `waived` are accepted codes;
    what an `incomplete` one lacks may only not have been read.
    """

    id: str
    span: Span
    type: str
    objectives: tuple[Ref, ...]
    section: Ref | None
    level: str
    stem: str
    sketch: Sketch
    right: tuple[int, ...]
    wrong: tuple[int, ...]
    options: int
    place: int
    longest: bool
    shuffled: bool
    waived: tuple[str, ...]
    incomplete: bool
    points: float = 1.0


@lru_cache(maxsize=64)
def item(question: Question) -> Item:
    """The catalogue's view of a question of any kind. A quiz's are asked for twice in a row, by
    its check and by its entry."""
    stem = folded(_stem(question))
    right, wrong = _answers(question)
    place, longest = _key(question)
    return Item(
        id=question.id,
        span=question.span,
        type=question.type,
        objectives=question.objectives,
        section=question.section,
        level=question.level,
        stem=stem,
        sketch=sketch(stem),
        right=tuple(sorted(map(_digest, right))),
        wrong=tuple(sorted(map(_digest, wrong))),
        options=len(question.options) if isinstance(question, Choice) else 0,
        place=place,
        longest=longest,
        shuffled=isinstance(question, Choice) and question.shuffle,
        waived=tuple(waiver.code for waiver in question.waivers),
        incomplete=question.incomplete,
        points=question.points,
    )


def _stem(question: Question) -> str:
    """What two questions are compared by. Without options to pick from, a prompt such as "Match"
    says little: the rows are part of what is asked."""
    if isinstance(question, Choice) or not question.prompt.strip():
        return question.prompt
    return f"{question.prompt} {' '.join(_texts(_content(question)))[:_MOST_ROWS]}"


def _texts(content: object) -> Iterator[str]:
    """Every text in the content of a question, without names of keys and ids."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, list):
        for part in content:
            named = isinstance(part, tuple) and len(part) == 2 and isinstance(part[0], str)
            if not (named and part[0] == "id"):
                yield from _texts(part[1] if named else part)


def _answers(question: Question) -> tuple[list[str], list[str]]:
    """The right and the wrong texts. A kind without options counts as one right text."""
    if isinstance(question, Choice):
        right = [o.text for o in question.options if o.correct]
        return right, [o.text for o in question.options if not o.correct]
    return [repr(_content(question))], []


def _content(question: Question) -> list[object]:
    """What a question holds beyond what every kind has; places in the file do not count."""
    names = sorted(_slots(type(question)) - _slots(Question))
    return [(name, _without_places(getattr(question, name))) for name in names]


def _without_places(value: object) -> object:
    if isinstance(value, Span):
        return None
    if isinstance(value, tuple):
        return [_without_places(part) for part in value]
    if hasattr(value, "__dataclass_fields__"):
        left_out = ("span", "feedback")
        names = sorted(_slots(type(value)) - set(left_out))
        return [(name, _without_places(getattr(value, name))) for name in names]
    return value


def _slots(kind: type) -> set[str]:
    return set(getattr(kind, "__dataclass_fields__", ()))


def _key(question: Question) -> tuple[int, bool]:
    """The place of the only right option and whether it is the longest of all."""
    if not isinstance(question, Choice) or question.several or question.type == "true-false":
        return -1, False
    places = [i for i, option in enumerate(question.options) if option.correct]
    if len(places) != 1 or len(question.options) < 2:
        return -1, False
    lengths = [len(folded(option.text)) for option in question.options]
    own = lengths.pop(places[0])
    return places[0], own > max(lengths)


def _digest(text: str) -> int:
    return crc32(folded(text).encode("utf-8", "surrogatepass"))
