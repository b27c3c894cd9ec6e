"""Patterns for typed answers: a part of regular expressions that Python and browsers read alike
and that can never take long.

Allowed are letters, `.`, `[...]`, `\\d`, `\\w`, `\\s`, `( | )`, `?`, `*`, `+` and `{m,n}`. What is
repeated may hold neither a repetition nor alternatives: `(a+)+` and `(a|ab)*` need a time that
doubles with every character. A pattern matches the answer as a whole.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

MOST_TYPED = 200
"""Longer answers match no pattern."""
_MOST = 200
_MOST_TIMES = 50
# A pattern is tried in at most 2 to this power ways; a repetition without end counts 8.
_MOST_OPEN = 24
_ENDLESS = 8
_TOKEN = re.compile(
    r"(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<open>\((?:\?:)?)"
    r"|(?P<close>\))"
    r"|(?P<bar>\|)"
    r"|(?P<repeat>[*+?]|\{\d+(?:,\d*)?\})"
    r"|(?P<escape>\\.)"
    r"|(?P<plain>[^\\\[\](){}*+?|^$])",
    re.DOTALL,
)
_SHARED = frozenset(r"\^$.*+?()[]{}|/")
_CLASS = {"d": "0-9", "w": r"\p{L}\p{N}_", "s": " "}


class UnsafePattern(ValueError):  # noqa: N818 - the field's word for it
    """Why a pattern is refused; `hint` says what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class Pattern(NamedTuple):
    """A safe pattern as Python and as a browser (flag `u`) write it."""

    python: str
    script: str


class _Group(NamedTuple):
    """What a part of a pattern holds: repetitions, and alternatives."""

    repeats: int = 0
    ways: int = 0


@cache
def safe_pattern(text: str) -> Pattern:
    """The pattern in both notations. Raises UnsafePattern when it is not allowed here."""
    if len(text) > _MOST:
        raise UnsafePattern(f"the pattern is longer than {_MOST} characters", "split it in two")
    scan = _Scan()
    at = 0
    while at < len(text):
        part = _TOKEN.match(text, at)
        if part is None:
            raise _stray(text[at:])
        scan.take(part.lastgroup or "", part[0], text[part.end() :])
        at = part.end()
    scan.finish()
    found = Pattern("".join(scan.python), "".join(scan.script))
    try:
        re.compile(found.python)
    except re.error as error:
        raise UnsafePattern(f"the pattern is not valid: {error}", "check its brackets") from None
    return found


def matches(text: str, typed: str, *, case: bool) -> bool:
    """Whether the pattern `text` matches the whole of `typed`."""
    if len(typed) > MOST_TYPED:
        return False
    flags = 0 if case else re.IGNORECASE
    return re.fullmatch(safe_pattern(text).python, typed, flags) is not None


