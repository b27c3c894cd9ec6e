"""Ctrl+C during a build: one line, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SLOW = """
import sys, time
import builder.pipeline

def slow(unit):
    print("working", flush=True)
    time.sleep(30)

# The package offers the function `load`, which hides the module of that name.
sys.modules["builder.pipeline.load"].work = slow

from builder.cli import main
sys.exit(main(["build", "--jobs", "2"]))
"""


@pytest.mark.slow
def test_one_line_and_nothing_left(folder):
    course = folder({f"{n}.md": f"# Lesson {n}\n\nText.\n" for n in range(4)})
    with subprocess.Popen(
        [sys.executable, "-c", SLOW],
        cwd=course,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as build:
        assert build.stdout.readline() == "working\n"
        os.killpg(build.pid, signal.SIGINT)  # as a terminal does: every process of the group
        _, said = build.communicate(timeout=20)
    assert build.returncode == 130
    assert said.strip() == "Interrupted. Nothing was published."
    assert sorted(p.name for p in course.iterdir()) == [f"{n}.md" for n in range(4)]
