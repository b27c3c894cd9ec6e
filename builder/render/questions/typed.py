"""What the views of typed answers share: fields to type into, and their keys."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from builder.model.grading import numeric
from builder.model.grading.patterns import safe_pattern
from builder.model.numerals import decimal_comma
from builder.model.questions import Amount, NumberKey, TextKey, Variant
from builder.render.html import escaped, trusted
from builder.render.questions.base import QuestionView, Row, Text

# Fields come in three lengths, so that theirs tells next to nothing of the answer's.
_SIZES = (8, 16, 28)
_PLAIN_NUMBER = 1e6


@dataclass(frozen=True, slots=True)
class Field:
    """Something to fill in. `mode` is the keyboard that a phone shows, `unit` stands beside the
    field and may be one of `units`, `comma` tells how the course writes decimals. A field with
    `options` is a dropdown. `before` and `after` are the words around it in a text."""

    id: str
    mode: str = "text"
    size: int = _SIZES[-1]
    unit: str = ""
    units: tuple[str, ...] = ()
    comma: bool = False
    options: tuple[Row, ...] = ()
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said to whoever gives a listed answer; `worth` is its credit in percent."""

    id: str
    text: str
    said: Markup
    worth: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The key of a field: `spec` for the browser, `value` what is put into the field, `text` how
    that reads, `also` what counts besides, `told` the listed answers with their feedback."""

    id: str
    spec: str
    value: str
    text: Markup
    also: tuple[str, ...] = ()
    span: tuple[str, str] | None = None
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedView(QuestionView):
    """`fields` may stand on every page, `answers` in the key only."""

    fields: tuple[Field, ...] = ()
    answers: tuple[Answer, ...] = ()
    unit_asked: bool = False


def with_language(key: NumberKey, text: Text) -> NumberKey:
    """The key with the decimal mark of the course where the author names none."""
    return replace(key, comma=decimal_comma(text.language)) if key.comma is None else key


def number_field(name: str, key: NumberKey) -> Field:
    """A field for a number. The unit stays away where it is part of the answer."""
    simple = not key.unit and all(a.low >= 0 and a.high < _PLAIN_NUMBER for a in key.amounts)
    return Field(
        name,
        mode="decimal" if simple else "text",
        size=_SIZES[key.unit_required],
        unit="" if key.unit_required else key.unit,
        units=() if key.unit_required else tuple(name for name, _ in key.units),
        comma=bool(key.comma),
    )


def text_size(texts: Iterable[str]) -> int:
    """One length for all fields of a question, enough for the longest answer."""
    longest = max(map(len, texts), default=0)
    return next((size for size in _SIZES if longest < size), _SIZES[-1])


def text_answer(name: str, key: TextKey, text: Text, otherwise: str = "") -> Answer:
    """The key of a field for a text; `otherwise` is said where a right answer has no feedback."""
    spec = {
        "type": "text",
        **({"case": 1} if key.case else {}),
        **({"accents": 1} if key.accents else {}),
        "typos": key.typos,
        "of": [_variant(variant) for variant in key.variants],
    }
    first = key.variants[0].text if key.variants else ""
    also = (v.text for v in key.variants[1:] if v.correct and not v.pattern)
    return Answer(
        name,
        packed(spec),
        first,
        trusted(escaped(first)),
        also=tuple(also),
        told=_told(name, key.variants, text, otherwise),
    )


def number_answer(name: str, key: NumberKey, text: Text, otherwise: str = "") -> Answer:
    """The key of a field for a number, whose decimal mark is settled."""
    amounts = [(a, *numeric.bounds(a)) for a in numeric.by_width(key.amounts)]
    spec = {
        "type": "number",
        **({"comma": 1} if key.comma else {}),
        **({"need": 1} if key.unit_required else {}),
        "units": key.units,
        "of": [[a.id, low, high, a.credit] for a, low, high in amounts],
    }
    first = key.amounts[:1]
    text_shown = numeric.written(key, first[0].text if first else "")
    ends = [(_plain(a.low, key), _plain(a.high, key)) for a in first if _spread(a)]
    return Answer(
        name,
        packed(spec),
        numeric.shown(key),
        trusted(escaped(text_shown)),
        also=tuple(numeric.written(key, a.text) for a in key.amounts[1:] if a.correct),
        span=ends[0] if ends else None,
        told=_told(name, key.amounts, text, otherwise),
    )


def asked_text(key: TextKey) -> str:
    """What of a key makes a question the one it is."""
    rules = f"{key.case:d}{key.accents:d}{key.typos}"
    return "\x1e".join([rules, *(f"{v.text}\x1d{v.credit:g}{v.pattern:d}" for v in key.variants)])


def asked_number(key: NumberKey) -> str:
    """What of a key makes a question the one it is."""
    rules = f"{key.unit_required:d}{key.comma}{key.unit}{key.units}"
    return "\x1e".join([rules, *(f"{a.low!r}\x1d{a.high!r}\x1d{a.credit:g}" for a in key.amounts)])


def packed(spec: dict[str, Any]) -> str:
    """JSON without spaces."""
    return json.dumps(spec, ensure_ascii=False, separators=(",", ":"))


def _variant(variant: Variant) -> list[Any]:
    if variant.pattern:
        return [safe_pattern(variant.text).script, variant.credit, 1]
    return [variant.text, variant.credit]


def _told(
    name: str, listed: tuple[Variant, ...] | tuple[Amount, ...], text: Text, otherwise: str
) -> tuple[Told, ...]:
    said = ((one, one.feedback or (otherwise if one.correct else "")) for one in listed)
    return tuple(
        Told(f"{name}/{one.id}", _named(one), text.inline(words), round(one.credit * 100))
        for one, words in said
        if words or 0 < one.credit < 1
    )


def _named(one: Variant | Amount) -> str:
    """What a feedback is for; the answer itself has just been named."""
    return "" if one.id == "0" else one.text


def _spread(amount: Amount) -> bool:
    # The text of a range names its ends.
    return amount.low < amount.high and "\u2013" not in amount.text


def _plain(value: float, key: NumberKey) -> str:
    shown = f"{value:.10g}"
    return shown.replace(".", ",") if key.comma else shown
