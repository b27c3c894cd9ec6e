"""Workers give back every item once, and lose one item at most to a hang or a crash."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from builder.pipeline.workers import CRASHED, TIMED_OUT, Lost, Pool


def double(number):
    return number * 2


def awkward(number):
    if number == 3:
        time.sleep(30)
    if number == 4:
        os._exit(9)
    if number == 5:
        raise ValueError("five")
    if number == 6:
        return deep(number)
    return number


def deep(number):
    return deep(number + 1) + 1


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_item_is_answered_once(jobs):
    answers = dict(Pool(double, jobs, 10).run(list(range(40))))
    assert answers == {n: n * 2 for n in range(40)}


def test_no_items_start_no_worker():
    assert list(Pool(double, 2, 10).run([])) == []


def test_a_hang_a_crash_and_an_exception_cost_their_own_item_only():
    answers = dict(Pool(awkward, 2, 0.5).run(list(range(8))))
    assert answers[3] == Lost(TIMED_OUT, "0.5 seconds")
    assert answers[4] == Lost(CRASHED, "the worker process died")
    assert answers[5] == Lost(CRASHED, "ValueError: five")
    assert isinstance(answers[6], Lost)
    assert answers[6].detail.startswith("RecursionError")
    assert [answers[n] for n in (0, 1, 2, 7)] == [0, 1, 2, 7]


def test_a_run_that_is_given_up_leaves_no_process():
    pool = Pool(double, 2, 10)
    run = pool.run([1, 2, 3, 4])
    next(run)
    workers = [worker.process for worker in pool._workers]
    run.close()
    assert [worker.is_alive() for worker in workers] == [False] * len(workers)


def test_in_batches_only_what_is_to_blame_is_lost():
    answers = dict(Pool(awkward, 2, 0.5, batch=8).run([*range(8), *range(10, 90)]))
    lost = {n for n, answer in answers.items() if isinstance(answer, Lost)}
    assert lost == {3, 4, 5, 6}
    assert len(answers) == 88


def test_workers_end_when_their_parent_is_killed(tmp_path):
    code = (
        "import os, time\n"
        "from builder.pipeline.workers import Pool\n"
        "def work(n):\n"
        "    open(f'{n}.pid', 'w').write(str(os.getpid()))\n"
        "run = Pool(work, 2, 60).run(range(4))\n"
        "next(run)\n"
        "print('ready', flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout.readline() == "ready\n"
        parent.kill()
    workers = {int(file.read_text()) for file in tmp_path.glob("*.pid") if file.read_text()}
    deadline = time.monotonic() + 20
    while alive := [pid for pid in workers if running(pid)]:
        assert time.monotonic() < deadline, alive
        time.sleep(0.05)


def running(pid):
    """Whether a process does anything: a zombie that nobody has waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
