"""What a session's calls must satisfy, whatever the LMS said to them.

`judge(trace, given)` returns one finding for every breach: the rule's name and the call. Rules look
at the calls only, so a trace can be altered on purpose to see whether they notice.
"""

from __future__ import annotations

from collections.abc import Sequence

from . import rules_of_calls, rules_of_saving
from .judging import RULES, Finding, Given
from .server import Call

__all__ = ["Finding", "Given", "judge", "rules_of_calls", "rules_of_saving"]


def judge(trace: Sequence[Call], given: Given) -> list[Finding]:
    """Every breach of every rule, in the order of the rules."""
    return [finding for one in RULES for finding in one(trace, given)]
