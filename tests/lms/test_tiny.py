"""The judges judged: a good SCO passes every trial, and each seeded defect fails one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import Tell
from .lms_side.launch import Launch, Launcher
from .lms_side.server import Attempt
from .lms_side.trials import run

TINY = Path(__file__).with_name("tiny")
STANDARDS = ("1.2", "2004")


class Tiny:
    """Plays the SCO in `tiny/`."""

    second = 300

    def ready(self, launch: Launch) -> bool:
        said = launch.sco.evaluate("!!window.tiny && place.textContent + notice.textContent")
        return bool(said)

    def play(self, launch: Launch) -> None:
        launch.sco.evaluate(
            "tiny.go(2); tiny.answer('b'); tiny.answer('a'); tiny.complete(true); tiny.go(3)"
        )

    def work(self, launch: Launch) -> None:
        launch.sco.evaluate("tiny.answer('b')")

    def move(self, launch: Launch) -> None:
        launch.sco.evaluate("tiny.go(state.place + 1)")

    def exit(self, launch: Launch) -> None:
        launch.sco.evaluate("tiny.exit()")

    def shown(self, launch: Launch) -> Any:
        return launch.sco.evaluate("JSON.stringify(state)")

    def notice(self, launch: Launch) -> str:
        said: str = launch.sco.evaluate("document.getElementById('notice').textContent")
        return said


def attempt(standard: str, defect: str = "") -> Attempt:
    return Attempt(standard, TINY, f"index.html?standard={standard}&defect={defect}")  # type: ignore[arg-type]


AGAIN = "frame navigated"
DEFECTS: dict[str, tuple[str, str, str]] = {
    "number-arguments": ("1.2", "once", "argument is not a text"),
    "write-before-start": ("2004", "once", "not the first call"),
    "never-initialized": ("1.2", "once", "never initialized"),
    "initialize-null": ("2004", "once", "argument is not"),
    "initialize-twice": ("1.2", "once", "initialized again"),
    "reads-writeonly": ("2004", "once", "reads what can only be written"),
    "unknown-element": ("1.2", "once", "no such element"),
    "overwrites-interactions": ("2004", AGAIN, "written over"),
    "no-exit": ("1.2", "once", "exit never told"),
    "exit-logout": ("1.2", "once", "value not allowed"),
    "exit-normal": ("2004", "once", "value not allowed"),
    "no-time": ("2004", "once", "session_time never told"),
    "short-time": ("1.2", "once", "value not allowed"),
    "iso-stamp": ("2004", "once", "value not allowed"),
    "lowers-status": ("1.2", AGAIN, "status lowered"),
    "no-first-status": ("2004", "once", "no status in the first commit"),
    "no-first-commit": ("1.2", "opened", "nothing committed in the first second"),
    "page-error": ("2004", "once", "oops"),
    "missing-file": ("1.2", "once", "missing: none.png"),
    "outside-request": ("2004", "once", "asked for http://127.0.0.1:9"),
    "asks-student-for-mode": ("1.2", "once", "dialog"),
    "type-late": ("2004", "once", "answer before its type"),
    "spaces-in-id": ("1.2", "once", "value not allowed"),
    "words-as-answer": ("2004", "once", "not a choice answer"),
    "wrong-word": ("1.2", "once", "value not allowed"),
    "score-alone": ("2004", "once", "score without min"),
    "score-over": ("1.2", "once", "value not allowed"),
    "status-word": ("2004", "once", "value not allowed"),
    "no-resume": ("1.2", AGAIN, "came back"),
    "long-state": ("2004", "once", "value not allowed"),
    "finish-twice": ("1.2", "once", "terminated again"),
    "calls-after-end": ("2004", "once", "call after the end"),
    "no-finish": ("1.2", "once", "never terminated"),
    "commit-in-pagehide": ("2004", "once", "commit while the page goes away"),
    "slow-debounce": ("1.2", "killed", "came back"),
    "never-debounced": ("2004", "storm", "storm of commits"),
    "commit-at-exit-only": ("1.2", "dies at once", "lost"),
    "ignores-hidden": ("2004", "dies at once", "lost"),
    "unload-only": ("1.2", "without unload", "never terminated"),
    "beforeunload": ("2004", "stays", "stopped"),
    "no-notice": ("1.2", "http-401", "no notice"),
    "trusts-failure": ("2004", "http-401", "no notice"),
    "trusts-success": ("1.2", "login", "no notice"),
    "no-retry": ("2004", "http-500", "notice stays"),
    "no-wait": ("1.2", "late", "stopped"),
    "shallow-search": ("2004", "nested", "stopped"),
    "no-opener": ("1.2", "popup", "stopped"),
    "first-api": ("2004", "both", "never ready"),
}
"""Each defect of the tiny SCO: the standard, the trial that must find it, and what it must say."""


@pytest.mark.parametrize(("standard", "trial"), sorted({(s, t) for s, t, _ in DEFECTS.values()}))
def test_a_good_sco_passes(launch: Launcher, standard: str, trial: str) -> None:
    assert run(trial, launch, Tiny(), attempt(standard)) == []


def test_seeded_defects_are_found(launch: Launcher, tell: Tell, long: bool) -> None:
    """Every second one; all of them in the long run."""
    tried = list(DEFECTS.items())[:: 1 if long else 2]
    missed = {}
    for defect, (standard, trial, told) in tried:
        found = run(trial, launch, Tiny(), attempt(standard, defect))
        if not any(told in one for one in found):
            missed[defect] = found
    tell(f"Seeded SCO defects killed: {len(tried) - len(missed)} of {len(tried)}")
    assert not missed
    assert len(tried) >= 19
