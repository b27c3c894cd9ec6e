"""Playing an assignable unit in Chromium, as a learner would."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from playwright.sync_api import Browser, BrowserContext, Page

from .cmi5_side.lrs import Launch, Lrs
from .lms_side.answers import FILL, right
from .lms_side.course import course_map
from .lms_side.launch import until

READY = "document.documentElement.dataset.ready !== undefined"
SPACE = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"


@dataclass(frozen=True)
class Unit:
    """An assignable unit of the package: its id, page and mastery score as authored."""

    activity: str
    page: str
    mastery: float | None
    move_on: str


def units(folder: Path) -> dict[str, Unit]:
    """The package's units by the stem of their page."""
    root = ET.parse(folder / "cmi5.xml").getroot()
    found = {}
    for au in root.iter(f"{SPACE}au"):
        page = (au.findtext(f"{SPACE}url") or "").strip()
        mastery = au.get("masteryScore")
        found[Path(page).stem] = Unit(
            au.get("id", ""), page, float(mastery) if mastery else None, au.get("moveOn", "")
        )
    return found


@dataclass
class Player:
    """Launches units of one package for one learner after another."""

    browser: Browser
    lrs: Lrs
    folder: Path
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.units = units(self.folder)

    def launch(self, name: str, **given: Any) -> Launch:
        unit = self.units[name]
        actor = {
            "objectType": "Agent",
            "account": {"homePage": "https://lms.example", "name": uuid.uuid4().hex},
        }
        known = {
            "activity": unit.activity, "page": unit.page, "folder": self.folder,
            "registration": str(uuid.uuid4()), "actor": actor, "mastery": unit.mastery,
        }  # fmt: skip
        return self.lrs.launch(**{**known, **given})

    def again(self, launch: Launch, **given: Any) -> Launch:
        """The same learner's next session with the same unit."""
        same = {"registration": launch.registration, "actor": launch.actor}
        return self.launch(Path(launch.page).stem, **{**same, "mastery": launch.mastery, **given})

    def open(self, launch: Launch, context: BrowserContext | None = None, **how: Any) -> Page:
        if context is None:
            context = self.browser.new_context(reduced_motion="reduce")
            context.on("weberror", lambda error: self.complaints.append(str(error.error)))
            self.contexts.append(context)
        page = context.new_page()
        page.goto(self.lrs.address(launch, **how))
        assert until(lambda: page.evaluate(READY), page, 10)
        return page

    def answer(self, page: Page, launch: Launch, choose: Any = right) -> list[str]:
        """Answer every question that is shown; returns their names."""
        questions = course_map(self.folder, launch.page)["questions"]
        start = page.locator(".quiz-start, .sitting-start").first
        if start.count() and start.is_visible():
            start.click()
        page.evaluate(FILL)
        shown = page.evaluate(
            "[...document.querySelectorAll('.q')].filter(f => f.checkVisibility())"
            ".map(f => f.dataset.record)"
        )
        asked = {n: choose(questions[n]) for n in shown if n in questions}
        pairs = [(name, answer) for name, answer in asked.items() if answer is not None]
        page.evaluate("all => Promise.all(all.map(one => fill(...one)))", pairs)
        return [name for name, _ in pairs]

    def complete(self, page: Page) -> None:
        page.locator("#_complete").click()

    def saved(self, launch: Launch, page: Page, verb: str = "", ms: int = 900) -> None:
        """Wait until a statement with the verb has come, or just a moment."""
        if verb:
            told = lambda: any(verb in str(e.body) for e in launch.exchanges)  # noqa: E731
            assert until(told, page, 8), f"{verb} never came"
        page.wait_for_timeout(ms)

    def close(self) -> None:
        """End everything that is still open."""
        while self.contexts:
            self.contexts.pop().close()
        self.complaints.clear()


def close_tab(page: Page) -> None:
    with page.expect_event("close"):
        page.close(run_before_unload=True)
