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
from contextlib import suppress
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
    batch: tuple[int, ...] = ()
    deadline: float = 0.0

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def _context() -> BaseContext:
    """Forked workers start in milliseconds and inherit what is imported; else spawned ones."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else "spawn")


def _loop(pipe: Connection, theirs: Connection, work: Callable[[Any], Any]) -> None:
    """The life of a worker: items in, for each a result or the words of an exception out.

    The parent's end of the pipe is closed here, where a fork has brought it along: only then does
    a worker notice that its parent was killed.
    """
    theirs.close()
    # Ctrl+C reaches every process of a terminal; the parent decides and stops its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _hold_interrupts(hold=False)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            pipe.send([_answered(item, work) for item in pipe.recv()])


def _hold_interrupts(*, hold: bool) -> None:
    """Keep Ctrl+C waiting while a worker is born: one that gets it before it has learned to
    ignore it would print a traceback."""
    if hasattr(signal, "pthread_sigmask"):
        how = signal.SIG_BLOCK if hold else signal.SIG_UNBLOCK
        signal.pthread_sigmask(how, {signal.SIGINT})


def _answered(item: Any, work: Callable[[Any], Any]) -> Any:  # noqa: ANN401 - whatever work takes
    try:
        return work(item)
    except (Exception, RecursionError) as problem:  # noqa: BLE001 - reported with its item
        return Lost(CRASHED, f"{type(problem).__name__}: {problem}"[:300])


class Pool(Generic[In, Out]):
    """Workers for one function; `limit` is the wall time in seconds one item may take.

    Items go out in batches of up to `batch`, to be done within the limit together. A batch that is
    not comes back item by item, so that only what is to blame is lost.
    """

    def __init__(
        self, work: Callable[[In], Out], jobs: int, limit: float, *, batch: int = 1
    ) -> None:
        self._work = work
        self._jobs = max(1, jobs)
        self._limit = limit
        self._batch = batch
        self._workers: list[_Worker] = []

    def run(self, items: Sequence[In]) -> Iterator[tuple[int, Out | Lost]]:
        """Results with the index of their item, in the order in which they are done."""
        queue = self._batches(len(items))
        pending = len(items)
        try:
            while pending:
                self._feed(queue, items)
                for worker in self._ready():
                    batch = worker.batch
                    answers = self._answers(worker, queue)
                    yield from zip(batch, answers, strict=False)
                    pending -= len(answers)
        finally:
            for worker in self._workers:
                worker.stop()
            self._workers.clear()

    def _batches(self, count: int) -> list[tuple[int, ...]]:
        """The last batch is done first; small runs are dealt out evenly."""
        size = max(1, min(self._batch, count // (4 * self._jobs)))
        return [tuple(range(at, min(at + size, count))) for at in range(0, count, size)][::-1]

    def _feed(self, queue: list[tuple[int, ...]], items: Sequence[In]) -> None:
        wanted = min(self._jobs, len(queue) + sum(bool(w.batch) for w in self._workers))
        while len(self._workers) < wanted:
            self._workers.append(self._start())
        for worker in self._workers:
            if queue and not worker.batch:
                worker.batch = queue.pop()
                worker.deadline = time.monotonic() + self._limit
                worker.pipe.send([items[index] for index in worker.batch])

    def _start(self) -> _Worker:
        context = _context()
        ours, theirs = context.Pipe()
        process = context.Process(  # type: ignore[attr-defined]
            target=_loop, args=(theirs, ours, self._work), daemon=True
        )
        _hold_interrupts(hold=True)
        try:
            process.start()
        finally:
            _hold_interrupts(hold=False)
        theirs.close()
        return _Worker(process, ours)

    def _ready(self) -> list[_Worker]:
        """Workers that answered, died or ran out of time."""
        busy = {worker.pipe: worker for worker in self._workers if worker.batch}
        rest = min(w.deadline for w in busy.values()) - time.monotonic()
        answered = [busy[pipe] for pipe in wait(list(busy), max(0.0, rest))]  # type: ignore[index]
        return answered or [w for w in busy.values() if w.deadline <= time.monotonic()]

    def _answers(self, worker: _Worker, queue: list[tuple[int, ...]]) -> list[Out | Lost]:
        """The answers of a worker's batch; none when the batch goes back to the queue."""
        if not worker.pipe.poll():
            return self._give_up(worker, Lost(TIMED_OUT, f"{self._limit:g} seconds"), queue)
        try:
            answers: list[Out | Lost] = worker.pipe.recv()
        except EOFError:
            return self._give_up(worker, Lost(CRASHED, "the worker process died"), queue)
        worker.batch = ()
        return answers

    def _give_up(
        self, worker: _Worker, lost: Lost, queue: list[tuple[int, ...]]
    ) -> list[Out | Lost]:
        self._workers.remove(worker)
        worker.stop()
        if len(worker.batch) == 1:
            return [lost]
        queue.extend((index,) for index in worker.batch)
        return []
