"""Every kind of question becomes interactions that the strictest LMS takes, field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import FORMATS
from .lms_side.answers import rounds, stored
from .lms_side.course import Shell, attempts, course_map, unpacked
from .lms_side.launch import Launcher, until
from .lms_side.trials import Trial

LESSONS = ("everything", "type", "say", "sort")


@pytest.mark.parametrize("standard", FORMATS)
def test_what_is_answered_is_what_is_stored(
    launch: Launcher, showcase: dict[str, Path], tmp_path: Path, standard: str
) -> None:
    folder = unpacked(showcase[standard], tmp_path)
    [attempt] = attempts(folder, standard)  # type: ignore[arg-type]
    shell = Shell("everything")
    trial = Trial(launch, shell, attempt)
    running, before = trial.begin()
    told = []
    for lesson in LESSONS:
        for answers, records in rounds(standard, course_map(folder), lesson):
            shell.answer_all(running, lesson, answers)
            told += records
    running.leave("exit", shell.exit)
    trial.judged(running, before)
    assert trial.wrong == []
    assert sorted(stored(standard, attempt.stored)) == sorted(told)
    assert len({one.kind for one in told}) >= 7


def test_a_platform_without_interactions_is_no_trouble(
    launch: Launcher, showcase: dict[str, Path], tmp_path: Path
) -> None:
    folder = unpacked(showcase["1.2"], tmp_path)
    [attempt] = attempts(folder, "1.2")
    shell = Shell("everything")
    trial = Trial(launch, shell, attempt)
    running, before = trial.begin(noInteractions=True)
    shell.play(running)
    running.page.wait_for_timeout(shell.second)
    seen = shell.shown(running)
    running.leave("exit", shell.exit)
    trial.judged(running, before, allow=frozenset({"401"}))
    again, _ = trial.begin()
    assert until(lambda: shell.shown(again) == seen, again.page)
    assert trial.wrong == []
    again.leave("exit", shell.exit)
