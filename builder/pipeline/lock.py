"""One build at a time per output.

The lock is a record lock of the operating system on a small file beside the output. Record locks
belong to a process, are not inherited by the workers it forks and end with it however it ends, so
a killed build never blocks the next one, even while a worker of it still lives. (Locks of the
`flock` kind would be inherited.)
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from builder.diagnostics import Busy
from builder.pipeline.disk import disk_trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_held: dict[Path, tuple[int, int]] = {}
"""Locks of this process: path -> (thread, depth). Record locks do not see it locking twice."""
_guard = threading.Lock()


class BuildRunning(Busy):
    """Another process, or another thread of this one, is writing the same output."""


def beside(target: Path, role: str) -> Path:
    """The hidden working file or folder of this role beside an output, on the same disk."""
    return target.parent / f".{target.name}.coursewright-{role}"


@contextmanager
def build_lock(target: Path) -> Iterator[None]:
    """Hold the right to write `target`; raise `BuildRunning` at once when it is taken.

    The same thread may nest it. Raises `OutputError` when the folder around the target cannot be
    written.
    """
    path = beside(target.resolve(), "lock")
    first = _enter(path, target)
    try:
        handle = _locked(path, target) if first else None
        try:
            yield
        finally:
            if handle is not None:
                _unlock(path, handle)
    finally:
        _leave(path)


def _enter(path: Path, target: Path) -> bool:
    """Count this thread in; True when it is the first to come and has to take the file lock."""
    me = threading.get_ident()
    with _guard:
        owner, depth = _held.get(path, (me, 0))
        if owner != me:
            raise _running(target, str(os.getpid()))
        _held[path] = (me, depth + 1)
        return depth == 0


def _leave(path: Path) -> None:
    with _guard:
        owner, depth = _held[path]
        if depth > 1:
            _held[path] = (owner, depth - 1)
        else:
            del _held[path]


def _locked(path: Path, target: Path) -> int:
    """A handle that holds the lock file.

    The holder deletes the file when it is done, so a lock won on a file that is no longer the one
    at `path` means nothing and the attempt starts again.
    """
    while True:
        handle = _opened(path, target)
        try:
            if not _try(handle):
                raise _running(target, os.read(handle, 20).decode("ascii", "replace").strip())
            if _is_at(handle, path):
                _sign(handle)
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _opened(path: Path, target: Path) -> int:
    with disk_trouble(target, *path.parents):
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)


def _sign(handle: int) -> None:
    """Leave the process number for the message of whoever finds the lock taken."""
    with suppress(OSError):  # a full disk: the lock itself needs no space
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())


def _running(target: Path, process: str) -> BuildRunning:
    who = f" (process {process})" if process.isdigit() else ""
    return BuildRunning(
        f"another build of {target} is running{who}", "wait until it is done, or stop it"
    )


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    _BYTE = 1 << 30  # far behind the text: Windows locks also forbid reading what they cover

    def _try(handle: int) -> bool:
        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
        return True

    def _unlock(path: Path, handle: int) -> None:
        os.close(handle)
        try:
            path.unlink()
        except OSError:
            return  # the next build has opened it already

else:
    import fcntl

    def _try(handle: int) -> bool:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def _unlock(path: Path, handle: int) -> None:
        path.unlink(missing_ok=True)
        os.close(handle)
