"""Kolibri plays our SCORM 1.2 package and has on record what was answered."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame

from .consumers.running import started
from .lms_side.answers import rounds, stored
from .lms_side.course import Shell, course_map, unpacked
from .lms_side.launch import Launch, until
from .lms_side.server import Attempt

LESSONS = ("everything", "type", "say", "sort")
SIGN_IN = """async () => {
  const token = document.cookie.match(/kolibri_csrftoken=([^;]+)/)[1];
  const [facility] = await (await fetch("/api/auth/facility/")).json();
  const answer = await fetch("/api/auth/session/", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({
      username: "learner", password: "learner-password", facility: facility.id,
    }),
  });
  return answer.status;
}"""


@pytest.fixture(scope="module")
def kolibri(
    tmp_path_factory: pytest.TempPathFactory, showcase: dict[str, Path], packages: dict[str, Path]
) -> Iterator[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("kolibri")
    files = [str(showcase["1.2"]), str(packages["scorm12"])]
    with started("kolibri", folder, *files) as said:
        yield {**said, "folder": folder, "address": f"http://127.0.0.1:{said['port']}"}


class Resource(Launch):
    """A package in Kolibri's sandbox: its page is the frame that serves from the archive."""

    @property
    def sco(self) -> Frame:
        for frame in self.page.frames:
            if "/zipcontent/" in frame.url and frame.name != "lesson":
                return frame
        raise LookupError("Kolibri shows no package yet")


def play(context: BrowserContext, kolibri: dict[str, Any], package: Path) -> Resource:
    page = context.new_page()
    resource = kolibri["resources"][package.name]
    page.goto(f"{kolibri['address']}/en/learn/#/topics/c/{resource}")
    attempt = Attempt("1.2", package.parent, "index.html")
    return Resource(None, attempt, context, page)  # type: ignore[arg-type]


def signed_in(browser: Browser, kolibri: dict[str, Any]) -> BrowserContext:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{kolibri['address']}/en/auth/")
    assert page.evaluate(SIGN_IN) == 200
    page.close()
    return context


def record(kolibri: dict[str, Any], package: Path) -> dict[str, Any]:
    """What Kolibri has on record of the learner: the SCORM data model as it keeps it."""
    resource = kolibri["resources"][package.name]
    with sqlite3.connect(kolibri["folder"] / "db.sqlite3") as database:
        rows = database.execute(
            "select extra_fields from logger_contentsummarylog where content_id=?", (resource,)
        ).fetchall()
    found = [json.loads(text) for (text,) in rows]
    state = found[0].get("contentState", {}).get("SCORM", {}) if found else {}
    return state.get("cmi", {})  # type: ignore[no-any-return]


def test_kolibri_keeps_every_answer(
    browser: Browser, kolibri: dict[str, Any], showcase: dict[str, Path], tmp_path: Path
) -> None:
    package = showcase["1.2"]
    course = course_map(unpacked(package, tmp_path))
    shell = Shell("everything")
    context = signed_in(browser, kolibri)
    running = play(context, kolibri, package)
    assert until(lambda: shell.ready(running), running.page, 20)
    told = []
    for lesson in LESSONS:
        for answers, records in rounds("1.2", course, lesson):
            shell.answer_all(running, lesson, answers)
            told += records
    shell.inner(running).locator("#_complete").click()
    seen = shell.shown(running)
    running.page.wait_for_timeout(1500)
    shell.exit(running)
    until(
        lambda: len(record(kolibri, package).get("interactions", ())) >= len(told), running.page, 15
    )
    kept = record(kolibri, package)
    assert sorted(stored("1.2", kept)) == sorted(told)
    assert kept["core"]["lesson_status"] == "incomplete"
    assert kept["core"]["lesson_location"] == seen["lesson"]
    running.page.close()

    again = play(context, kolibri, package)
    assert until(lambda: shell.ready(again), again.page, 20)
    assert until(lambda: shell.shown(again) == seen, again.page)
    context.close()


def test_kolibri_plays_the_shipped_course(
    browser: Browser, kolibri: dict[str, Any], packages: dict[str, Path]
) -> None:
    shell = Shell("cultivating-empathy")
    context = signed_in(browser, kolibri)
    running = play(context, kolibri, packages["scorm12"])
    assert until(lambda: shell.ready(running), running.page, 20)
    shell.play(running)
    until(lambda: record(kolibri, packages["scorm12"]).get("interactions"), running.page, 15)
    kept = record(kolibri, packages["scorm12"])
    assert len(kept["suspend_data"]) <= 3800
    assert [one["result"] for one in kept["interactions"]] == ["correct"]
    context.close()
