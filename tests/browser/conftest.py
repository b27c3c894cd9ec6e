"""A real browser over built courses: the shipped one, and a showcase with one of everything."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from builder.cli import main

ROOT = Path(__file__).resolve().parents[2]
SHOWCASE = Path(__file__).with_name("showcase")
PROBES = Path(__file__).with_name("probes.js")


class _Quiet(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Let nothing be kept from one test to the next."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the tests' output to the tests."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers leave in the middle of an answer; that is no news."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Serve a folder on a free port of this machine; returns its address with a final slash. A
    request handler of one's own may be given."""
    servers: list[ThreadingHTTPServer] = []

    def start(folder: Path, handler: type[SimpleHTTPRequestHandler] = _Quiet) -> str:
        server = _Server(("127.0.0.1", 0), partial(handler, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def build(course: Path, target: Path) -> Path:
    """Build a course's site with the command an author uses."""
    assert main(["build", "site", "-C", str(course), "--out", str(target), "--jobs", "1"]) == 0
    return target


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the shipped course's site."""
    return build(ROOT, tmp_path_factory.mktemp("shipped") / "site")


@pytest.fixture(scope="session")
def course(built: Path, serve: Callable[..., str]) -> str:
    """The address of the shipped course."""
    return serve(built)


@pytest.fixture(scope="session")
def showcase_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of a course with one of everything, in the default look."""
    return build(SHOWCASE, tmp_path_factory.mktemp("showcase") / "site")


@pytest.fixture(scope="session")
def showcase(showcase_folder: Path, serve: Callable[..., str]) -> str:
    """The address of that course."""
    return serve(showcase_folder)


@dataclass
class Visit:
    """Opens pages and notes what no page may do: complain, or ask another host for anything."""

    browser: Browser
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def context(self, width: int = 1440, height: int = 900, **options: object) -> BrowserContext:
        options.setdefault("color_scheme", "light")
        options.setdefault("reduced_motion", "reduce")
        made = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        made.add_init_script(path=PROBES)
        self.contexts.append(made)
        return made

    def open(self, context: BrowserContext, url: str) -> Page:
        page = context.new_page()
        page.on("console", lambda m: m.type in ("error", "warning") and self.note(url, m.text))
        page.on("pageerror", lambda e: self.note(url, str(e)))
        page.on("request", lambda r: self.watch(url, r.url))
        page.on("requestfailed", lambda r: self.failed(url, r))
        page.goto(url)
        if page.locator("html.js body[data-lesson]").count():
            page.wait_for_function("'ready' in document.documentElement.dataset")
        return page

    def __call__(self, url: str, width: int = 1440, height: int = 900, **options: object) -> Page:
        """A page in a browser profile of its own."""
        return self.open(self.context(width, height, **options), url)

    def note(self, url: str, text: str) -> None:
        self.complaints.append(f"{url}: {text}")

    def failed(self, url: str, request: Request) -> None:
        """Only a request the page itself gave up, by being left, may fail."""
        if request.failure != "net::ERR_ABORTED":
            self.note(url, f"failed: {request.url}: {request.failure}")

    def watch(self, url: str, target: str) -> None:
        home = url.split("/", 3)[:3]
        if not target.startswith(("data:", "blob:")) and target.split("/", 3)[:3] != home:
            self.note(url, f"asked for {target}")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a page: `visit(url, width=390, color_scheme="dark")`. Complaints fail the test."""
    visiting = Visit(browser)
    yield visiting
    for context in visiting.contexts:
        context.close()
    assert visiting.complaints == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    path = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        pytest.fail(f"{path} is missing. `make test` installs it; by hand: npm install axe-core")
    return path.read_text(encoding="utf-8")
