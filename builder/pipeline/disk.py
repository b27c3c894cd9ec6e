"""Trouble with the disk in the author's words."""

from __future__ import annotations

import errno
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from builder.diagnostics import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

_DISK = {
    errno.ENOSPC: ("no space is left on the disk", "free some space or choose another folder"),
    errno.EDQUOT: ("your disk quota is used up", "free some space or choose another folder"),
    errno.EFBIG: ("a file would be larger than allowed here", "choose another folder"),
    errno.EROFS: ("the disk is read-only", "choose another folder"),
    errno.EIO: ("the disk reports an error", "choose another folder"),
}
_PLACE = {
    errno.EACCES: ("you may not write there", "change the folder's rights or choose another"),
    errno.EPERM: ("the system does not allow it", "choose another folder"),
    errno.ENAMETOOLONG: ("a file name is too long for this disk", "choose a shorter folder"),
    errno.EBUSY: ("the folder is in use by the system", "choose a folder inside it"),
    errno.ENOTDIR: ("a part of the path is a file", "choose another folder"),
    errno.EEXIST: ("a part of the path is a file", "choose another folder"),
}


class OutputError(Failure):
    """The output cannot be written; what was there before is untouched."""


@contextmanager
def disk_trouble(target: Path, *places: Path) -> Iterator[None]:
    """Turn the disk's refusals into an `OutputError` that names `target`.

    A full disk is always about writing. A missing right is only when it concerns a path below
    one of `places`; otherwise it may be about a source file, and passes on.
    """
    try:
        yield
    except OSError as problem:
        known = _DISK.get(problem.errno or 0)
        if known is None and _concerns(problem, places):
            known = _PLACE.get(problem.errno or 0, (str(problem.strerror), ""))
        if known is None:
            raise
        kept = "; what was there is unchanged" if target.exists() else ""
        raise OutputError(f"cannot write {target}: {known[0]}{kept}", known[1]) from problem


def _concerns(problem: OSError, places: tuple[Path, ...]) -> bool:
    names = [Path(n) for n in (problem.filename, problem.filename2) if isinstance(n, str | Path)]
    return any(name == place or place in name.parents for name in names for place in places)
