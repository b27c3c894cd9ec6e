"""One build at a time, and no dead build in the way."""

import os
import subprocess
import sys
import threading
import time

import pytest

from builder.pipeline.lock import BuildRunning, build_lock

HOLD = """
import os, sys, time
from pathlib import Path
from builder.pipeline.lock import build_lock
with build_lock(Path(sys.argv[1])):
    worker = os.fork() if len(sys.argv) > 2 else 1
    if worker:
        print(worker, flush=True)
    time.sleep(60)
"""


def holder(target, *more):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(target), *more], stdout=subprocess.PIPE, text=True
    )
    return process, int(process.stdout.readline())


def test_the_second_process_is_told_at_once(tmp_path):
    process, _ = holder(tmp_path / "site")
    try:
        start = time.monotonic()
        with pytest.raises(BuildRunning) as caught, build_lock(tmp_path / "site"):
            pass
        assert time.monotonic() - start < 1
        assert caught.value.exit_code == 75
        assert f"(process {process.pid})" in caught.value.message
    finally:
        process.kill()
        process.communicate()
    with build_lock(tmp_path / "site"):
        pass


def test_a_killed_build_does_not_block_even_while_its_worker_lives(tmp_path):
    process, worker = holder(tmp_path / "site", "with a worker")
    process.kill()
    process.wait()
    try:
        os.kill(worker, 0)  # it lives
        with build_lock(tmp_path / "site"):
            pass
    finally:
        os.kill(worker, 9)
        process.stdout.close()


def test_the_same_thread_may_nest_and_another_may_not(tmp_path):
    caught = []

    def other():
        try:
            with build_lock(tmp_path / "site"):
                pass
        except BuildRunning as refusal:
            caught.append(refusal)

    with build_lock(tmp_path / "site"):
        with build_lock(tmp_path / "site"):
            pass
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    assert len(caught) == 1
    assert list(tmp_path.iterdir()) == []
    other()
    assert len(caught) == 1


def test_other_targets_are_free(tmp_path):
    with build_lock(tmp_path / "site"), build_lock(tmp_path / "kit"):
        assert len(list(tmp_path.iterdir())) == 2


def test_a_failure_inside_releases_the_lock(tmp_path):
    with pytest.raises(ZeroDivisionError), build_lock(tmp_path / "site"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []
    with build_lock(tmp_path / "site"):
        pass


def test_many_processes_never_hold_it_together(tmp_path):
    """Each takes the lock, notes itself in a file and takes the note away again."""
    script = """
import sys, time
from pathlib import Path
from builder.pipeline.lock import BuildRunning, build_lock
folder, won = Path(sys.argv[1]), 0
end = time.monotonic() + 0.6
while time.monotonic() < end:
    try:
        with build_lock(folder / "site"):
            (folder / "note").touch(exist_ok=False)
            (folder / "note").unlink()
            won += 1
    except BuildRunning:
        pass
print(won)
"""
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    results = [run.communicate() for run in runs]
    assert [errors for _, errors in results] == ["", "", ""]
    assert sum(int(won) for won, _ in results) > 10
