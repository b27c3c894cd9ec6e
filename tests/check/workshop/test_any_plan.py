"""Plans in which anything may stand anywhere: findings, never a crash."""

from __future__ import annotations

import os
import re
from random import Random

from builder.diagnostics import Level
from builder.model.agenda import cohort_agenda
from builder.model.fit import fit
from builder.read.cohort import read_cohort
from builder.read.workshop import read_workshop
from check.workshop.course import COHORT, FILES, PLAN, findings

CASES = int(os.environ.get("COURSEWRIGHT_CASES", "60"))
WORD = re.compile(r"[\w.#:-]+|[\[\]{},]")


def damaged(rng: Random, text: str) -> str:
    """The text with some words exchanged, doubled or gone."""
    for _ in range(rng.choice((1, 1, 2, 5))):
        words = list(WORD.finditer(text))
        one, other = rng.choice(words), rng.choice(words)
        new = rng.choice(
            ("", other.group(), f"{one.group()} {one.group()}", "0", "-1", "null", '"')
        )
        text = text[: one.start()] + new + text[one.end() :]
    return text


def test_damaged_plans_give_findings_and_never_a_crash():
    found = 0
    for seed in range(CASES):
        rng = Random(seed)
        path = rng.choice((PLAN, PLAN, COHORT))
        files = {**FILES, path: damaged(rng, FILES[path])}
        result = findings(files)
        found += bool(result)
        assert all(finding.message and finding.span.line >= 1 for finding in result)
        plan = read_workshop(PLAN, files[PLAN].encode()).value
        if not any(finding.level is Level.ERROR for finding in result):
            run = read_cohort(COHORT, files[COHORT].encode()).value
            cohort_agenda(plan, run)
        for mode in plan.modes:
            fit(plan, mode, rng.randint(1, 400))
    assert found > CASES // 2
