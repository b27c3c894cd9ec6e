"""How much the checks of questions find, and how often they cry wolf.

    python tools/lint_figures.py [--count 30]

prints, for every fault that can be put into a question, a quiz or a course, the share of seeded
faults that is found, and the findings on the shipped course. Ends with 1 when an error is missed,
when a warning finds less than nine in ten, or when more than 2 % of the shipped questions raise
a warning or an error.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from check.seeded import FAULTS, recall, shipped  # noqa: E402

from builder.check import check_quiz  # noqa: E402
from builder.diagnostics import Level, all_codes  # noqa: E402

WANTED = {Level.ERROR: 1.0, Level.WARNING: 0.9}
MOST_ALARMS = 0.02


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--count", type=int, default=30, help="seeded faults for each rule")
    count = options.parse_args().count
    missed = seeded(count)
    return int(missed or shipped_course())


def seeded(count: int) -> bool:
    """Print the recall of each rule; whether one is below what its level wants."""
    failed = []
    print(f"{len(FAULTS)} rules, {count} seeded faults each\n")
    for name in sorted(FAULTS, key=lambda n: (list(Level).index(all_codes()[n].level), n)):
        level, share = all_codes()[name].level, recall(name, count)
        bad = share < WANTED.get(level, 0.0)
        failed += [name] if bad else []
        print(f"{name:28} {level:8} {share:7.1%}{'  too few' if bad else ''}")
    return bool(failed)


def shipped_course() -> bool:
    """Print the findings on the shipped quizzes; whether there are too many."""
    quizzes = shipped()
    start = time.process_time()
    found = [f for quiz in quizzes for f in check_quiz(quiz) if f.level is not Level.OFF]
    spent = time.process_time() - start
    questions = sum(len(quiz.questions) for quiz in quizzes)
    alarms = sum(f.level in WANTED for f in found)
    share = alarms / questions
    print(
        f"\n{questions} shipped questions: {alarms} warnings and errors ({share:.1%}),"
        f" {len(found) - alarms} remarks, {spent:.2f} s"
    )
    for (code, level), number in sorted(Counter((f.code, f.level) for f in found).items()):
        print(f"{code:28} {level:8} {number}")
    return share > MOST_ALARMS or any(f.level is Level.ERROR for f in found)


if __name__ == "__main__":
    raise SystemExit(main())
