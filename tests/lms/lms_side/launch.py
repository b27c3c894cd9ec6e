"""Launching an item in Chromium, and the seven ways in which learners leave it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Frame, Page

from .server import Attempt, Lms, Session, opening, settled

HIDE = """() => {
  Object.defineProperty(document, "visibilityState", { get: () => "hidden", configurable: true });
  Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}"""


TELL_LEAVING = """if (window.name === "sco" && location.protocol === "http:") {
  addEventListener("pagehide", () => {
    try { (window.opener ?? top).scoLeaves?.(); } catch { /* the player is gone */ }
  });
}"""


@dataclass
class Launch:
    """One running session: the player's page and what went wrong in it."""

    lms: Lms
    attempt: Attempt
    context: BrowserContext
    page: Page
    complaints: list[str] = field(default_factory=list)

    @property
    def session(self) -> Session:
        return self.attempt.session

    @property
    def sco(self) -> Frame:
        """The frame (or the main frame of the window) that holds the SCO."""
        for page in self.context.pages:
            for frame in page.frames:
                if frame.name == "sco" or (page != self.page and frame == page.main_frame):
                    return frame
        raise LookupError("the SCO is in no frame")

    def leave(self, way: str, exit_sco: Callable[[Launch], None]) -> None:
        """End the session in one of ENDINGS and wait until the LMS has heard everything."""
        if way == "exit":
            exit_sco(self)
            self.page.wait_for_timeout(150)
        else:
            ENDINGS[way](self)
        settled(self.attempt, goodbye="killed" not in way)
        with contextlib.suppress(Error):
            self.context.close()


def _frame_navigated(launch: Launch) -> None:
    launch.page.evaluate("frameOfSco.src = '/blank'")


def _frame_removed(launch: Launch) -> None:
    launch.page.evaluate("frameOfSco.remove()")


def _top_navigated(launch: Launch) -> None:
    launch.page.goto(f"{launch.lms.address}/blank")


def _tab_closed(launch: Launch) -> None:
    with launch.page.expect_event("close"):
        launch.page.close(run_before_unload=True)


def hide(launch: Launch) -> None:
    """What a phone tells all documents when its learner goes to another app."""
    for page in launch.context.pages:
        for frame in page.frames:
            with contextlib.suppress(Error):
                frame.evaluate(HIDE)


def _killed(launch: Launch) -> None:
    """The process that shows the page is gone: no event, no handler, nothing."""
    with contextlib.suppress(Error):
        launch.page.goto("chrome://crash", timeout=3000)


def _hidden_then_killed(launch: Launch) -> None:
    hide(launch)
    launch.page.wait_for_timeout(60)
    _killed(launch)


ENDINGS: dict[str, Callable[[Launch], None]] = {
    "exit": lambda launch: None,
    "frame navigated": _frame_navigated,
    "frame removed": _frame_removed,
    "top navigated": _top_navigated,
    "tab closed": _tab_closed,
    "hidden then killed": _hidden_then_killed,
    "killed": _killed,
}


class Launcher:
    """Opens attempts, one browser profile for each learner unless told otherwise."""

    def __init__(self, browser: Browser, lms: Lms) -> None:
        self.browser = browser
        self.lms = lms
        self.contexts: list[BrowserContext] = []

    def __call__(
        self, attempt: Attempt, context: BrowserContext | None = None, **troubles: object
    ) -> Launch:
        """Launch a session. Troubles go to the player: see player.js."""
        address = self.lms.address_of(attempt)
        attempt.sessions.append(Session())
        attempt.setup = {
            "standard": attempt.standard,
            "launch": f"package/{attempt.launch}",
            "cmi": opening(attempt),
            # The standard's own limit, which scorm-again does not hold.
            "suspendLimit": 4096 if attempt.standard == "1.2" else 64000,
            **troubles,
        }
        if context is None:
            context = self.browser.new_context(reduced_motion="reduce", color_scheme="light")
            context.add_init_script(TELL_LEAVING)
            self.contexts.append(context)
        page = context.new_page()
        launch = Launch(self.lms, attempt, context, page)
        _watch(launch, self.lms.address)
        page.goto(address + "player.html")
        return launch

    def close(self) -> None:
        """End all sessions that are still open."""
        while self.contexts:
            with contextlib.suppress(Error):
                self.contexts.pop().close()


def _watch(launch: Launch, home: str) -> None:
    """Note what no page may do: complain, ask elsewhere, or stop the learner with a dialog."""

    def console(message: ConsoleMessage) -> None:
        # Chromium itself complains about a synchronous request that it refuses.
        if message.type in ("error", "warning"):
            launch.complaints.append(message.text)

    launch.context.on("console", console)
    launch.context.on("weberror", lambda error: launch.complaints.append(str(error.error)))
    launch.context.on(
        "request",
        lambda request: (
            request.url.startswith((home, "data:", "blob:", "about:", "chrome:"))
            or launch.complaints.append(f"asked for {request.url}")
        ),
    )
    launch.page.on("dialog", lambda dialog: _dialog(launch, dialog.message, dialog.dismiss))


def _dialog(launch: Launch, message: str, dismiss: Callable[[], None]) -> None:
    launch.complaints.append(f"dialog: {message}")
    dismiss()


@contextlib.contextmanager
def launcher(browser: Browser) -> Iterator[Launcher]:
    lms = Lms()
    made = Launcher(browser, lms)
    try:
        yield made
    finally:
        made.close()
        lms.close()


def until(condition: Callable[[], object], page: Page, seconds: float = 5.0) -> bool:
    """Wait until something holds; whether it did in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        page.wait_for_timeout(25)
    return bool(condition())


__all__ = ["ENDINGS", "Launch", "Launcher", "hide", "launcher", "until"]
