"""Workers give back every item once, and lose one item at most to a hang or a crash."""

import os
import time

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
