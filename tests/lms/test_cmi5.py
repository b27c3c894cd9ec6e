"""The shipped course as cmi5 units before a strict platform: sessions, launches, loss, privacy."""

from __future__ import annotations

import itertools
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .cmi5_side.lrs import Launch, Lrs
from .cmi5_side.mutants import MUTANTS, Altered
from .cmi5_side.rules import Session, Statement, judge, verb
from .conftest import Tell
from .consumers.running import HERE, python_of
from .lms_side.answers import right, wrong
from .lms_side.course import unpacked
from .lms_side.launch import until
from .units import Player, close_tab

LESSON, CHECK = "cultivating-empathy", "module-check"
PASS = 0.7


@pytest.fixture(scope="module")
def player(
    browser: Browser, packages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Player]:
    lrs = Lrs()
    made = Player(browser, lrs, unpacked(packages["cmi5"], tmp_path_factory.mktemp("cmi5")))
    yield made
    made.close()
    lrs.close()


@pytest.fixture(autouse=True)
def _calm(player: Player) -> Iterator[None]:
    """No page throws."""
    yield
    assert player.complaints == []
    player.close()


def ended(player: Player, page: Page, launch: Launch, **given: Any) -> Session:
    """Close the tab and hear what was sent."""
    close_tab(page)
    last = lambda: any("terminated" in str(e.body) for e in launch.exchanges)  # noqa: E731
    waiting = player.contexts[0].new_page()
    until(last, waiting, 4)
    waiting.wait_for_timeout(150)
    waiting.close()
    return Session(launch, launch.exchanges, authored=PASS, **given)


