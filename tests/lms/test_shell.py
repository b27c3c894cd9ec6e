"""The shipped course before an LMS: every way to leave, and an LMS that is slow, lies or hides."""

from __future__ import annotations

import pytest

from .lms_side.course import Shell
from .lms_side.launch import Launcher
from .lms_side.server import Attempt
from .lms_side.trials import TRIALS, run

LESSON = "cultivating-empathy"
NEAR = ("once", "storm", "http-500", "down")
"""What is nearly the same as another trial: for the long run."""


@pytest.mark.parametrize(("number", "trial"), list(enumerate(TRIALS)))
def test_nothing_is_lost_and_no_rule_is_broken(
    launch: Launcher, shipped: dict[str, Attempt], long: bool, number: int, trial: str
) -> None:
    """Each trial with one of the standards, in the long run with both."""
    if trial in NEAR and not long:
        return
    standards = ("1.2", "2004") if long else (("1.2", "2004")[number % 2],)
    for standard in standards:
        assert run(trial, launch, Shell(LESSON), shipped[standard]) == []
