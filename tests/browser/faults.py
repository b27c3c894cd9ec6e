"""What can happen to a browser that holds a learner's answers: tests try a little of it, the
trials of `tools/soak.py` a lot."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, BrowserType, Page

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
)

WRITE = """async ([name, count]) => {
  const { openSession } = await import("/session.js");
  globalThis.session ??= await openSession("trial");
  const kept = [];
  for (let n = 0; n < count; n += 1) {
    kept.push(session.put("answer", `quiz/${name}-${n}`, { answer: n }));
    if (n % 50 === 0) await session.put("seen", "both", n);
  }
  await Promise.all(kept);
}"""
HEARD = "count => session.all('answer').length === count"
FOUND = """async names => {
  const { openSession } = await import("/session.js");
  const session = await openSession("trial");
  const kept = ([name, n]) => session.get("answer", `quiz/${name}-${n}`)?.answer === n;
  return names.filter(kept).length;
}"""


def two_windows(context: BrowserContext, modules: str, each: int) -> int:
    """Write `each` answers in each of two windows at once; how many of them were lost.

    `modules` is the address where `builder/web/` is served.
    """
    windows = {name: context.new_page() for name in ("one", "two")}
    for name, window in windows.items():
        window.goto(modules)
        window.evaluate(f"globalThis.writing = ({WRITE})(['{name}', {each}])", None)
    for window in windows.values():
        window.evaluate("writing")
    for window in windows.values():
        window.wait_for_function(HEARD, arg=2 * each)
    later = context.new_page()
    later.goto(modules)
    names = [[name, n] for name in windows for n in range(each)]
    found: int = later.evaluate(FOUND, names)
    return 2 * each - found


@contextmanager
def killed(chromium: BrowserType, profile: Path) -> Iterator[BrowserContext]:
    """A browser with a profile on the disk, killed without warning when the block ends."""
    port_file = profile / "DevToolsActivePort"
    port_file.unlink(missing_ok=True)
    browser = subprocess.Popen(
        [CHROMIUM, *ARGUMENTS, f"--user-data-dir={profile}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        port = _first_line(port_file)
        connection = chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        yield connection.contexts[0]
    finally:
        os.killpg(browser.pid, signal.SIGKILL)
        browser.wait()


def _first_line(path: Path) -> str:
    for _ in range(300):
        lines = path.read_text().splitlines() if path.exists() else []
        if lines:
            return lines[0]
        time.sleep(0.1)
    raise TimeoutError(f"{path} never came")


def write_choices(root: Path, count: int = 10) -> Path:
    """A course of one lesson, `m/l.html`, with `count` questions to answer by a choice."""
    lesson, quiz = root / "content/m/l.md", root / "quizzes/l.yml"
    question = "  - {{id: q{0}, type: true-false, prompt: Is {0} a number?, answer: true}}\n"
    for path, text in (
        (lesson, "# A lesson\n\n## A part\n\nText.\n"),
        (quiz, "questions:\n" + "".join(map(question.format, range(count)))),
    ):
        path.parent.mkdir(parents=True)
        path.write_text(text)
    return root


OPEN = """answered => [...document.querySelectorAll(".q")].map(form => form.dataset.record)
  .filter(record => !answered.includes(record))"""
ANSWER = """record => new Promise((resolve, reject) => {
  const form = [...document.querySelectorAll(".q")].find(q => q.dataset.record === record);
  const told = new MutationObserver(resolve);
  told.observe(form.querySelector(".verdict"), { childList: true, subtree: true });
  form.querySelector("input").click();
  form.requestSubmit();
  setTimeout(reject, 5000);
})"""
READY = "'ready' in document.documentElement.dataset"
KEPT = "() => [...document.querySelectorAll('.q input:checked')].map(i => i.form.dataset.record)"


def kills(chromium: BrowserType, lesson: str, profile: Path, count: int) -> list[str]:
    """Kill the browser `count` times as soon as the verdict on an answer shows; the questions
    whose answers were lost. Every question on the page `lesson` is a choice."""
    lost: list[str] = []
    answered: list[str] = []
    for _ in range(count + 1):
        with killed(chromium, profile) as context:
            page = context.new_page()
            page.goto(lesson)
            page.wait_for_function(READY)
            lost += set(answered) - set(page.evaluate(KEPT))
            if not page.evaluate(OPEN, answered):
                answered = []
                _forget(page)
                page.wait_for_function(READY)
            answered += page.evaluate(OPEN, answered)[:1]
            page.evaluate(ANSWER, answered[-1])
    return lost


def _forget(page: Page) -> None:
    page.evaluate(
        "new Promise(done => (indexedDB.deleteDatabase('coursewright').onsuccess = done))"
    )
    page.reload()
    page.wait_for_timeout(200)


JUNK = json.loads(r"""[null, true, 0, -1, 1e308, "", "x", "\u0000\ud83d\ude00", [], {}, [[]],
  {"answer": null}, {"answer": {}, "tries": "x"}, {"answer": [null, 5, {"a": []}], "right": "yes"},
  {"answer": "x", "of": 5, "right": true}, {"answer": {"text": 5}}, {"text": 5, "rubric": []},
  {"answer": {"option": {}, "sure": 9}, "told": 1}, {"answer": "a", "tries": 1e99, "told": true},
  {"lesson": 5}, {"lesson": "a", "title": "b", "url": "javascript:1", "part": "#", "name": "<b>"},
  {"due": "soon", "stability": -1}, {"due": 1e18, "stability": 0, "state": 7}, {"due": null}]""")
KINDS = ("answer", "aside", "step", "note", "done", "seen", "read", "place", "card", "name", "x")


def junk_texts(chance: random.Random, prefix: str, ids: list[str]) -> dict[str, Any]:
    """A stored text for every kind and id, most of them no fact or a fact of a wrong shape."""
    return {f"{prefix}{kind}:{name}": _junk(chance) for kind in KINDS for name in ids}


def _junk(chance: random.Random) -> Any:
    value = chance.choice(JUNK)
    text = json.dumps(
        {"at": chance.choice([1, 0, -5, 1.5, "x", 1e300, 1795610335654]), "value": value}
    )
    return chance.choice(
        [text, text, text, text[: chance.randrange(len(text))], json.dumps(value), value]
    )
