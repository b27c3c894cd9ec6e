"""What the tests of LMS bundles share: a small LMS, launches in Chromium, and the built bundles."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.cli import main

from .lms_side.course import attempts, unpacked
from .lms_side.launch import Launcher, launcher
from .lms_side.server import Attempt

Tell = Callable[[str], None]
ROOT = Path(__file__).resolve().parents[2]
SHOWCASE = ROOT / "tests" / "browser" / "showcase"
FORMATS = {"1.2": "scorm12", "2004": "scorm2004"}


@pytest.fixture(scope="session")
def long(pytestconfig: pytest.Config) -> bool:
    """Whether this is the long run, which tries everything."""
    return bool(pytestconfig.getoption("--long"))


@pytest.fixture(scope="session")
def launch(browser: Browser) -> Iterator[Launcher]:
    """Launch an attempt: `launch(Attempt("1.2", folder, "index.html"))`."""
    with launcher(browser) as made:
        yield made


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The archives of the shipped course by format."""
    out = tmp_path_factory.mktemp("packages")
    wanted = ("scorm12", "scorm2004", "cmi5")
    assert main(["build", *wanted, "-C", str(ROOT), "--out", str(out), "--locked"]) == 0
    return {name: next(out.glob(f"*-{name}.zip")) for name in wanted}


@pytest.fixture(scope="session")
def shipped(
    packages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Attempt]:
    """A fresh attempt at the shipped course, by standard."""
    made = {}
    for standard, name in FORMATS.items():
        folder = unpacked(packages[name], tmp_path_factory.mktemp(name))
        [made[standard]] = attempts(folder, standard)  # type: ignore[arg-type]
    return made


@pytest.fixture(scope="session")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The SCORM archives of a course with every kind of question, by standard."""
    root = tmp_path_factory.mktemp("showcase")
    shutil.copytree(SHOWCASE, root / "course")
    told = ["build", *FORMATS.values(), "-C", str(root / "course"), "--out", str(root / "out")]
    assert main([*told, "--jobs", "1"]) == 0
    return {standard: next(root.glob(f"out/*-{name}.zip")) for standard, name in FORMATS.items()}
