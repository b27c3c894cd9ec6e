"""What the readers of typed answers share: listed answers right and wrong, with what they earn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from builder.diagnostics import Level, code
from builder.model.grading.numbers import parse
from builder.model.grading.patterns import UnsafePattern, safe_pattern
from builder.model.questions import TYPOS, Amount, NumberKey, TextKey, Variant
from builder.read.yaml_shapes import WRONG_TYPE, WRONG_VALUE
from builder.read.yaml_value import Fields

UNSAFE_PATTERN = code(
    "unsafe-pattern",
    Level.ERROR,
    "A pattern for typed answers is not allowed",
    "Patterns are a part of regular expressions that Python and every browser read alike: letters, "
    "'.', [...], \\d, \\w, \\s, ( | ), ?, *, + and {m,n}; the whole answer is compared. What is "
    "repeated may hold neither a repetition nor alternatives, as in (a+)+ or (a|ab)*, because the "
    "time such a pattern needs doubles with every character that is typed.",
)
T = TypeVar("T", Variant, Amount)


def text_key(fields: Fields) -> TextKey:
    """The keys that say which typed text is right."""
    about = "The right answer; of several, the first is shown."
    answer = fields.some("answer", _right, about, short="text")
    accept = fields.items("accept", _right, "Further answers that count.", short="text")
    wrong = fields.items("wrong", _wrong, "Wrong answers to be met, with feedback.", short="text")
    fields.require_one_of("answer")
    _first_is_right(fields, answer)
    return TextKey(
        variants=_numbered((*answer, *accept, *wrong)),
        case=fields.flag("case", "Upper and lower case must be right."),
        accents=fields.flag("accents", "Accents must be right; otherwise e stands for \u00e9."),
        typos=fields.choice(
            "typos",
            TYPOS,
            "A slip of a letter or two: hint says so without counting it (default), accept counts "
            "it as right, wrong says nothing.",
            default=TYPOS[0],
        ),
    )


def number_key(fields: Fields) -> NumberKey:
    """The keys that say which number is right."""
    spread = _Tolerance.of(fields)
    about = "The right number; of several, the first is shown."
    answer = fields.some("answer", spread.right, about, short="value")
    accept = fields.items("accept", spread.right, "Further numbers that count.", short="value")
    wrong = fields.items(
        "wrong", spread.wrong, "Wrong numbers to be met, with feedback.", short="value"
    )
    fields.require_one_of("answer")
    _first_is_right(fields, answer)
    unit = fields.text("unit", "The unit of the numbers in this file, such as km.")
    found = (*answer, *accept, *wrong)
    mark = fields.choice(
        "decimal",
        ("point", "comma"),
        "The mark before decimals; default: as the course's language.",
    )
    return NumberKey(
        amounts=_numbered(tuple(amount for amount in found if amount)),
        unit=unit,
        units=_units(fields, unit),
        unit_required=fields.flag("unit_required", "The unit must be typed."),
        comma=mark == "comma" if mark else None,
    )


def _first_is_right(fields: Fields, found: Sequence[Variant | Amount | None]) -> None:
    """Complain when there is no answer to show: it is a pattern, or right in part only."""
    if not found and fields.has("answer") and not fields.failed:
        fields.complain(WRONG_VALUE, "answer", "the list holds no answer", "write '- ...' below")
    first = found[0] if found else None
    pattern = isinstance(first, Variant) and first.pattern
    if first and (pattern or not first.correct):
        hint = "put it under 'accept', and the answer to show under 'answer'"
        what = "a pattern" if pattern else "one that is right in part"
        fields.complain(WRONG_VALUE, "answer", f"{what} cannot be shown as the answer", hint)


def _right(fields: Fields) -> Variant:
    credit = fields.number("credit", "What it earns, from 0 to 1; default 1.", high=1)
    return _either(fields, 1.0 if credit is None else credit)


def _wrong(fields: Fields) -> Variant:
    return _either(fields, 0.0)


def _either(fields: Fields, credit: float) -> Variant:
    text = fields.text("text", "What is typed.")
    pattern = fields.text("pattern", "A pattern that the whole answer matches.")
    fields.require_one_of("text", "pattern")
    if pattern:
        try:
            safe_pattern(pattern)
        except UnsafePattern as refused:
            fields.complain(UNSAFE_PATTERN, "pattern", str(refused), refused.hint)
            pattern = ""
    if text and pattern:
        hint = "write two entries"
        fields.complain(WRONG_VALUE, "pattern", "an entry is either a text or a pattern", hint)
    return Variant(
        id="",
        text=text or pattern,
        span=fields.span,
        credit=credit,
        feedback=fields.text("feedback", "Said to whoever types it (Markdown)."),
        pattern=bool(pattern) and not text,
    )


def _numbered(found: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(replace(one, id=str(n)) for n, one in enumerate(found))


def _units(fields: Fields, unit: str) -> tuple[tuple[str, float], ...]:
    further = fields.named(
        "units", _unit, "Further units: NAME: how many UNITs one is.", short="is"
    )
    if further and not unit:
        fields.complain(WRONG_VALUE, "units", "'units' needs a 'unit'", "add 'unit: ...'")
    own = ((unit, 1.0),) if unit else ()
    return (*own, *((name, by) for name, by in further if name and by))


def _unit(fields: Fields) -> tuple[str, float]:
    name = fields.text("id", "The unit.")
    by = _number(fields, "is", fields.text("is", "Its factor, such as 0.001 for m in km."))
    if by is not None and by <= 0:
        fields.complain(WRONG_VALUE, "is", "a factor must be more than 0")
    return name, max(by or 0.0, 0.0)


class _Tolerance:
    """How far from a value still counts: for the whole question, or for one of its numbers."""

    def __init__(self, text: str) -> None:
        self.text = text

    @classmethod
    def of(cls, fields: Fields) -> _Tolerance:
        """The tolerance of the block, checked."""
        about = "How far off still counts: a number, or percent such as 5%; default: exact."
        text = fields.text("tolerance", about).strip()
        size = _number(fields, "tolerance", text.removesuffix("%").strip())
        if size is not None and size < 0:
            fields.complain(WRONG_VALUE, "tolerance", "a tolerance cannot be less than 0")
        return cls(text if size is not None and size >= 0 else "")

    def right(self, fields: Fields) -> Amount | None:
        """An amount that counts."""
        credit = fields.number("credit", "What it earns, from 0 to 1; default 1.", high=1)
        return self._amount(fields, 1.0 if credit is None else credit)

    def wrong(self, fields: Fields) -> Amount | None:
        """An amount that does not."""
        return self._amount(fields, 0.0)

    def _amount(self, fields: Fields, credit: float) -> Amount | None:
        keys = {"value": "The number.", "from": "The least number.", "to": "The greatest number."}
        texts = {key: fields.text(key, about).strip() for key, about in keys.items()}
        value, low, high = (_number(fields, key, text) for key, text in texts.items())
        own = _Tolerance.of(fields)
        feedback = fields.text("feedback", "Said to whoever types it (Markdown).")
        fields.require_one_of("value", "from", "to")
        if value is not None:
            shown, (low, high) = texts["value"], (own if own.text else self).around(value)
        elif low is not None and high is not None:
            shown = f"{texts['from']}\u2013{texts['to']}"
            if low > high:
                fields.complain(WRONG_VALUE, "to", "'to' is less than 'from'", "change the two")
        else:
            return self._half(fields, texts)
        found = Amount(id="", text=shown, low=low, high=high, span=fields.span)
        return replace(found, credit=credit, feedback=feedback)

    @staticmethod
    def _half(fields: Fields, texts: dict[str, str]) -> None:
        if bool(texts["from"]) != bool(texts["to"]) and not texts["value"]:
            missing = "to" if texts["from"] else "from"
            there = "from" if texts["from"] else "to"
            fields.complain(WRONG_VALUE, there, "a range has two ends", f"add '{missing}: ...'")

    def around(self, value: float) -> tuple[float, float]:
        """The least and the greatest number that count as `value`."""
        if not self.text:
            return value, value
        size = float(self.text.removesuffix("%"))
        off = abs(value) * size / 100 if self.text.endswith("%") else size
        return value - off, value + off


def _number(fields: Fields, key: str, text: str) -> float | None:
    """A number as a file writes it: with a decimal point, perhaps with a power of ten."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if "_" not in text and abs(value) < float("inf"):
        return value
    meant = parse(text, comma=True)
    hint = f"write {meant.value:.15g}" if meant and not meant.unit else "write such as 3.5 or 6e23"
    fields.complain(WRONG_TYPE, key, f"{key!r} must be a number", hint)
    return None
