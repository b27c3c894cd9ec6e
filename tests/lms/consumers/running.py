"""Starting a judge in its own environment, and stopping it."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).parent


def python_of(judge: str) -> Path:
    """The interpreter of a judge's environment."""
    path = ROOT / ".judges" / judge / "bin" / "python"
    if not path.is_file():
        pytest.fail(f"{path} is missing. `make judges` installs it.")
    return path


@contextlib.contextmanager
def started(judge: str, folder: Path, *arguments: str) -> Iterator[dict[str, Any]]:
    """Run `JUDGE_server.py` over a folder; gives what it printed once it listens."""
    errors = folder / "errors.txt"
    command = [str(python_of(judge)), str(HERE / f"{judge}_server.py"), str(folder), *arguments]
    with errors.open("wb") as said:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True)
    assert process.stdout is not None
    try:
        said_it = next((line for line in process.stdout if line.startswith("{")), None)
        if said_it is None:
            pytest.fail(f"{judge} did not start: {errors.read_text(errors='replace')[-3000:]}")
        yield json.loads(said_it)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()
