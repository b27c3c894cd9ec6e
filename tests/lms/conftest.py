"""What the tests of LMS bundles share: a small LMS, launches in Chromium, and the built bundles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from .lms_side.launch import Launcher, launcher


@pytest.fixture(scope="session")
def launch(browser: Browser) -> Iterator[Launcher]:
    """Launch an attempt: `launch(Attempt("1.2", folder, "index.html"))`."""
    with launcher(browser) as made:
        yield made
