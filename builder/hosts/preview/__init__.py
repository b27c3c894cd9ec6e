"""`coursewright serve`: the course in the browser while it is written.

Nothing is written to the disk: a reading of the course is a bundle of recipes, and a page is made
when a browser asks for it. Reading goes through the same cache as a build, so one saved lesson
costs one lesson.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from builder.diagnostics import Failure, Report
from builder.hosts.preview.server import PreviewServer
from builder.hosts.preview.stage import Built, Stage
from builder.hosts.preview.watch import Watcher

if TYPE_CHECKING:
    from pathlib import Path

Say = Callable[[str], None]
LOCAL = "127.0.0.1"


class Preview:
    """A running preview: a server in threads of its own and a loop that rebuilds.

    `make` reads the course anew and never raises for an author's mistake; `tell` writes a line
    to the terminal. Use it as a context, call `run` or `step`.
    """

    def __init__(
        self,
        root: Path,
        make: Callable[[], Built],
        tell: Say,
        *,
        host: str = LOCAL,
        port: int = 8000,
        events: bool = True,
    ) -> None:
        self._make = make
        self._tell = tell
        self._watcher = Watcher(root, events=events)
        self.stage = Stage(self._attempt())
        self._server = PreviewServer(self.stage, host, port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)
        if port and self._server.port != port:
            tell(f"Port {port} is taken; using {self._server.port}.")

    @property
    def address(self) -> str:
        """Where the preview is, as typed into a browser."""
        host = str(self._server.server_address[0])
        return f"http://{host}:{self._server.port}/"

    def __enter__(self) -> Preview:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stage.close()
        self._server.shutdown()
        self._server.server_close()
        self._watcher.__exit__()

    def run(self) -> None:
        """Rebuild at every save until interrupted."""
        while True:
            self.step()

    def step(self, timeout: float | None = None) -> set[str]:
        """Wait for a save and rebuild; the paths that were saved."""
        changed = self._watcher.wait(timeout)
        if changed:
            start = time.monotonic()
            with self.stage.working(), _unswept():
                built = self._attempt()
            self.stage.show(built)
            gc.collect()
            if not built.report.failed and not built.trouble:
                self._tell(f"{_named(changed)}: rebuilt in {time.monotonic() - start:.2f} s")
        return changed

    def _attempt(self) -> Built:
        """A reading whatever happens: a mistake of the builder must not end the preview."""
        try:
            return self._make()
        except Failure as failure:
            trouble = f"{failure.message}. {failure.hint}".rstrip(" .") + "."
        except Exception as bug:  # noqa: BLE001 - told, and the server goes on
            trouble = f"The builder made a mistake ({type(bug).__name__}: {bug})."
        self._tell(trouble)
        return Built(Report(), lambda path: None, trouble=trouble)  # noqa: ARG005


@contextmanager
def _unswept() -> Iterator[None]:
    """Put off Python's garbage collection: a reading makes a hundred thousand objects that all
    live on, and looking through them again and again takes a third of its time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _named(changed: set[str]) -> str:
    first, *rest = sorted(changed)
    return f"{first} and {len(rest)} more" if rest else first
