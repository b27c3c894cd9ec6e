"""Opening a file of the course, never one outside it."""

from __future__ import annotations

import os
from pathlib import Path

from builder.diagnostics import Level, Span, code
from builder.model.result import Result

MOST_BYTES = 2_000_000
MANY_BYTES = 200_000
_USUAL = 32_768
"""More than nearly every text has. Asking for the most at once makes room for it each time."""

OUTSIDE = code(
    "outside-course",
    Level.ERROR,
    "The file lies outside the course",
    "Everything a course is made of must lie in its own folder. Symbolic links and paths with "
    "'..' are not followed, because what they lead to would be published. Copy the file into "
    "the course.",
    fatal=True,
)
UNREADABLE = code(
    "unreadable-file",
    Level.ERROR,
    "The file cannot be opened",
    "The operating system refused to open the file. Check that it still exists and that you may "
    "read it.",
    fatal=True,
)
TOO_LARGE = code(
    "file-too-large",
    Level.ERROR,
    "The text file is larger than 2 MB",
    "A lesson of 2 MB would take a reader more than a day. Such a file is usually no lesson at "
    "all, or has pictures embedded in it. Split it, or move the pictures to files of their own.",
    fatal=True,
)
LARGE = code(
    "large-file",
    Level.WARNING,
    "The text file is larger than 200 KB",
    "A page of this size is slow to load and too long to read in one go. Consider several lessons.",
)

# What else parts a path on the system at hand: on Windows the backslash and the drive's colon.
_SEPARATORS = tuple(mark for mark in (os.sep, os.altsep, os.name == "nt" and ":") if mark)
_is_junction = getattr(os.path, "isjunction", lambda _: False)


def load(root: Path, path: str) -> Result[bytes]:
    """The bytes of a text file below `root`; empty when it may not or cannot be read."""
    span = Span(path)
    full = _inside(os.fspath(root), path)
    if not full:
        hint = "copy the file into the course folder"
        return Result(b"", (OUTSIDE.at(span, "links out of the course are not followed", hint),))
    try:
        with open(full, "rb", opener=_no_links) as file:
            data = file.read(_USUAL)
            if len(data) == _USUAL:
                data += file.read(MOST_BYTES + 1 - _USUAL)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        return Result(b"", (UNREADABLE.at(span, f"the file cannot be read: {reason}"),))
    return _capped(span, data)


def _inside(root: str, path: str) -> str:
    """The full path; empty when it leaves the root or any part of it below is a link.

    Looking at each part costs a third of resolving the whole path, and there are thousands.
    """
    full = root
    for part in path.split("/"):
        if part in ("", ".", "..") or any(mark in part for mark in _SEPARATORS):
            return ""
        full = os.path.join(full, part)  # noqa: PTH118 - on the hot path
        if os.path.islink(full) or _is_junction(full):  # noqa: PTH114 - likewise
            return ""
    return full


def _no_links(path: str, flags: int) -> int:
    # Non-blocking, so that a pipe somebody put there cannot hang the build.
    extra = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    return os.open(path, flags | extra)


def _capped(span: Span, data: bytes) -> Result[bytes]:
    if len(data) > MOST_BYTES:
        return Result(b"", (TOO_LARGE.at(span, "the file is larger than 2 MB", "split it"),))
    if len(data) > MANY_BYTES:
        size = f"{len(data) // 1000} KB"
        return Result(data, (LARGE.at(span, f"the file is large: {size}", "split it"),))
    return Result(data)
