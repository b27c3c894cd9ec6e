"""How far a run has come, on one line that gets out of the way."""

from __future__ import annotations

import sys
import time
from typing import TextIO

from builder.cli.style import in_colour

INTERVAL = 0.1
"""Seconds between two updates: a terminal that is redrawn more often only costs time."""


class Progress:
    """Called as `progress("Reading", 120, 1000)`.

    On a terminal one line is rewritten in place and wiped at the end. Elsewhere (a CI log, a
    file) every stage gets one plain line when it is complete.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._shown = 0.0
        self._width = 0
        self._complete: set[str] = set()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` parts of a stage are complete."""
        if self._live:
            self._rewrite(stage, done, total)
        elif done >= total > 0 and stage not in self._complete:
            self._complete.add(stage)
            self._stream.write(f"{stage} {done}/{total}\n")
            self._stream.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *problem: object) -> None:
        self.wipe()

    def wipe(self) -> None:
        """Take the line away, so that what follows starts on a clean one."""
        if self._live and self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0

    def _rewrite(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._shown < INTERVAL and done < total:
            return
        self._shown = now
        count = f"{done}/{total}"
        line = f"{stage} {count}"
        shown = f"{stage} \x1b[2m{count}\x1b[0m" if in_colour(self._stream) else line
        self._stream.write("\r" + shown + " " * max(0, self._width - len(line)))
        self._stream.flush()
        self._width = len(line)
