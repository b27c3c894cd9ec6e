"""What a rule for a session's calls is: a function that yields a finding for each breach."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .server import Call

DATA = ("GetValue", "SetValue", "Commit")
COUNTS = {"Initialize": 1, "Terminate": 1, "Commit": 1, "GetValue": 1, "SetValue": 2}
FINAL = ("passed", "completed", "failed")


@dataclass(frozen=True)
class Given:
    """What a trace is judged against.

    `before` is the data that the LMS had at launch; `ended` whether the SCO could say goodbye (a
    killed one cannot); `allow` error codes that this LMS was told to give; `mode` the mode.
    """

    standard: str
    before: dict[str, Any] = field(default_factory=dict)
    ended: bool = True
    allow: frozenset[str] = frozenset()
    mode: str = "normal"


@dataclass(frozen=True)
class Finding:
    rule: str
    call: Call | None = None
    more: str = ""

    def __str__(self) -> str:
        at = f" at call {self.call.n} {self.call.name}{self.call.args}" if self.call else ""
        return f"{self.rule}{at} {self.more}".rstrip()


Rule = Callable[[Sequence[Call], Given], Iterable[Finding]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    RULES.append(function)
    return function


def sets(trace: Sequence[Call], element: str = "") -> Iterator[Call]:
    for call in trace:
        if call.name == "SetValue" and call.args and element in ("", call.args[0]):
            yield call


def told(call: Call) -> str:
    """The value that is written."""
    return call.args[1] if len(call.args) > 1 else ""


def core(standard: str, name: str) -> str:
    """An element of both standards by its name in 2004."""
    old = {
        "exit": "cmi.core.exit",
        "session_time": "cmi.core.session_time",
        "location": "cmi.core.lesson_location",
        "score.raw": "cmi.core.score.raw",
        "score.min": "cmi.core.score.min",
        "score.max": "cmi.core.score.max",
        "completion_status": "cmi.core.lesson_status",
        "success_status": "cmi.core.lesson_status",
    }
    return old[name] if standard == "1.2" and name in old else f"cmi.{name}"
