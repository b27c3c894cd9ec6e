"""The site inside Zensical's frame, for authors who have it installed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from builder.diagnostics import Failure
from builder.pipeline.make import made
from builder.pipeline.options import Options
from builder.pipeline.output import swapped
from builder.publish.bundle import Bundle

_PROJECT = ".project"


def build_zensical(project: Bundle, target: Path, options: Options, *sources: Path) -> None:
    """Build the staged `project` (see `publish.staged`) into `target`.

    `sources` are folders the target may not contain. Raises `Failure` when Zensical is missing
    or reports a mistake; the former output stays.
    """
    if find_spec("zensical") is None:
        raise Failure(
            "Zensical is not installed", "install it with: pip install 'coursewright[zensical]'"
        )
    with swapped(target, sources=sources) as staging:
        folder = staging / _PROJECT
        write_project(project, folder, options)
        _run(folder)
        for made in sorted((folder / "site").iterdir()):
            made.rename(staging / made.name)
        shutil.rmtree(folder)


def write_project(project: Bundle, folder: Path, options: Options) -> None:
    """Write a staged project for an engine to read."""
    for path, content in made(project.files, options):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, file)
        else:
            file.write_bytes(content)


def _run(folder: Path) -> None:
    """Zensical in a process of its own: it keeps global state and starts threads."""
    command = [sys.executable, "-m", "zensical", "build", "--clean"]
    done = subprocess.run(  # noqa: S603 - our own interpreter, no shell
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode or not (folder / "site" / "index.html").is_file():
        said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        raise Failure(
            f"Zensical could not build the site: {said[-1] if said else 'no reason given'}"
        )
