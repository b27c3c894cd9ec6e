"""What a command costs: time, processor time and memory of the whole tree of its processes."""

from __future__ import annotations

import filecmp
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).resolve().parent.parent
COURSEWRIGHT = (sys.executable, "-c", "from builder.cli import main; main()")
SAMPLING = 0.1
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor and wall time, peak memory in MB (proportional set size of the tree,
    so that memory shared with forked workers counts once)."""

    cpu: float
    wall: float
    memory: float


class FailedError(RuntimeError):
    """A command that is measured has failed; its figures would mean nothing."""


def cost(command: Sequence[str], folder: Path, **environment: str) -> Cost:
    """Run `command` in `folder` in a fresh process and say what it cost."""
    surroundings = os.environ | {"PYTHONPATH": str(HERE), "NO_MKDOCS_2_WARNING": "1"} | environment
    with (folder / ".output").open("w+b") as said:
        start = time.perf_counter()
        run = subprocess.Popen(
            command, cwd=folder, env=surroundings, stdout=said, stderr=subprocess.STDOUT
        )
        peak = _Peak(run.pid)
        _, status, usage = os.wait4(run.pid, 0)
        wall = time.perf_counter() - start
        run.returncode = os.waitstatus_to_exitcode(status)
        memory = max(peak.stop(), usage.ru_maxrss / 1024 if sys.platform == "linux" else 0)
        if run.returncode:
            said.seek(0)
            words = said.read().decode(errors="replace")[-2000:]
            raise FailedError(f"{' '.join(command)}\n{words}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, memory)


class _Peak:
    """The highest memory of a tree of processes, sampled by a thread."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._peak = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(SAMPLING):
            self._peak = max(self._peak, sum(map(_memory, _tree(self._process))))

    def stop(self) -> float:
        self._over.set()
        self._thread.join()
        return self._peak


def _tree(process: int) -> Iterator[int]:
    yield process
    try:
        tasks = Path(f"/proc/{process}/task").iterdir()
        for task in tasks:
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))
    except OSError:
        return


def _memory(process: int) -> float:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    rows = (line.split() for line in text.splitlines() if line.startswith("Pss:"))
    return sum(int(row[1]) for row in rows) / 1024


def same(first: Path, second: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    names = [sorted(_files(folder)) for folder in (first, second)]
    return names[0] == names[1] and all(
        filecmp.cmp(first / name, second / name, shallow=False) for name in names[0]
    )


def _files(folder: Path) -> Iterator[str]:
    return (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