class _Scan:
    """A walk over the tokens of a pattern."""

    def __init__(self) -> None:
        self.python: list[str] = []
        self.script: list[str] = []
        self.open: list[_Group] = [_Group()]
        self.last: _Group | None = None
        self.ways = 0

    def take(self, kind: str, part: str, rest: str) -> None:
        """Take the next part."""
        python = script = part
        if kind == "open":
            if rest.startswith("?"):
                raise UnsafePattern(f"'(?{rest[1:2]}' is not allowed", "use plain ( ) groups")
            self.open.append(_Group())
            self.last = None
            python = script = "(?:"
        elif kind == "close":
            self._close()
        elif kind == "bar":
            self.open[-1] = self.open[-1]._replace(ways=self.open[-1].ways + 1)
            self.last = None
            self._leave_open(1)
        elif kind == "repeat":
            self._repeat(part)
        else:
            python, script = _piece(kind, part)
            self.last = _Group()
        self.python.append(python)
        self.script.append(script)

    def finish(self) -> None:
        """Every group has been closed."""
        if len(self.open) > 1:
            raise UnsafePattern("a '(' is never closed", r"add ')', or write '\(' for the sign")

    def _close(self) -> None:
        if len(self.open) == 1:
            raise UnsafePattern("a ')' closes nothing", r"remove it, or write '\)' for the sign")
        self.last = group = self.open.pop()
        outer = self.open[-1]
        self.open[-1] = _Group(outer.repeats + group.repeats, outer.ways + group.ways)

    def _repeat(self, part: str) -> None:
        if self.last is None:
            hint = "put a letter or a group before it, or a backslash to mean the sign itself"
            raise UnsafePattern(f"{part!r} repeats nothing", hint)
        if part == "?":
            self._leave_open(1)
        else:
            self._more(part, self.last)
        self.open[-1] = self.open[-1]._replace(repeats=self.open[-1].repeats + 1)
        self.last = None

    def _more(self, part: str, group: _Group) -> None:
        if group.repeats or group.ways:
            what = "a repetition" if group.repeats else "alternatives"
            message = f"{part!r} repeats a group that holds {what}, which can take forever"
            raise UnsafePattern(message, "repeat single letters or fixed texts only")
        times = [int(number) for number in re.findall(r"\d+", part)]
        if any(number > _MOST_TIMES for number in times):
            message = f"{part!r} repeats too often"
            raise UnsafePattern(message, f"repeat at most {_MOST_TIMES} times")
        endless = part in "*+" or part.endswith(",}")
        self._leave_open(_ENDLESS if endless else (times[-1] - times[0]).bit_length())

    def _leave_open(self, ways: int) -> None:
        self.ways += ways
        if self.ways > _MOST_OPEN:
            hint = "use fewer of ? * + and |, or list several answers instead"
            raise UnsafePattern("the pattern leaves too much open", hint)


def _piece(kind: str, part: str) -> tuple[str, str]:
    if kind == "escape":
        return _escape(part[1])
    if kind == "set":
        return _set(part)
    return part, part


def _escape(letter: str) -> tuple[str, str]:
    if letter in _CLASS:
        inner = _CLASS[letter]
        return (f"\\{letter}" if letter == "w" else f"[{inner}]"), f"[{inner}]"
    if letter in _SHARED:
        return f"\\{letter}", f"\\{letter}"
    if letter.isalnum():
        raise UnsafePattern(rf"'\{letter}' is not allowed", r"use \d, \w, \s, or no backslash")
    return re.escape(letter), letter


def _set(part: str) -> tuple[str, str]:
    """`[...]` in both notations; ranges stay, every sign that could mean something is escaped."""
    inner = part[1:-1]
    head = "^" if inner.startswith("^") else ""
    if inner == head or "--" in inner:
        raise UnsafePattern(f"{part!r} is no list of letters", "write such as [a-z] or [aeiou]")
    python, script = [], []
    for one in re.findall(r"\\.|.", inner[len(head) :], re.DOTALL):
        if len(one) == 2 and one[1] in _CLASS:
            python.append(one if one[1] == "w" else _CLASS[one[1]])
            script.append(_CLASS[one[1]])
            continue
        if len(one) == 2 and one[1].isalnum():
            raise UnsafePattern(f"{one!r} is not allowed", r"use \d, \w, \s, or no backslash")
        sign = one[-1]
        escaped = sign in _SHARED or one == r"\-"
        python.append(rf"\{sign}" if escaped or sign in "&~" else sign)
        script.append(rf"\{sign}" if escaped else sign)
    return f"[{head}{''.join(python)}]", f"[{head}{''.join(script)}]"


def _stray(rest: str) -> UnsafePattern:
    if rest[0] in "^$":
        hint = "leave it out: the whole answer is always compared"
        return UnsafePattern(f"{rest[0]!r} is not needed", hint)
    hint = f"close it, or write '\\{rest[0]}' for the sign itself"
    return UnsafePattern(f"{rest[0]!r} stands alone", hint)
