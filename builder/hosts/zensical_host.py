"""The site inside Zensical's frame, for authors who have it installed."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from builder.diagnostics import Failure
from builder.hosts.staging import BUILT, build_staged

if TYPE_CHECKING:
    from pathlib import Path

    from builder.pipeline import Project, SiteResult


def build_with_zensical(project: Project, target: Path) -> SiteResult:
    """Build the site of a read course without errors into `target`.

    Raises `Failure` when Zensical is missing or reports a mistake; the former output stays.
    """
    if find_spec("zensical") is None:
        raise Failure(
            "Zensical is not installed", "install it with: pip install 'coursewright[zensical]'"
        )
    return build_staged(project, target, _run)


def _run(folder: Path) -> None:
    """Zensical in a process of its own: it keeps global state and starts threads."""
    command = [sys.executable, "-m", "zensical", "build", "--clean"]
    done = subprocess.run(  # noqa: S603 - our own interpreter, no shell
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode or not (folder / BUILT / "index.html").is_file():
        said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        reason = said[-1] if said else "it gave no reason"
        raise Failure(f"Zensical could not build the site: {reason}")