def ralph(statements: list[Statement], folder: Path) -> list[str]:
    """What Ralph's models find wrong with each statement; empty for a good one."""
    path = folder / "statements.json"
    path.write_text(json.dumps(statements), encoding="utf-8")
    command = [str(python_of("ralph")), str(HERE / "ralph_check.py"), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def passed(player: Player) -> Session:
    """A session in which a module's check was completed and passed."""
    launch = player.launch(CHECK)
    page = player.open(launch)
    assert len(player.answer(page, launch)) >= 5
    player.saved(launch, page, "verbs/passed")
    return ended(player, page, launch)


@pytest.fixture(scope="module")
def read(player: Player) -> Session:
    """A session in which a lesson's questions were answered and the lesson was completed."""
    launch = player.launch(LESSON)
    page = player.open(launch)
    player.answer(page, launch)
    player.complete(page)
    player.saved(launch, page, "verbs/completed")
    return ended(player, page, launch)


def test_sessions_break_no_rule(passed: Session, read: Session) -> None:
    assert judge(passed) == []
    assert judge(read) == []
    assert [verb(s) for s in read.sent if verb(s) != "answered"] == [
        "initialized",
        "completed",
        "terminated",
    ]
    assert {"completed", "passed"} <= {verb(s) for s in passed.sent}


def test_ralph_finds_nothing_wrong(passed: Session, read: Session, tmp_path: Path) -> None:
    every = passed.sent + read.sent
    assert len(every) >= 15
    assert set(ralph(every, tmp_path)) == {""}


def test_every_mutant_is_found(passed: Session, tmp_path: Path, tell: Tell) -> None:
    left, asked = [], []
    for name, mutate in MUTANTS.items():
        altered = Altered(passed)
        mutate(altered)
        session = Session(altered.launch, altered.exchanges, authored=PASS)
        if not judge(session):
            left.append(name)
            asked.append(session.sent)
    faults = iter(ralph(list(itertools.chain(*asked)), tmp_path))
    found = [list(itertools.islice(faults, len(sent))) for sent in asked]
    missed = [name for name, told in zip(left, found, strict=True) if not any(told)]
    tell(f"cmi5 mutants killed: {len(MUTANTS) - len(missed)} of {len(MUTANTS)}")
    assert missed == []
    assert len(MUTANTS) >= 60


LAUNCHES: list[dict[str, Any]] = [
    {"mode": "Browse"},
    {"mode": "Review", "preferences": None},
    {"mastery": 0.95, "slash": False},
    {"mastery": 0.0, "version": "2.0.0"},
    {"mastery": 1.0, "cross": True},
    {"mastery": None, "preferences": {"languagePreference": "en,de", "audioPreference": "off"}},
    {"preferences": {"audiePreference": "on"}, "version": "2.0.0", "cross": True},
]


@pytest.mark.parametrize(("number", "given"), list(enumerate(LAUNCHES)))
def test_every_way_to_launch(player: Player, number: int, given: dict[str, Any]) -> None:
    launch = player.launch(CHECK, **given)
    page = player.open(launch, order=number % 5, extra="lang=en" if number % 2 else "")
    player.answer(page, launch)
    if launch.mode == "Normal":
        player.saved(launch, page, "verbs/passed")
    session = ended(player, page, launch)
    assert judge(session) == []
    verbs = {verb(s) for s in session.sent}
    assert ("passed" in verbs) == (launch.mode == "Normal")


def test_failed_then_passed_over_three_sessions(player: Player) -> None:
    launch = player.launch(CHECK)
    page = player.open(launch)
    player.answer(page, launch, lambda question: wrong(question) or right(question))
    player.answer(page, launch, lambda question: wrong(question, -1) or right(question))
    player.saved(launch, page, "verbs/completed")
    first = ended(player, page, launch)
    assert judge(first) == []
    said = [verb(s) for s in first.sent]
    assert "failed" in said

    launch = player.again(launch)
    page = player.open(launch)
    if page.locator(".quiz-reset").is_visible():
        page.locator(".quiz-reset").click()
        if page.locator("dialog[open] .btn, .sure .btn").count():
            page.locator("dialog[open] .btn, .sure .btn").first.click()
    player.answer(page, launch)
    player.saved(launch, page)
    second = ended(player, page, launch, before=tuple(said))
    assert judge(second) == []
    said += [verb(s) for s in second.sent]

    launch = player.again(launch)
    page = player.open(launch)
    player.saved(launch, page)
    third = ended(player, page, launch, before=tuple(said))
    assert judge(third) == []
    said += [verb(s) for s in third.sent]
    assert said.count("completed") == said.count("passed") == said.count("failed") == 1
    assert said.count("initialized") == said.count("terminated") == 3


def test_a_token_that_was_used_leaves_a_lesson_to_read(player: Player) -> None:
    launch = player.launch(LESSON, fetch_error=True)
    page = player.open(launch)
    assert until(lambda: page.locator("#_strip").inner_text(), page, 6)
    player.complete(page)
    assert page.locator("#_complete").get_attribute("aria-pressed") == "true"
    assert [e.path for e in launch.exchanges] == ["fetch"]
    page.close()


def test_a_line_that_was_down_loses_nothing(player: Player) -> None:
    launch = player.launch(LESSON)
    page = player.open(launch)
    player.saved(launch, page, "initialized", 200)
    launch.mood = "down"
    player.answer(page, launch)
    player.complete(page)
    assert until(lambda: page.locator("#_strip").inner_text(), page, 6)
    launch.mood = "good"
    taken = lambda: "completed" in {verb(s) for s in player.lrs.statements.values() if mine(s)}  # noqa: E731

    def mine(statement: Statement) -> bool:
        return bool(statement["actor"] == launch.actor)

    assert until(taken, page, 20)
    session = ended(player, page, launch, trouble=True)
    assert judge(session) == []
    ids = {s["id"] for s in session.sent}
    assert ids == {s["id"] for s in player.lrs.statements.values() if mine(s)}


def test_a_statement_that_is_refused_is_not_sent_for_ever(player: Player) -> None:
    launch = player.launch(LESSON)
    page = player.open(launch)
    player.saved(launch, page, "initialized", 200)
    launch.mood = "http-403"
    player.complete(page)
    page.wait_for_timeout(3500)
    tries = [e for e in launch.exchanges if "verbs/completed" in str(e.body)]
    assert len(tries) == 1
    assert page.locator("#_strip").inner_text()
    page.close()


def test_a_reload_goes_on_with_the_session(player: Player) -> None:
    launch = player.launch(LESSON)
    page = player.open(launch)
    player.saved(launch, page, "initialized", 200)
    page.evaluate("location.reload()")
    page.wait_for_timeout(400)
    assert until(lambda: page.evaluate("document.documentElement.dataset.ready") is not None, page)
    player.complete(page)
    player.saved(launch, page, "verbs/completed")
    assert judge(ended(player, page, launch)) == []


def test_another_device_goes_on_where_this_one_was(player: Player) -> None:
    launch = player.launch(LESSON)
    page = player.open(launch)
    player.answer(page, launch)
    player.complete(page)
    player.saved(launch, page, "verbs/completed")
    first = ended(player, page, launch)
    there = player.again(launch)
    page = player.open(there)
    assert page.locator("#_complete").get_attribute("aria-pressed") == "true"
    assert page.locator(".verdict.ok").count() >= 3
    second = ended(player, page, there, before=tuple(verb(s) for s in first.sent))
    assert judge(second) == []


def test_what_is_typed_stays_with_the_learner(player: Player) -> None:
    typed = "Zanzibar-Quokka"
    lesson = next(
        name for name, unit in player.units.items()
        if "<textarea" in (player.folder / unit.page).read_text(encoding="utf-8")
    )  # fmt: skip
    launch = player.launch(lesson)
    page = player.open(launch)
    for area in page.locator("textarea").all():
        if area.is_visible():
            area.fill(f"I once met {typed} and wrote about it at some length.")
    page.wait_for_timeout(400)
    player.answer(page, launch, lambda question: None)
    player.complete(page)
    player.saved(launch, page, "verbs/completed")
    session = ended(player, page, launch, secrets=(typed, "Jane Doe"))
    assert judge(session) == []


def test_without_a_launch_nothing_is_asked(player: Player) -> None:
    launch = player.launch(LESSON)
    context = player.browser.new_context()
    player.contexts.append(context)
    page = context.new_page()
    page.goto(player.lrs.address(launch).split("?")[0])
    assert until(lambda: page.evaluate("document.documentElement.dataset.ready") is not None, page)
    page.wait_for_timeout(300)
    assert launch.exchanges == []
