"""Writing an output so that nobody ever sees half of it.

A build fills a hidden staging folder beside its target and exchanges the two in one step of the
file system. Killed at any moment, it leaves the old output or the new one, and a leftover that
the next build removes.

Nothing here asks the disk to flush the pages of a site: the exchange is safe against a killed
process without it, flushing thousands of small files takes longer than building them, and after
a power cut a site can be built again. A single file that leaves the house, such as a package for
an LMS, is flushed, because nobody notices until it is imported.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from builder.pipeline.disk import OutputError, disk_trouble
from builder.pipeline.exchange import exchange
from builder.pipeline.lock import beside, build_lock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MARKER = ".coursewright"
"""The file that says: this folder was built, and may be replaced."""
_NEW, _OLD = "new", "old"


@contextmanager
def swapped(
    target: Path, *, sources: Iterable[Path] = (), replace_any: bool = False
) -> Iterator[Path]:
    """An empty staging folder that takes the place of `target` when the block succeeds.

    On any failure the staging folder is removed and `target` is untouched. `sources` are paths
    the target may not contain. A folder with files that carries no marker of a former build is
    refused unless `replace_any`. Raises `OutputError`, or `BuildRunning` when another process
    writes the same target.
    """
    place = target.resolve()
    with build_lock(target), disk_trouble(target, *_places(place)):
        _recover(place)
        _refuse(target, place, sources, replace_any)
        staging = beside(place, f"{_NEW}-{os.getpid()}")
        staging.mkdir()
        try:
            yield staging
            _finish(staging, place)
        finally:
            _discard(staging)
            _recover(place)


def write_file_atomically(target: Path, data: bytes | Iterable[bytes]) -> None:
    """Write one file, flushed to the disk, so that it is there whole or not at all."""
    place = target.resolve()
    with build_lock(target), disk_trouble(target, *_places(place)):
        if place.is_dir():
            raise OutputError(f"cannot write {target}: it is a folder", "name a file")
        _recover(place)
        staging = beside(place, f"{_NEW}-{os.getpid()}")
        try:
            _write_flushed(staging, [data] if isinstance(data, bytes) else data)
            staging.replace(place)
            _flush_folder(place.parent)
        finally:
            _discard(staging)


def _places(place: Path) -> tuple[Path, ...]:
    """Where a missing right is about the output: in it and in what stands in for it."""
    mine = str(os.getpid())
    return (place, *(beside(place, f"{role}-{mine}") for role in (_NEW, _OLD)))


def _recover(place: Path) -> None:
    """Bring back an output that an exchange had put aside when it was cut short, and tidy up.

    The lock is held: whoever left something here is gone.
    """
    olds = sorted(place.parent.glob(beside(place, f"{_OLD}-*").name))
    if olds and not place.exists():
        olds[0].rename(place)  # killed between the two renames of an exchange
    for leftover in [*olds, *sorted(place.parent.glob(beside(place, f"{_NEW}-*").name))]:
        _discard(leftover)


def _refuse(target: Path, place: Path, sources: Iterable[Path], replace_any: bool) -> None:
    """Raise when putting a folder in this place would cost the author something."""
    for source in sources:
        if place in (source.resolve(), *source.resolve().parents):
            raise OutputError(
                f"cannot write {target}: {source} lies in it", "choose a folder of its own"
            )
    if not place.exists():
        return
    if not place.is_dir():
        raise OutputError(f"cannot write {target}: it is a file", "name a folder")
    if place.is_mount():
        raise OutputError(
            f"cannot replace {target}: a disk is mounted there", "choose a folder inside it"
        )
    _refuse_foreign(target, {entry.name for entry in os.scandir(place)}, replace_any)


def _refuse_foreign(target: Path, names: set[str], replace_any: bool) -> None:
    if ".git" in names:
        raise OutputError(
            f"cannot replace {target}: it is a git working tree", "choose a folder inside it"
        )
    if names and MARKER not in names and not replace_any:
        raise OutputError(
            f"cannot replace {target}: it holds files that no build has made",
            "choose an empty folder, or delete this one yourself",
        )


def _finish(staging: Path, place: Path) -> None:
    """Mark the staging folder as built and put it in its place."""
    (staging / MARKER).write_text("Built by coursewright; replaced by every build.\n")
    if place.exists():
        shutil.copymode(place, staging)
        exchange(staging, place, beside(place, f"{_OLD}-{os.getpid()}"))
    else:
        staging.rename(place)


def _write_flushed(path: Path, chunks: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable; not every system can, and then it is not needed."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _discard(path: Path) -> None:
    """Remove a working file or folder. What cannot be removed now, the next build removes."""
    with suppress(OSError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
