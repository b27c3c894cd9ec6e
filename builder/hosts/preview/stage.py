"""What the preview shows at the moment: the last good site and the present findings."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.diagnostics import Report
from builder.publish.bundle import Bundle, Content, Recipe, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PAGE = ".html"
NOT_SHOWN = (PAGE, ".json", ".xml", ".txt")
"""Files whose change alone is no reason to load an open page again."""
KEPT = 256
"""How many pages stay made; a page costs milliseconds to make again."""


@dataclass(frozen=True, slots=True)
class Built:
    """One reading of the course. `bundle` is None when it has errors; `trouble` is a sentence
    about something that stopped the run as a whole."""

    report: Report
    source: Callable[[str], str | None]
    bundle: Bundle | None = None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What is on show. `look` changes when anything but a page's text does."""

    number: int
    built: Built
    bundle: Bundle = field(default_factory=lambda: Bundle({}))
    look: str = ""


class Stage:
    """Holds the present view, makes its files on demand and tells when there is a new one."""

    def __init__(self, built: Built) -> None:
        self._condition = threading.Condition()
        self._work = threading.Lock()
        self._made: dict[str, tuple[str, bytes]] = {}
        self.closed = False
        self.view = View(0, built)
        self.show(built)

    def show(self, built: Built) -> None:
        """Put a new reading on show; one with errors keeps the last good site."""
        view = replace(self.view, number=self.view.number + 1, built=built)
        if built.bundle is not None:
            view = replace(view, bundle=built.bundle, look=_look(built.bundle))
        with self._condition:
            self.view = view
            self._condition.notify_all()

    def wait(self, number: int, seconds: float) -> bool:
        """Wait for a view other than `number`; False when there was none."""
        with self._condition:
            return self._condition.wait_for(
                lambda: self.closed or self.view.number != number, seconds
            )

    def close(self) -> None:
        """Wake everybody who waits, for the last time."""
        with self._condition:
            self.closed = True
            self._condition.notify_all()

    @contextmanager
    def working(self) -> Iterator[None]:
        """Hold back page making: the Markdown engine serves one thread at a time."""
        with self._work:
            yield

    def read(self, view: View, path: str) -> tuple[str, bytes] | None:
        """The tag and the bytes of a file of the view, None when there is none.

        Raises whatever making the page raises.
        """
        content = view.bundle.files.get(path)
        if content is None:
            return None
        tag = tag_of(content)
        if not isinstance(content, Recipe):
            return tag, content if isinstance(content, bytes) else content.read_bytes()
        with self._work:
            kept = self._made.get(path)
            if kept is None or kept[0] != tag:
                kept = (tag, content.make())
                self._keep(path, kept)
        return kept

    def _keep(self, path: str, made: tuple[str, bytes]) -> None:
        self._made.pop(path, None)
        self._made[path] = made
        if len(self._made) > KEPT:
            del self._made[next(iter(self._made))]


def tag_of(content: Content | None) -> str:
    """A short text that changes when a file's bytes do; empty for no file."""
    if content is None:
        return ""
    if isinstance(content, Recipe):
        return content.key.hex()
    if isinstance(content, Path):
        try:
            stat = content.stat()
        except OSError:
            return ""
        return f"{stat.st_size:x}-{stat.st_mtime_ns:x}"
    return digest(content).hex()


def _look(bundle: Bundle) -> str:
    shown = (path for path in bundle if not path.endswith(NOT_SHOWN))
    return digest(*(f"{path} {tag_of(bundle.files[path])}" for path in shown)).hex()
