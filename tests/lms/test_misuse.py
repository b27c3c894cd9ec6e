"""The rules for a session's calls notice every misuse of the API that is seeded in a good one."""

from __future__ import annotations

import pytest

from .conftest import Tell
from .lms_side.misuse import NEW, OLD, good, numbered
from .lms_side.rules import Given, judge

MISUSES = {"1.2": OLD, "2004": NEW}
LEAST = {"1.2": 34, "2004": 38}


@pytest.mark.parametrize("standard", MISUSES)
def test_a_good_session_breaks_no_rule(standard: str) -> None:
    assert judge(good(standard), Given(standard)) == []


@pytest.mark.parametrize("standard", MISUSES)
def test_every_misuse_breaks_a_rule(standard: str, tell: Tell) -> None:
    found = {
        name: judge(numbered(mutate(good(standard))), Given(standard))
        for name, mutate in MISUSES[standard].items()
    }
    missed = [name for name, findings in found.items() if not findings]
    tell(f"Misuses of the API of {standard} killed: {len(found) - len(missed)} of {len(found)}")
    assert missed == []
    assert len(found) >= LEAST[standard]
