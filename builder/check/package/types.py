"""What values of manifests may be: each type names what is wrong with a value, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

_NCNAME = re.compile(r"[^\W\d][\w.\-\u00b7]*")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_NO_URI = re.compile(r"[\s\\<>{}|^`\"\x00-\x1f]")
_TIME12 = re.compile(r"\d{4}:[0-5]\d:[0-5]\d(\.\d{1,2})?")
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T\d\d(:\d\d){0,2}.*)?)?)?")
LONGEST_ADDRESS = 2000

Why = str
Check = Callable[[str], Why]


def TYPES(kind: str, value: str) -> Why:  # noqa: N802 - reads as the table it is
    """Why `value` is not of the type, "" when it is."""
    if kind.startswith("at-most-"):
        most = int(kind.removeprefix("at-most-"))
        return f"is longer than {most} characters" if len(value) > most else ""
    if kind.startswith(("0..", "-1..")):
        return _between(kind, value)
    if "," in kind:
        words = [w.replace("~", " ").replace(";", ",") for w in kind.split(",") if w]
        return "" if value in words else f"is {value!r}, not one of: {', '.join(words)}"
    return _CHECKS[kind](value)


def _between(kind: str, value: str) -> Why:
    low, _, high = kind.partition("..")
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return f"is {value!r}, not a number"
    inside = number.is_finite() and Decimal(low) <= number <= Decimal(high)
    return "" if inside else f"is {value.strip()}, not between {low} and {high}"


def _identifier(value: str) -> Why:
    fits = _NCNAME.fullmatch(value)
    return "" if fits else f"is {value!r}; identifiers begin with a letter or _, without spaces"


def _address(value: str) -> Why:
    if len(value) > LONGEST_ADDRESS:
        return f"is longer than {LONGEST_ADDRESS} characters"
    return (
        f"is {value!r}, which holds a character no address may hold"
        if _NO_URI.search(value.strip())
        else ""
    )


def _link(value: str) -> Why:
    """Blanks are left to the rules about files, since platforms take them."""
    long = len(value) > LONGEST_ADDRESS
    return f"is longer than {LONGEST_ADDRESS} characters" if long else ""


def _flag(value: str) -> Why:
    return (
        "" if value.strip() in ("true", "false", "1", "0") else f"is {value!r}, not true or false"
    )


def _language(value: str) -> Why:
    return "" if _LANGUAGE.fullmatch(value) else f"is {value!r}, not a language tag such as en"


def _whole(value: str) -> Why:
    return "" if value.strip().isdigit() else f"is {value!r}, not a whole number"


def _matching(pattern: re.Pattern[str], what: str) -> Check:
    return lambda value: "" if pattern.fullmatch(value.strip()) else f"is {value!r}, not {what}"


_CHECKS: dict[str, Check] = {
    "any": lambda _: "",
    "id": _identifier,
    "uri": _address,
    "href": _link,
    "bool": _flag,
    "language": _language,
    "whole": _whole,
    "time": _matching(_TIME12, "a time such as 0001:30:00"),
    "duration": _matching(_DURATION, "a duration such as PT1H30M"),
    "date": _matching(_DATE, "a date such as 2026-11-25"),
}
