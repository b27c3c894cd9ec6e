"""How a run is to go."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Progress = Callable[[str, int, int], None]
"""Called with what is being done ("Reading"), how many are done and how many there are."""


def _cores() -> int:
    return min(
        8, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )


@dataclass(frozen=True, slots=True)
class Options:
    """`root` is the course folder; `time_limit` is in seconds for one lesson's rendering."""

    root: Path
    jobs: int = 0
    cache: bool = True
    time_limit: float = 10.0
    progress: Progress | None = None

    @property
    def workers(self) -> int:
        """How many worker processes to use: as asked, else one per core."""
        return self.jobs or _cores()

    def tell(self, what: str, done: int, total: int) -> None:
        """Report progress to whoever listens."""
        if self.progress:
            self.progress(what, done, total)
