"""Runs the browser's code for saved state in Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

PACK = Path(__file__).with_name("pack.mjs")


def run(cases: list[dict[str, Any]]) -> list[Any]:
    """What the browser's code makes of cases, see `pack.mjs`."""
    told = subprocess.run(
        ["node", str(PACK)], input=json.dumps(cases), capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    found: list[Any] = json.loads(told.stdout)
    return found
