"""Trials that any SCO of ours has to stand: what is done to it, and what must be true afterwards.

A trial returns what it found wrong, so the same trial proves that a good SCO passes and that each
seeded defect does not.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from playwright.sync_api import Error

from .launch import ENDINGS, Launch, Launcher, until
from .rules import Given, judge
from .server import Attempt

REFUSED = frozenset({"101", "391", "301"})


class Player(Protocol):
    """How a kind of SCO is played."""

    def ready(self, launch: Launch) -> bool: ...

    second: int
    """Milliseconds after which everything must be saved."""

    def play(self, launch: Launch) -> None:
        """Go to another place, answer something, complete something."""

    def work(self, launch: Launch) -> None:
        """Answer one thing more, without going elsewhere."""

    def move(self, launch: Launch) -> None:
        """Go somewhere else; small, as learners do many times."""

    def exit(self, launch: Launch) -> None: ...
    def shown(self, launch: Launch) -> Any:
        """What the learner sees of their own state: place, answers, done."""

    def notice(self, launch: Launch) -> str:
        """What the SCO tells about saving; empty when all is well."""


@dataclass(frozen=True)
class Trial:
    """The common means of all trials."""

    launch: Launcher
    player: Player
    attempt: Attempt
    wrong: list[str] = field(default_factory=list)

    def check(self, holds: object, told: str) -> bool:
        if not holds:
            self.wrong.append(told)
        return bool(holds)

    def begin(self, **troubles: object) -> tuple[Launch, dict[str, Any]]:
        launch = self.launch(self.attempt, **troubles)
        before = copy.deepcopy(self.attempt.setup["cmi"])
        self.check(until(lambda: self._ready(launch), launch.page, 8), "never ready")
        return launch, before

    def same(self, launch: Launch, seen: Any, told: str) -> None:
        """The learner sees again what they saw, once the page has taken up what was kept."""
        if not until(lambda: self.player.shown(launch) == seen, launch.page, 4):
            self.wrong.append(f"{told}: saw {seen}, sees {self.player.shown(launch)}")

    def _ready(self, launch: Launch) -> bool:
        try:
            return self.player.ready(launch)
        except LookupError:
            return False  # the window is not open yet

    def judged(self, launch: Launch, before: dict[str, Any], **given: Any) -> None:
        trace = launch.session.trace
        facts = Given(self.attempt.standard, before, mode=self.attempt.mode, **given)
        self.wrong.extend(str(finding) for finding in judge(trace, facts))
        self.wrong.extend(f"complaint: {told}" for told in launch.complaints)
        self.wrong.extend(f"missing: {name}" for name in launch.session.missing)


def leaves(trial: Trial, way: str) -> None:
    """Play, leave, come back: everything is as it was; play again and leave again."""
    launch, before = trial.begin()
    trial.player.play(launch)
    quiet(trial, launch)
    seen = trial.player.shown(launch)
    launch.leave(way, trial.player.exit)
    alive = "killed" not in way
    trial.judged(launch, before, ended=alive)
    launch, before = trial.begin()
    trial.same(launch, seen, "came back to something else")
    trial.player.play(launch)
    quiet(trial, launch)
    launch.leave(way, trial.player.exit)
    trial.judged(launch, before, ended=alive)


CALLS = "last.SetValue + ' ' + last.Commit"


def quiet(trial: Trial, launch: Launch) -> None:
    """Wait the second that a SCO has to commit what was done, and see that it did.

    A loaded machine may need longer: then until nothing has been asked of the LMS for a second.
    """
    before = ""
    while before != (before := launch.page.evaluate(CALLS)):
        launch.page.wait_for_timeout(trial.player.second)
    saved = launch.page.evaluate("last.Commit >= 0 && last.SetValue < last.Commit")
    trial.check(saved, "not committed within a second")


def once(trial: Trial) -> None:
    """Play and leave."""
    launch, before = trial.begin()
    trial.player.play(launch)
    quiet(trial, launch)
    launch.leave("frame navigated", trial.player.exit)
    trial.judged(launch, before)


def storm(trial: Trial) -> None:
    """Many small changes in a row make few commits."""
    launch, before = trial.begin()
    for _ in range(12):
        trial.player.move(launch)
        launch.page.wait_for_timeout(30)
    quiet(trial, launch)
    launch.leave("frame navigated", trial.player.exit)
    trial.judged(launch, before)


def opened(trial: Trial) -> None:
    """Open, do nothing, be killed: what has to be told first has been told."""
    launch, before = trial.begin()
    launch.page.wait_for_timeout(1600)
    launch.leave("killed", trial.player.exit)
    trial.judged(launch, before, ended=False)


def without_unload(trial: Trial) -> None:
    """The browser fires no unload: Terminate still comes."""
    trial.attempt.headers = {"Permissions-Policy": "unload=()"}
    launch, before = trial.begin()
    trial.player.play(launch)
    quiet(trial, launch)
    launch.leave("top navigated", trial.player.exit)
    trial.judged(launch, before)


def stays(trial: Trial) -> None:
    """A cancelled leave fires beforeunload, and the learner works on."""
    launch, before = trial.begin()
    launch.sco.evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    trial.player.play(launch)
    quiet(trial, launch)
    launch.leave("frame navigated", trial.player.exit)
    trial.judged(launch, before)


def dies_at_once(trial: Trial) -> None:
    """Hidden and killed right after an answer, before any timer."""
    launch, _ = trial.begin()
    trial.player.play(launch)
    seen = trial.player.shown(launch)
    launch.leave("hidden then killed", trial.player.exit)
    launch, _ = trial.begin()
    trial.same(launch, seen, "lost what came before the app was left")
    launch.leave("frame navigated", trial.player.exit)


def fails(trial: Trial, mood: str) -> None:
    """The LMS refuses to save: one calm notice, and everything is sent again when it is back."""
    launch, before = trial.begin()
    trial.player.play(launch)
    _mood(trial, launch, mood)
    trial.player.work(launch)
    trial.check(until(lambda: trial.player.notice(launch), launch.page), f"no notice on {mood}")
    seen = trial.player.shown(launch)
    _mood(trial, launch, "good")
    trial.check(
        until(lambda: not trial.player.notice(launch), launch.page, 25), "notice stays for ever"
    )
    launch.leave("exit", trial.player.exit)
    launch.complaints[:] = [
        told for told in launch.complaints if not re.search("Failed to load|ERR_INTERNET", told)
    ]
    trial.judged(launch, before, allow=REFUSED)
    launch, _ = trial.begin()
    trial.same(launch, seen, f"lost during {mood}")
    launch.leave("exit", trial.player.exit)


def _mood(trial: Trial, launch: Launch, mood: str) -> None:
    """Change how the LMS answers, or take the browser's line away."""
    launch.page.wait_for_timeout(120)  # what was recorded is on its way
    launch.context.set_offline(mood == "offline")
    trial.attempt.mood = "good" if mood == "offline" else mood


