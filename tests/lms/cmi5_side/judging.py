"""What a rule for a cmi5 session is, and how a session and its statements are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .lrs import CMI5, Exchange, Launch

VERBS = "http://adlnet.gov/expapi/verbs/"
DEFINED = ("initialized", "completed", "passed", "failed", "terminated")
JUDGED = ("completed", "passed", "failed")
OTHERS = ("answered", "attempted", "experienced", "progressed", "interacted", "completed")
SESSION = f"{CMI5}extensions/sessionid"
MASTERY = f"{CMI5}extensions/masteryscore"
PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
Statement = dict[str, Any]


@dataclass
class Session:
    """A launch and what was sent in it.

    `before` are the verbs of earlier sessions of the registration, `secrets` what no request may
    contain, `trouble` whether the LRS was told to fail, `authored` the package's mastery score.
    """

    launch: Launch
    exchanges: list[Exchange]
    ended: bool = True
    before: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    trouble: bool = False
    authored: float | None = None
    sent: list[Statement] = field(init=False)

    def __post_init__(self) -> None:
        seen: dict[str, Statement] = {}
        for exchange in self.posts():
            for statement in listed(exchange.body):
                seen.setdefault(str(statement.get("id")), statement)
        self.sent = list(seen.values())

    def posts(self) -> list[Exchange]:
        return [
            e for e in self.exchanges if e.path == "xapi/statements" and e.method in ("POST", "PUT")
        ]

    def own(self, *verbs: str) -> list[Statement]:
        """The statements about the unit itself with one of these verbs."""
        return [s for s in self.sent if verb(s) in verbs and about(s) == self.launch.activity]


def listed(body: Any) -> list[Statement]:
    return [s for s in (body if isinstance(body, list) else [body]) if isinstance(s, dict)]


def verb(statement: Statement) -> str:
    return str(statement.get("verb", {}).get("id", "")).removeprefix(VERBS)


def about(statement: Statement) -> str:
    return str(statement.get("object", {}).get("id", ""))


def context(statement: Statement) -> dict[str, Any]:
    return statement.get("context") or {}


def categories(statement: Statement) -> list[str]:
    found = context(statement).get("contextActivities", {}).get("category") or []
    return [str(one.get("id", "")).removeprefix(f"{CMI5}categories/") for one in found]


def result(statement: Statement) -> dict[str, Any]:
    return statement.get("result") or {}


def seconds(duration: Any) -> float | None:
    """An ISO 8601 duration in seconds; None when it is none, or is negative."""
    pattern = r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?)?"
    found = re.fullmatch(pattern, duration) if isinstance(duration, str) else None
    if not found or duration in ("P", "PT") or not any(found.groups()):
        return None
    days, hours, minutes, rest = (float(part or 0) for part in found.groups())
    return days * 86400 + hours * 3600 + minutes * 60 + rest


def moment(statement: Statement) -> float | None:
    text = statement.get("timestamp", "")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z", str(text)):
        return None
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return None


Rule = Callable[[Session], Iterator[str]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    RULES.append(function)
    return function
