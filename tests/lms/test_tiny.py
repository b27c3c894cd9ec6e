"""The judges judged: a good SCO passes every trial, and each seeded defect fails one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .lms_side.launch import Launch, Launcher
from .lms_side.server import Attempt
from .lms_side.trials import run

TINY = Path(__file__).with_name("tiny")
STANDARDS = ("1.2", "2004")


class Tiny:
    """Plays the SCO in `tiny/`."""

    def ready(self, launch: Launch) -> bool:
        said = launch.sco.evaluate("!!window.tiny && place.textContent + notice.textContent")
        return bool(said)

    def play(self, launch: Launch) -> None:
        launch.sco.evaluate("tiny.go(2); tiny.answer('a'); tiny.complete(true); tiny.go(3)")

    def exit(self, launch: Launch) -> None:
        launch.sco.evaluate("tiny.exit()")

    def shown(self, launch: Launch) -> Any:
        return launch.sco.evaluate("JSON.stringify(state)")

    def notice(self, launch: Launch) -> str:
        said: str = launch.sco.evaluate("document.getElementById('notice').textContent")
        return said


def attempt(standard: str, defect: str = "") -> Attempt:
    return Attempt(standard, TINY, f"index.html?standard={standard}&defect={defect}")  # type: ignore[arg-type]


PLAYED = "frame navigated"
DEFECTS: dict[str, tuple[str, str]] = {
    "number-arguments": (PLAYED, "argument is not a text"),
    "write-before-start": (PLAYED, "not the first call"),
    "never-initialized": (PLAYED, "never initialized"),
    "initialize-null": (PLAYED, "argument is not"),
    "initialize-twice": (PLAYED, "initialized again"),
    "reads-writeonly": (PLAYED, "reads what can only be written"),
    "unknown-element": (PLAYED, "no such element"),
    "overwrites-interactions": (PLAYED, "written over"),
    "no-exit": (PLAYED, "exit never told"),
    "exit-logout": (PLAYED, "value not allowed"),
    "no-time": (PLAYED, "session_time never told"),
    "short-time": (PLAYED, "value not allowed"),
    "iso-stamp": (PLAYED, "value not allowed"),
    "lowers-status": (PLAYED, "status lowered"),
    "no-first-status": (PLAYED, "no status in the first commit"),
    "no-first-commit": (PLAYED, "exit told after|nothing committed in the first second"),
    "page-error": (PLAYED, "oops"),
    "missing-file": (PLAYED, "missing: none.png"),
    "outside-request": (PLAYED, "asked for http://127.0.0.1:9"),
    "asks-student-for-mode": (PLAYED, "dialog"),
    "type-late": (PLAYED, "answer before its type"),
    "spaces-in-id": (PLAYED, "value not allowed"),
    "words-as-answer": (PLAYED, "not a choice answer"),
    "wrong-word": (PLAYED, "value not allowed"),
    "score-alone": (PLAYED, "score without min"),
    "status-word": (PLAYED, "value not allowed"),
    "no-resume": (PLAYED, "came back to"),
    "long-state": (PLAYED, "value not allowed"),
    "finish-twice": (PLAYED, "terminated again"),
    "calls-after-end": (PLAYED, "call after the end"),
    "no-finish": (PLAYED, "never terminated"),
    "commit-in-pagehide": (PLAYED, "commit while the page goes away"),
    "slow-debounce": (PLAYED, "not committed within a second"),
    "commit-at-exit-only": ("dies at once", "lost"),
    "ignores-hidden": ("dies at once", "lost"),
    "unload-only": ("without unload", "never terminated"),
    "beforeunload": ("stays", "call after the end|page"),
    "no-notice": ("http-401", "no notice"),
    "trusts-failure": ("http-401", "no notice"),
    "trusts-success": ("login", "no notice"),
    "no-retry": ("http-500", "notice stays|lost"),
    "no-wait": ("late", "never ready|talked to|no notice"),
    "shallow-search": ("nested", "never ready|talked to"),
    "no-opener": ("popup", "never ready|talked to"),
    "first-api": ("both", "talked to"),
}
"""Each defect of the tiny SCO: the trial that must find it, and what it must say."""


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("trial", sorted({trial for trial, _ in DEFECTS.values()}))
def test_a_good_sco_passes(launch: Launcher, standard: str, trial: str) -> None:
    assert run(trial, launch, Tiny(), attempt(standard)) == []
