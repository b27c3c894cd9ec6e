"""Open edX's SCORM block takes our packages and has on record what was answered."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from .conftest import FORMATS
from .consumers.running import started
from .lms_side.answers import rounds, stored
from .lms_side.course import Shell, course_map, unpacked
from .lms_side.launch import Launch, until
from .lms_side.server import Attempt

LESSONS = ("everything", "type", "say", "sort")


@pytest.fixture(scope="module")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    folder = tmp_path_factory.mktemp("openedx")
    with started("openedx", folder, *FORMATS.values()) as said:
        yield {**said, "folder": folder, "address": f"http://127.0.0.1:{said['port']}"}


def upload(
    context: BrowserContext, workbench: dict[str, Any], scenario: str, package: Path
) -> None:
    """What the author's form of the block sends."""
    home = workbench["address"]
    context.request.get(f"{home}/scenario/{scenario}/")
    token = next(c["value"] for c in context.cookies() if c["name"] == "csrftoken")
    answer = context.request.post(
        f"{home}/handler/{workbench['blocks'][scenario]}/studio_submit/?student=author",
        headers={"X-CSRFToken": token},
        multipart={
            "display_name": "Course", "width": "1200", "height": "700", "has_score": "1",
            "enable_navigation_menu": "0", "enable_fullscreen_button": "0",
            "navigation_menu_width": "", "weight": "1", "popup_on_launch": "0",
            "file": {
                "name": package.name, "mimeType": "application/zip", "buffer": package.read_bytes(),
            },
        },
    )  # fmt: skip
    assert answer.ok, re.sub("<[^>]+>", " ", answer.text())[2500:6000]
    assert answer.json() == {"result": "success", "errors": []}


def record(workbench: dict[str, Any], scenario: str) -> dict[str, Any]:
    """What the block has on record of the learner."""
    with sqlite3.connect(workbench["folder"] / "var/workbench.db") as database:
        rows = database.execute(
            "select state from workbench_xblockstate"
            " where scope='usage' and scope_id=? and user_id=?",
            (workbench["blocks"][scenario], "learner"),
        ).fetchall()
    found: dict[str, Any] = {}
    for (state,) in rows:
        found |= json.loads(state)
    return found


def nested(flat: dict[str, Any]) -> dict[str, Any]:
    """{"cmi.a.0.b": 1} as {"a": {"0": {"b": 1}}}."""
    tree: dict[str, Any] = {}
    for name, value in flat.items():
        at = tree
        *path, last = name.removeprefix("cmi.").split(".")
        for part in path:
            at = at.setdefault(part, {})
        at[last] = value
    return tree


class Block(Launch):
    """The SCO's frame is named differently here."""

    @property
    def sco(self) -> Any:
        found = self.page.query_selector("iframe.scorm-embedded")
        frame = found and found.content_frame()
        if frame is None:
            raise LookupError("the block shows no package")
        return frame


def opened(context: BrowserContext, workbench: dict[str, Any], scenario: str) -> Page:
    page = context.new_page()
    page.goto(f"{workbench['address']}/scenario/{scenario}/?student=learner")
    return page


@pytest.mark.parametrize("standard", FORMATS)
def test_open_edx_keeps_every_answer(
    browser: Browser,
    workbench: dict[str, Any],
    showcase: dict[str, Path],
    tmp_path: Path,
    standard: str,
) -> None:
    name = FORMATS[standard]
    context = browser.new_context(reduced_motion="reduce")
    upload(context, workbench, name, showcase[standard])
    course = course_map(unpacked(showcase[standard], tmp_path))
    attempt = Attempt(standard, tmp_path, "index.html")  # type: ignore[arg-type]
    shell = Shell("everything")
    block = Block(None, attempt, context, opened(context, workbench, name))  # type: ignore[arg-type]
    assert until(lambda: shell.ready(block), block.page, 15)
    told = []
    for lesson in LESSONS:
        for answers, records in rounds(standard, course, lesson):
            shell.answer_all(block, lesson, answers)
            told += records
    done = shell.inner(block).locator("#_complete")
    done.click()
    seen = shell.shown(block)
    block.page.wait_for_timeout(1500)
    shell.exit(block)

    def kept() -> list[Any]:
        return stored(standard, nested(record(workbench, name).get("scorm_data", {})))

    until(lambda: len(kept()) >= len(told), block.page, 10)
    assert sorted(kept()) == sorted(told)
    data = nested(record(workbench, name)["scorm_data"])
    assert record(workbench, name)["lesson_status"] == "incomplete"
    where = data["core"]["lesson_location"] if standard == "1.2" else data["location"]
    assert where == seen["lesson"]

    again = Block(None, attempt, context, opened(context, workbench, name))  # type: ignore[arg-type]
    assert until(lambda: shell.ready(again), again.page, 15)
    assert until(lambda: shell.shown(again) == seen, again.page)
    context.close()
