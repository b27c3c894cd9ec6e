"""What to say when the fault is ours."""

from __future__ import annotations

import platform
import shlex
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from builder import __version__

ISSUES = "the project's issue tracker"


def report(bug: BaseException, arguments: Sequence[str]) -> str:
    """Write the traceback to a file in the temp folder; return the paragraph that names it."""
    where = _write(_details(bug, arguments))
    return (
        f"Coursewright {__version__} made a mistake ({type(bug).__name__}); your course is not at "
        f"fault and the last built output is untouched.\n{where}\nPlease report it at {ISSUES} "
        "with that file. It holds the command line and the place in the program where it happened."
    )


def _details(bug: BaseException, arguments: Sequence[str]) -> str:
    head = (
        f"coursewright {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"arguments: {shlex.join(arguments)}\n\n"
    )
    return head + "".join(traceback.format_exception(bug))


def _write(details: str) -> str:
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="coursewright-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(details)
    except OSError:
        # The disk may be what broke; then the terminal is the only place left.
        return f"The details, since no file could be written:\n{details}"
    return f"What happened is written down in {Path(file.name)}."
