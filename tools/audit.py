"""Rate the pages of the shipped course with Lighthouse, as on a phone: `make audit`.

Each page is loaded three times; performance is the median, the other categories the lowest.
Fails when a page is below the bars of the project.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIGHTHOUSE = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
LESSON = "psychology-of-influence/building-relationships-and-networks.html"
PAGES = {
    "home": "index.html",
    "module": "psychology-of-influence/index.html",
    "lesson": LESSON,
    "tag": "tags/bti-started.html",
}
BARS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
CHROME_FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
TEXTS = (".html", ".css", ".js", ".svg", ".json", ".xml")


class Compressing(SimpleHTTPRequestHandler):
    """Serves texts compressed, as any web server of today does."""

    def send_head(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path = path / "index.html"
        if path.suffix not in TEXTS or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def log_message(self, *_):
        pass


def serve(folder: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise SystemExit("No Chromium here. On Debian: apt-get install chromium")
    return found


def rate(url: str, categories: tuple[str, ...] = tuple(BARS)) -> dict[str, float]:
    """One Lighthouse run: points from 0 to 100 per category."""
    if not LIGHTHOUSE.is_file():
        raise SystemExit(f"{LIGHTHOUSE} is missing. `make audit` installs it.")
    done = subprocess.run(
        [
            *("node", LIGHTHOUSE, url, "--output=json", "--quiet"),
            f"--only-categories={','.join(categories)}",
            f"--chrome-flags={CHROME_FLAGS}",
        ],
        capture_output=True,
        check=False,
        env={**os.environ, "CHROME_PATH": chromium()},
        timeout=180,
    )
    if done.returncode:
        raise SystemExit(done.stderr.decode())
    report = json.loads(done.stdout)
    explain(report)
    return {name: round(report["categories"][name]["score"] * 100) for name in categories}


def explain(report: dict) -> None:
    """Name every audit outside performance that a page did not pass."""
    audits = report["audits"]
    for name, category in report["categories"].items():
        refs = category["auditRefs"] if name != "performance" else []
        for ref in refs:
            score = audits[ref["id"]]["score"]
            if ref["weight"] and score is not None and score < 1:
                print(f"    {name}: {audits[ref['id']]['title']}", file=sys.stderr)


def settled(runs: list[dict[str, float]]) -> dict[str, float]:
    middle = statistics.median(run["performance"] for run in runs)
    return {n: middle if n == "performance" else min(r[n] for r in runs) for n in BARS}


def build(target: Path) -> None:
    sys.path.insert(0, str(ROOT))
    from builder.cli import main

    if main(["build", "site", "-C", str(ROOT), "--out", str(target)]):
        raise SystemExit(1)


def audit(rounds: int) -> bool:
    good = True
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(site)
        server = serve(site)
        address = f"http://127.0.0.1:{server.server_port}/"
        print(f"{'page':10}" + "".join(f"{name:>16}" for name in BARS))
        for name, page in PAGES.items():
            points = settled([rate(address + page) for _ in range(rounds)])
            print(f"{name:10}" + "".join(f"{points[c]:16.0f}" for c in BARS), flush=True)
            good = good and all(points[c] >= bar for c, bar in BARS.items())
        server.shutdown()
    return good


if __name__ == "__main__":
    sys.exit(0 if audit(int(os.environ.get("ROUNDS", "3"))) else "A page is below the bars.")
