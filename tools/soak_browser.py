"""What a browser may do to a learner's answers, at length: the part of `tools/soak.py` behind
`--browser`. The trials themselves are those of the tests, with larger numbers."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from measure import COURSEWRIGHT, HERE
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(HERE / "tests" / "browser"))
from faults import ARGUMENTS, CHROMIUM, kills, two_windows, write_choices


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep the output to the trials."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def browser_trials(folder: Path, deaths: int, writes: int, cases: int) -> int:
    """Kill a browser `deaths` times right after an answer, let two windows make `writes` answers
    at once, replay `cases` edits of quizzes and histories of cards. Returns what was lost."""
    site = folder / "site"
    course = write_choices(folder / "course", 20)
    built = [*COURSEWRIGHT, "build", "site", "-C", str(course), "--out", str(site)]
    subprocess.run(built, check=True, capture_output=True, cwd=HERE)
    with sync_playwright() as playwright, served(site) as address:
        chromium = playwright.chromium
        lost = len(kills(chromium, address + "m/l.html", folder / "profile", deaths))
        print(f"browser kills={deaths} answers lost={lost}")
        with served(HERE / "builder" / "web") as modules:
            flags = [flag for flag in ARGUMENTS if not flag.startswith("--remote")]
            running = chromium.launch(executable_path=CHROMIUM, args=flags)
            gone = two_windows(running.new_context(), modules, writes // 2)
            running.close()
    print(f"two windows, writes={writes} answers lost={gone}")
    return lost + gone + _replays(cases)


def _replays(cases: int) -> int:
    told = os.environ | {"COURSEWRIGHT_CASES": str(cases)}
    web = ("edits", "fsrs", "grading_agrees", "saved_state", "fit_agrees")
    names = (*(f"web/test_{name}.py" for name in web), "model/test_fit.py")
    tests = [str(HERE / "tests" / name) for name in names]
    run = subprocess.run([sys.executable, "-m", "pytest", *tests], env=told, cwd=HERE, check=False)
    print(f"edits, cards, gradings, saved states, plans={cases} failed={run.returncode != 0}")
    return int(run.returncode != 0)
