"""`coursewright serve` as an author runs it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.slow
def test_serve_until_interrupted(folder):
    course = folder({"trust.md": "# Trust\n\nIt grows slowly.\n"})
    command = [sys.executable, "-m", "builder", "serve", "-C", str(course), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=course, env=environment, text=True, stdout=subprocess.PIPE
    ) as server:
        try:
            line = server.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/", line).group()
            with urlopen(f"{address}trust.html", timeout=10) as page:
                assert "It grows slowly." in page.read().decode()
        finally:
            server.send_signal(signal.SIGINT)
        rest = server.stdout.read()
    assert server.returncode == 0
    assert rest.endswith("Stopped.\n")
    assert sorted(p.name for p in course.iterdir()) == ["trust.md"]
