"""Take every quiz of the built course by keyboard alone, on a phone's screen.

    python tools/quiz_keys.py [--site FOLDER] [--pictures FOLDER] [--dark]

Only keys are pressed: Tab, arrows, Space, letters, Alt with arrows, Enter. Every question must be
reached, answered right, checked and left without losing the focus. Prints how many were taken and
`broken=0` when all went well. With --pictures, one question of each kind is kept as it is asked,
after a wrong answer and after the right one.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import COURSEWRIGHT, HERE
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(HERE))
from tests.browser.faults import CHROMIUM
from tests.conftest import CHROMIUM_FLAGS

GUARD = 470  # milliseconds; a second press within 450 is taken for a slip
PROBE = Path(__file__).with_name("quiz_keys.js")


class LostError(Exception):
    """The keyboard did not get where it should."""


def press(page: Page, *keys: str) -> None:
    """Press keys, one after the other."""
    for key in keys:
        page.keyboard.press(key)


def give(page: Page, right: bool) -> None:
    """Enter an answer to the question that has the focus; ends on its button."""
    for _ in range(120):
        press(page, "Tab")
        stop = page.evaluate("right => quizKeys.stop(right)", right)
        if stop is None:
            raise LostError("the focus left the question")
        act(page, stop)
        if stop["does"] == "submit":
            return
    raise LostError("no button was reached")


def act(page: Page, stop: dict[str, object]) -> None:
    """Do what the field that has the focus asks for."""
    does, wanted = stop["does"], str(stop.get("wanted", ""))
    if does == "tick":
        press(page, "Space")
    elif does == "pick":
        press(page, "Space")
        until(page, "document.activeElement.value", wanted, "ArrowDown")
    elif does == "choose":
        press(page, "Home")
        until(page, "document.activeElement.value", wanted, "ArrowDown")
    elif does == "type":
        page.keyboard.type(wanted)
    elif does == "lift":
        press(page, *["Alt+ArrowUp"] * int(wanted))


def until(page: Page, what: str, wanted: str, key: str) -> None:
    """Press a key until something is as wanted."""
    for _ in range(30):
        if page.evaluate(what) == wanted:
            return
        press(page, key)
    raise LostError(
        f"{page.evaluate('quizKeys.question()')}: {wanted!r} was not reached with {key}"
    )


def ask(page: Page, right: bool = True) -> str:
    """Answer the question that has the focus and check it; returns its verdict's class."""
    while True:
        give(page, right)
        page.wait_for_timeout(GUARD)
        press(page, "Enter")
        page.wait_for_timeout(150)
        if not page.evaluate("quizKeys.goesOn()"):
            return str(page.evaluate("quizKeys.verdict()"))


def take(page: Page) -> int:
    """Take the quiz of a page from its first question to its end; returns how many it asked."""
    page.evaluate("quizKeys.begin()")
    taken = 0
    while not page.evaluate("quizKeys.over()"):
        name = page.evaluate("quizKeys.question()")
        verdict = ask(page)
        taken += 1
        if verdict == "next":  # an exam goes on by itself
            continue
        if verdict not in ("ok", "saved"):
            raise LostError(f"{name}: {verdict}")
        page.wait_for_timeout(GUARD)
        press(page, "Control+Enter")
        page.wait_for_timeout(100)
    return taken


def main() -> int:
    """Run over all lessons; the exit code tells whether all went well."""
    parser = argparse.ArgumentParser(description="Take every quiz by keyboard alone.")
    parser.add_argument("--site", type=Path, help="a built site; without, the course is built")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--dark", action="store_true")
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = told.site or built(Path(folder) / "site")
        return run(site.resolve(), told.pictures, "dark" if told.dark else "light")


def built(site: Path) -> Path:
    """Build the course into a folder."""
    subprocess.run([*COURSEWRIGHT, "build", "site", "-C", HERE, "--out", site], check=True)
    return site


def run(site: Path, folder: Path | None, scheme: str) -> int:
    """Take every quiz of a site, or keep pictures of its questions in a folder."""
    taken, broken, kinds = 0, [], set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        for path in sorted(site.rglob("*.html")):
            if "<course-quiz>" not in path.read_text(encoding="utf-8"):
                continue
            context = browser.new_context(
                viewport={"width": 390, "height": 844},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            context.add_init_script(path=PROBE)
            page = context.new_page()
            page.goto(path.as_uri())
            page.wait_for_function("'ready' in document.documentElement.dataset")
            try:
                if folder:
                    pictures(page, folder, kinds)
                else:
                    taken += take(page)
            except LostError as lost:
                broken.append(f"{path.relative_to(site)}: {lost}")
            context.close()
        browser.close()
    print(*broken, sep="\n")
    print(f"questions taken by keyboard={taken} broken={len(broken)}")
    return bool(broken)


def pictures(page: Page, folder: Path, kinds: set[str]) -> None:
    """Keep how each kind looks that was not met yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in page.evaluate("quizKeys.questions()"):
        if kind in kinds:
            continue
        kinds.add(kind)
        form = page.locator(f'.q[data-question="{name}"]')
        form.screenshot(path=folder / f"{kind}-1-asked.png")
        for number, right in ((2, False), (3, True)):
            page.evaluate("name => quizKeys.begin(name)", name)
            ask(page, right)
            form.screenshot(path=folder / f"{kind}-{number}-{'right' if right else 'wrong'}.png")
            page.wait_for_timeout(GUARD)


if __name__ == "__main__":
    raise SystemExit(main())
