"""What a cmi5 session must satisfy: its requests, its statements, their order and their words.

`judge(session)` returns a sentence for every breach. Rules read what a session sent, so a session
can be altered on purpose to see whether they notice.
"""

from __future__ import annotations

from . import rules_of_requests, rules_of_statements
from .judging import MASTERY, PROGRESS, RULES, SESSION, VERBS, Session, Statement, listed, verb

__all__ = [
    "MASTERY",
    "PROGRESS",
    "SESSION",
    "VERBS",
    "Session",
    "Statement",
    "judge",
    "listed",
    "rules_of_requests",
    "rules_of_statements",
    "verb",
]


def judge(session: Session) -> list[str]:
    return [told for one in RULES for told in one(session)]
