"""Noticing that an author saved something.

Looking at names, sizes and times is what decides; events of the operating system only say when
to look. So nothing is missed on disks that send no events (network drives, some containers), and
an idle preview costs next to nothing where they do.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pathlib import Path

SKIPPED = frozenset({"node_modules", "__pycache__"})
SKIPPED_AT_ROOT = SKIPPED | {"_site", "build", "dist", "site", "venv"}
"""What tools leave in a project; below the root such a name may be a module's."""
QUIET = 0.03
"""Seconds without a further change before a save counts as complete."""
WITH_EVENTS = 2.0
WITHOUT_EVENTS = 0.3
"""Seconds between two looks."""

Snapshot = dict[str, tuple[int, int]]


class Source(Protocol):
    """Where events come from; `stop` ends it."""

    def stop(self) -> None:
        """No more events."""


class Watcher:
    """Watches the files below `root`; use it as a context."""

    def __init__(self, root: Path, *, events: bool = True) -> None:
        self._root = root
        self._wake = threading.Event()
        self._seen = snapshot(root)
        self._source = _events(root, self._wake) if events else None
        self._pause = WITH_EVENTS if self._source else WITHOUT_EVENTS

    def __enter__(self) -> Watcher:
        return self

    def __exit__(self, *_: object) -> None:
        if self._source:
            self._source.stop()

    def wait(self, timeout: float | None = None) -> set[str]:
        """The paths that changed since the last call, empty after `timeout` seconds of nothing."""
        left = timeout
        while True:
            changed = self._changed()
            if changed or (left is not None and left <= 0):
                return changed
            pause = self._pause if left is None else min(self._pause, left)
            self._wake.wait(pause)
            self._wake.clear()
            left = None if left is None else left - pause

    def _changed(self) -> set[str]:
        """What differs from the last look, once nothing moves any more."""
        now = snapshot(self._root)
        if now == self._seen:
            return set()
        while True:
            threading.Event().wait(QUIET)
            again = snapshot(self._root)
            if again == now:
                break
            now = again
        before, self._seen = self._seen, now
        return {path for path, _ in before.items() ^ now.items()}


def snapshot(root: Path) -> Snapshot:
    """Size and time of every file an author may edit, by path below `root`."""
    found: Snapshot = {}
    folders = [("", os.fspath(root))]
    while folders:
        prefix, folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    _note(entry, prefix, found, folders)
        except OSError:
            continue  # the folder was removed while we looked
    return found


def _note(
    entry: os.DirEntry[str], prefix: str, found: Snapshot, folders: list[tuple[str, str]]
) -> None:
    skipped = SKIPPED if prefix else SKIPPED_AT_ROOT
    if entry.name.startswith((".", "~")) or entry.name in skipped:
        return
    try:
        if entry.is_dir(follow_symlinks=False):
            folders.append((f"{prefix}{entry.name}/", entry.path))
        elif entry.is_file(follow_symlinks=False):
            stat = entry.stat(follow_symlinks=False)
            found[prefix + entry.name] = (stat.st_size, stat.st_mtime_ns)
    except OSError:
        return


def _events(root: Path, wake: threading.Event) -> Source | None:
    """Events of the operating system by way of watchdog; None where there are none."""
    try:
        from watchdog.events import FileSystemEventHandler
        from watchdog.observers import Observer
    except ImportError:
        return None

    class Waker(FileSystemEventHandler):
        def on_any_event(self, event: Any) -> None:  # noqa: ANN401 - watchdog's own type
            if event.event_type not in ("opened", "closed_no_write"):
                wake.set()

    observer = Observer()
    try:
        for folder in _watched(root):
            observer.schedule(Waker(), os.fspath(folder), recursive=folder != root)
        observer.start()
    except OSError:  # no more watches to be had from the system
        return None
    return observer


def _watched(root: Path) -> list[Path]:
    """The root itself and each folder in it that can hold text."""
    inner = (entry for entry in root.iterdir() if entry.is_dir() and not entry.is_symlink())
    kept = (f for f in inner if not f.name.startswith(".") and f.name not in SKIPPED_AT_ROOT)
    return [root, *sorted(kept)]
