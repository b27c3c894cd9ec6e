"""Playing a bundle of ours: the shell with its lessons, as a learner would."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from playwright.sync_api import Error, Frame

from .answers import FILL
from .launch import Launch, until
from .server import Attempt, Standard

SAVED_AGAIN = "Everything is saved again."
GUARD = 460  # milliseconds; a second press within 450 is taken for a slip
IN_LESSON = "document.documentElement.dataset.ready !== undefined"
SEEN = """() => [...document.querySelectorAll(".q")].map(form => [form.dataset.question,
  form.querySelector(".verdict")?.className,
  [...form.querySelectorAll("input, select, textarea")].map(field =>
    field.type === "radio" || field.type === "checkbox" ? field.checked : field.value)])
  .filter(row => / (ok|try|part)/.test(row[1]))"""


class Shell:
    """Plays lessons by their ids; `lesson` is the one that `play` goes to.

    Its quiz has at least two single-choice questions.
    """

    second = 1000

    def __init__(self, lesson: str) -> None:
        self.lesson = lesson

    def inner(self, launch: Launch) -> Frame:
        """The lesson's frame."""
        found = next((f for f in launch.sco.child_frames if f.name == "lesson"), None)
        if found is None:
            raise LookupError("no lesson is shown")
        return found

    def ready(self, launch: Launch) -> bool:
        try:
            shown = self.inner(launch).evaluate(IN_LESSON)
            alone = self.notice(launch)
            return bool(shown and (alone or launch.sco.locator("#_exit").is_visible()))
        except (Error, LookupError):
            return False  # a frame is just loading

    def go(self, launch: Launch, lesson: str) -> Frame:
        """Open a lesson from the contents, if it is not shown already."""
        if self._shows(launch, lesson):
            return self.inner(launch)
        launch.sco.evaluate(
            "id => document.querySelector(`#_contents [data-lesson='${id}'] a`).click()", lesson
        )
        assert until(lambda: self._shows(launch, lesson), launch.page, 8), f"{lesson} never came"
        return self.inner(launch)

    def _shows(self, launch: Launch, lesson: str) -> bool:
        try:
            inner = self.inner(launch)
            return bool(
                inner.evaluate(f"document.body.dataset.lesson === '{lesson}' && {IN_LESSON}")
            )
        except (Error, LookupError):
            return False

    def play(self, launch: Launch) -> None:
        inner = self.go(launch, self.lesson)
        self.answer(launch, inner, 0)
        done = inner.locator("#_complete")
        if done.count() and done.get_attribute("aria-pressed") != "true":
            done.click()

    def work(self, launch: Launch) -> None:
        self.answer(launch, self.inner(launch), 1)

    def move(self, launch: Launch) -> None:
        """The next lesson, or the first one after the last."""
        at = self.inner(launch).evaluate("document.body.dataset.lesson")
        every = launch.sco.evaluate(
            "[...document.querySelectorAll('#_contents [data-lesson]')].map(e => e.dataset.lesson)"
        )
        self.go(launch, every[(every.index(at) + 1) % len(every)])

    def answer(self, launch: Launch, inner: Frame, number: int) -> None:
        """Answer the lesson's single-choice question with that number rightly; again, if it was."""
        form = inner.locator(".q[data-type=single-choice]").nth(number)
        record = form.get_attribute("data-record")
        key = launch.sco.evaluate("JSON.parse(document.getElementById('_lms').textContent)")
        [right] = [key["questions"][record]["key"]["right"]]
        if form.locator(".verdict b").count():
            return
        form.locator(f'.option[data-i="{right}"] input').check(force=True)
        launch.page.wait_for_timeout(GUARD)
        form.locator("[type=submit]").click()
        form.locator(".verdict b").first.wait_for()

    def answer_all(self, launch: Launch, lesson: str, answers: list[tuple[str, Any]]) -> None:
        """Answer many questions of a lesson at once, by their records."""
        inner = self.go(launch, lesson)
        inner.evaluate(FILL)
        said = inner.evaluate("all => Promise.all(all.map(one => fill(...one)))", answers)
        assert all(said), list(zip(answers, said, strict=True))

    def exit(self, launch: Launch) -> None:
        launch.sco.locator("#_exit").click()
        until(lambda: launch.sco.locator("#_closed").is_visible(), launch.page, 4)

    def shown(self, launch: Launch) -> Any:
        inner = self.inner(launch)
        return {
            "lesson": inner.evaluate("document.body.dataset.lesson"),
            "answers": inner.evaluate(SEEN),
            "done": launch.sco.evaluate(
                "[...document.querySelectorAll('#_contents [data-state]')].map(e => e.textContent)"
            ),
            "progress": launch.sco.evaluate("document.getElementById('_progress').textContent"),
        }

    def notice(self, launch: Launch) -> str:
        """What the strip says, unless it says that all is well again."""
        said: str = launch.sco.evaluate("document.getElementById('_strip').textContent.trim()")
        return "" if said == SAVED_AGAIN else said


def unpacked(package: Path, into: Path) -> Path:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(into)
    return into


def course_map(folder: Path, page: str = "index.html") -> dict[str, Any]:
    """The map that a shell or an AU carries for its scripts."""
    text = (folder / page).read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="_lms">(.*?)</script>', text, re.DOTALL)
    assert found, page
    value: dict[str, Any] = json.loads(found[1])
    return value


def attempts(folder: Path, standard: Standard) -> list[Attempt]:
    """One attempt for each item of the manifest, with what the manifest says of it."""
    root = ET.parse(folder / "imsmanifest.xml").getroot()
    local = {id(e): e.tag.rsplit("}", 1)[-1] for e in root.iter()}
    every = lambda name, top=root: [e for e in top.iter() if local[id(e)] == name]  # noqa: E731
    pages = {r.get("identifier"): r.get("href", "") for r in every("resource")}
    made = []
    for item in every("item"):
        target = item.get("identifierref")
        if target:
            mastery = [(e.text or "") for e in every("masteryscore", item)]
            measures = [(e.text or "") for e in every("minNormalizedMeasure", item)]
            goals = [
                e.get("objectiveID", "")
                for e in every("objective", item) + every("primaryObjective", item)
                if e.get("objectiveID")
            ]
            made.append(
                Attempt(
                    standard, folder, pages[target], item=item.get("identifier", ""),
                    mastery=(mastery or measures or [""])[0], objectives=tuple(goals),
                )
            )  # fmt: skip
    return made
