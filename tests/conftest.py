"""What all tests share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("house", deadline=None)
settings.load_profile("house")
"""How long one example takes says more about a shared machine than about the code."""

SECOND_RUN = "second run"
second_runs: list[str] = []
"""Browser tests that failed at first, as the process that reports knows them."""

FIGURE = "figure"
figures: list[str] = []
"""What tests have to say at the end of the run, such as how many seeded faults were found."""

Make = Callable[[dict[str, str | bytes]], Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite the expected pages of the golden courses"
    )
    parser.addoption(
        "--long", action="store_true", help="try everything where else a share is tried (make soak)"
    )


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """A second run for a browser test that fails: a loaded machine may draw a frame late. What is
    broken fails twice; that there was a second run is said."""
    if "browser" not in getattr(item, "fixturenames", ()):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, nextitem=nextitem, log=False)
    if any(report.failed for report in reports):
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
        reports[-1].user_properties.append((SECOND_RUN, item.nodeid))
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    second_runs.extend(str(value) for name, value in report.user_properties if name == SECOND_RUN)
    figures.extend(str(value) for name, value in report.user_properties if name == FIGURE)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for name in dict.fromkeys(second_runs):
        terminalreporter.write_line(f"second run: {name}")
    for figure in dict.fromkeys(figures):
        terminalreporter.write_line(figure)


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Say a figure at the end of the run, whichever process the test runs in."""
    return lambda figure: record_property(FIGURE, figure)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither read nor fill the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSEWRIGHT_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("NO_COLOR", raising=False)
        patch.delenv("CI", raising=False)  # there, ids that are not registered yet are mistakes
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Make:
    """Write files, given by path, into a new folder and return it."""

    def make(files: dict[str, str | bytes]) -> Path:
        root = tmp_path / "course"
        for name, data in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return root

    return make


CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Tests may run as root, and a browser under test has nobody to talk to."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests: Playwright allows one session in a process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS
        )
        yield running
        running.close()


class Ran(NamedTuple):
    """What the command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run the command in this process: `run("check", "-C", folder)`."""
    from builder.cli import main

    def command(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = main([str(a) for a in arguments])
        return Ran(code, *capsys.readouterr())

    return command
