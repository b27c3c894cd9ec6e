"""Putting one folder in the place of another in a single step, where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # Linux: renameat2
_RENAME_SWAP = 2  # macOS: renamex_np


def exchange(new: Path, current: Path, aside: Path) -> None:
    """Put `new` where `current` is; the former `current` ends at `new` or at `aside`.

    Without the system's help it takes two renames with a moment in between in which there is no
    `current`; a build killed in it finds the former one at `aside`.
    """
    if _swap(new, current):
        return
    current.rename(aside)
    try:
        new.rename(current)
    except OSError:
        aside.rename(current)
        raise


def _swap(first: Path, second: Path) -> bool:
    """Exchange two names in one step; False when system or file system cannot."""
    call = _library_call()
    if call is None:
        return False
    a, b = os.fsencode(first), os.fsencode(second)
    if sys.platform == "darwin":
        return bool(call(a, b, _RENAME_SWAP) == 0)
    return bool(call(_AT_FDCWD, a, _AT_FDCWD, b, _RENAME_EXCHANGE) == 0)


@cache
def _library_call() -> Any:  # noqa: ANN401 - a C function has no Python type
    names = {"linux": "renameat2", "darwin": "renamex_np"}
    name = names.get(sys.platform)
    if name is None:
        return None
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is not None and name == "renameat2":
        function.argtypes = [
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_uint,
        ]
    return function
