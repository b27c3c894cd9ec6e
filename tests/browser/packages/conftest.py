"""Packages in a real browser, inside a small learning platform of our own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from zipfile import ZipFile

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Locator, Page

from builder.pipeline import Options, load
from builder.pipeline.package import Packer
from tests.browser.conftest import SHOWCASE, Visit

HERE = Path(__file__).parent
FORMATS = ("scorm12", "scorm2004")
Names = dict[str, str]
NAMES: dict[str, Names] = {
    "scorm12": {
        "status": "cmi.core.lesson_status",
        "location": "cmi.core.lesson_location",
        "exit": "cmi.core.exit",
        "time": "cmi.core.session_time",
        "raw": "cmi.core.score.raw",
    },
    "scorm2004": {
        "status": "cmi.completion_status",
        "location": "cmi.location",
        "exit": "cmi.exit",
        "time": "cmi.session_time",
        "raw": "cmi.score.raw",
    },
}


class Saving(SimpleHTTPRequestHandler):
    """Takes what is saved; or answers with a login page, as when the learner's session is over."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        saved = self.path.endswith("save")
        page = b'{"result":true}' if saved else b"<!doctype html><title>Log in</title>"
        self.send_response(401 if self.path.endswith("401") else 200)
        self.send_header("Content-Type", "application/json" if saved else "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("Permissions-Policy", "unload=()")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the tests' output to the tests."""


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every package of the showcase, unpacked, and the platform's page."""
    root = tmp_path_factory.mktemp("packages")
    course = root / "course"
    shutil.copytree(SHOWCASE, course)
    project = load(Options(course, jobs=1))
    assert not project.report.failed, list(project.report)
    packer = Packer(project)
    for name in (*FORMATS, "cmi5"):
        with ZipFile(packer.pack(name, root / "dist").path) as archive:
            archive.extractall(root / "www" / name)
    for name in ("stub.js", "player.html"):
        shutil.copy(HERE / name, root / "www" / name)
    return root / "www"


@pytest.fixture(scope="session")
def platform(packages: Path, serve: Callable[..., str]) -> str:
    """The address of the platform."""
    return serve(packages, Saving)


@dataclass
class Launch:
    """A course that was started in the platform."""

    page: Page
    format: str

    @property
    def sco(self) -> FrameLocator:
        return self.page.frame_locator("#sco")

    @property
    def lesson(self) -> FrameLocator:
        return self.sco.frame_locator("#_frame")

    @property
    def strip(self) -> Locator:
        return self.sco.locator("#_strip")

    @property
    def kept(self) -> dict[str, str]:
        found: dict[str, str] = self.page.evaluate("platform.kept")
        return found

    def own(self, name: str) -> str:
        """What the platform keeps under a name that both versions have, in their own words."""
        return self.kept.get(NAMES[self.format][name], "")

    @property
    def calls(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.page.evaluate("calls")
        return found

    def ready(self) -> Launch:
        self.lesson.locator("html[data-ready]").wait_for(state="attached")
        return self

    def go(self, lesson: str) -> Launch:
        """Open a lesson from the contents."""
        self.sco.locator(f'#_contents [data-lesson="{lesson}"] a').click()
        self.lesson.locator(f'html[data-ready] body[data-lesson="{lesson}"]').wait_for()
        return self

    def until(self, wanted: Callable[[dict[str, str]], bool], seconds: float = 3) -> None:
        """Wait for what the platform keeps."""
        for _ in range(int(seconds * 20)):
            if wanted(self.kept):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"not kept: {self.kept}")

    def choose(self, question: str, option: str) -> None:
        """Answer a question with options."""
        form = self.lesson.locator(f'form[data-question="{question}"]')
        form.locator(f'.option[data-i="{option}"] label').click()
        form.locator("[type=submit]").click()


@pytest.fixture
def launch(visit: Visit, platform: str) -> Callable[..., Launch]:
    """Start a package: `launch("scorm12", slow=300)`; with `context` in the same browser."""

    def start(
        form: str,
        *,
        context: BrowserContext | None = None,
        size: tuple[int, int] = (1280, 800),
        wait: bool = True,
        **options: object,
    ) -> Launch:
        context = context or visit.context(*size)
        context.set_default_timeout(10_000)
        page = visit.open(
            context, f"{platform}player.html?{urlencode({'format': form, **options})}"
        )
        started = Launch(page, form)
        return started.ready() if wait else started

    return start
