"""Worker processes with a time limit per piece of work.

Rendering Markdown can take quadratic time on hostile input and can even crash the parser. Each
piece is therefore done in a worker that is killed when it takes too long, and what is lost is
the one piece, by name. A crash of the worker is handled the same way.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

TIMED_OUT = "timeout"
CRASHED = "crash"


@dataclass(frozen=True, slots=True)
class Lost:
    """A piece of work that was not finished: `reason` is "timeout" or "crash"."""

    reason: str
    detail: str = ""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    index: int = -1
    deadline: float = 0.0

    @property
    def busy(self) -> bool:
        return self.index >= 0

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def _context() -> BaseContext:
    """Forked workers start in milliseconds and inherit what is imported; else spawned ones."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else "spawn")


def _loop(pipe: Connection, work: Callable[[Any], Any]) -> None:
    """The life of a worker: an item in, a result or the words of an exception out."""
    # Ctrl+C reaches every process of a terminal; the parent decides and stops its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        try:
            answer = work(item)
        except (Exception, RecursionError) as problem:  # noqa: BLE001 - reported with its item
            answer = Lost(CRASHED, f"{type(problem).__name__}: {problem}"[:300])
        pipe.send(answer)


class Pool(Generic[In, Out]):
    """Workers for one function; `limit` is the wall time in seconds one item may take."""

    def __init__(self, work: Callable[[In], Out], jobs: int, limit: float) -> None:
        self._work = work
        self._jobs = max(1, jobs)
        self._limit = limit
        self._workers: list[_Worker] = []

    def run(self, items: Sequence[In]) -> Iterator[tuple[int, Out | Lost]]:
        """Results with the index of their item, in the order in which they are done."""
        queue = list(range(len(items)))[::-1]
        pending = len(items)
        try:
            while pending:
                self._feed(queue, items)
                for worker in self._ready():
                    yield worker.index, self._answer(worker)
                    pending -= 1
        finally:
            for worker in self._workers:
                worker.stop()
            self._workers.clear()

    def _feed(self, queue: list[int], items: Sequence[In]) -> None:
        wanted = min(self._jobs, len(queue) + sum(w.busy for w in self._workers))
        while len(self._workers) < wanted:
            self._workers.append(self._start())
        for worker in self._workers:
            if queue and not worker.busy:
                worker.index = queue.pop()
                worker.deadline = time.monotonic() + self._limit
                worker.pipe.send(items[worker.index])

    def _start(self) -> _Worker:
        context = _context()
        ours, theirs = context.Pipe()
        process = context.Process(target=_loop, args=(theirs, self._work), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _ready(self) -> list[_Worker]:
        """Workers that answered, died or ran out of time."""
        busy = {worker.pipe: worker for worker in self._workers if worker.busy}
        rest = min(w.deadline for w in busy.values()) - time.monotonic()
        answered = [busy[pipe] for pipe in wait(list(busy), max(0.0, rest))]  # type: ignore[index]
        return answered or [w for w in busy.values() if w.deadline <= time.monotonic()]

    def _answer(self, worker: _Worker) -> Out | Lost:
        if not worker.pipe.poll():
            return self._discard(worker, Lost(TIMED_OUT, f"{self._limit:g} seconds"))
        try:
            answer: Out | Lost = worker.pipe.recv()
        except EOFError:
            return self._discard(worker, Lost(CRASHED, "the worker process died"))
        worker.index = -1
        return answer

    def _discard(self, worker: _Worker, lost: Lost) -> Lost:
        self._workers.remove(worker)
        worker.stop()
        return lost