def slow(trial: Trial) -> None:
    """Each commit takes two seconds: there are few, and everything is kept all the same."""
    launch, before = trial.begin(slow=2000)
    trial.player.play(launch)
    trial.player.work(launch)
    seen = trial.player.shown(launch)
    launch.leave("exit", trial.player.exit)
    trial.judged(launch, before)
    commits = sum(call.name == "Commit" for call in launch.session.trace)
    trial.check(commits <= 8, f"{commits} commits of two seconds each")
    launch, _ = trial.begin()
    trial.same(launch, seen, "lost with a slow LMS")
    launch.leave("exit", trial.player.exit)


def found(trial: Trial, **troubles: object) -> None:
    """The API stands where it is hard to find."""
    launch, before = trial.begin(**troubles)
    if trial.wrong:
        return launch.leave("top navigated", trial.player.exit)
    trial.player.play(launch)
    quiet(trial, launch)
    launch.leave("exit", trial.player.exit)
    names = {call.standard for call in launch.session.trace}
    trial.check(names == {trial.attempt.standard}, f"talked to {sorted(names)}")
    return trial.judged(launch, before)


def alone(trial: Trial) -> None:
    """No LMS at all: a notice, and the course works."""
    launch, _ = trial.begin(missing=True)
    trial.check(until(lambda: trial.player.notice(launch), launch.page, 8), "no notice without LMS")
    trial.wrong.extend(launch.complaints)
    launch.leave("top navigated", trial.player.exit)


TRIALS: dict[str, Callable[[Trial], None]] = {
    **{way: lambda trial, way=way: leaves(trial, way) for way in ENDINGS},  # type: ignore[misc]
    "once": once,
    "storm": storm,
    "opened": opened,
    "without unload": without_unload,
    "stays": stays,
    "dies at once": dies_at_once,
    "http-401": lambda trial: fails(trial, "http-401"),
    "http-500": lambda trial: fails(trial, "http-500"),
    "login": lambda trial: fails(trial, "login"),
    "down": lambda trial: fails(trial, "down"),
    "offline": lambda trial: fails(trial, "offline"),
    "slow": slow,
    "late": lambda trial: found(trial, late=1500),
    "nested": lambda trial: found(trial, nest=5),
    "popup": lambda trial: found(trial, popup=True),
    "both": lambda trial: found(trial, both=True),
    "alone": alone,
}


def run(name: str, launch: Launcher, player: Player, attempt: Attempt) -> list[str]:
    """What a trial found wrong with a SCO. The attempt itself stays as it is."""
    own = replace(attempt, stored=copy.deepcopy(attempt.stored), sessions=[], setup={})
    trial = Trial(launch, player, own)
    try:
        TRIALS[name](trial)
    except (AssertionError, LookupError, Error) as gone:
        trial.wrong.append(f"stopped: {gone}")
    finally:
        launch.close()
    return trial.wrong
