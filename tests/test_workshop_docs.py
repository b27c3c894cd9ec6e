"""docs/workshops.md: its examples are plans without faults, its tables are complete."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import indent

from builder.check import check_workshop, explain
from builder.diagnostics import all_codes
from builder.model.fit import Fitted, fit
from builder.model.workshop import Mode
from builder.read.cohort import read_cohort
from builder.read.lesson import read_lesson
from builder.read.schema import schemas
from builder.read.workshop import read_workshop

TEXT = (Path(__file__).parent.parent / "docs" / "workshops.md").read_text("utf-8")
PLAN, BLOCK, COHORT = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
SECTIONS = re.split(r"^## ", TEXT, flags=re.MULTILINE)
TABLES = [re.findall(r"^\| (.*?) \|", section, re.MULTILINE) for section in SECTIONS]


def described(key: str) -> set[str]:
    """The names in the first column of the table under which `key` stands."""
    rows = next(rows for rows in TABLES if any(f"`{key}`" in row for row in rows))
    return {name for row in rows for name in re.findall(r"`([a-z_]+)`", row)}


def test_the_plan_has_no_fault_and_fits_into_less():
    result = read_workshop("content/workshops/a.yml", PLAN.encode())
    assert result.findings == ()
    assert check_workshop(result.value) == ()
    for mode in Mode:
        assert isinstance(fit(result.value, mode, 50), Fitted)


def test_the_block_is_one():
    head = "schema: workshop/1\ntitle: x\nduration: 10\nblocks:\n  -\n"
    result = read_workshop("content/workshops/a.yml", (head + indent(BLOCK, "    ")).encode())
    assert result.findings == ()
    assert [b.minutes for b in result.value.for_mode(Mode.ONLINE).blocks] == [12]


def test_the_cohort_runs_the_plan():
    plan = read_workshop("content/workshops/a.yml", PLAN.encode()).value
    result = read_cohort("content/workshops/cohorts/a.yml", COHORT.encode())
    assert result.findings == ()
    run = result.value.plan(plan)
    assert sum(block.minutes for block in run.blocks) == run.duration == 65


def test_the_note_is_one():
    fence = re.search(r"^````markdown\n(.*?)^````", TEXT, re.DOTALL | re.MULTILINE)
    assert fence
    result = read_lesson("content/m/a.md", f"# A\n\n{fence[1]}".encode())
    assert result.findings == ()
    assert len(result.value.facilitator) == 1


def test_every_key_is_described():
    plan = schemas()["workshop.schema.json"]["properties"]
    assert described("duration") == set(plan)
    assert described("interact") == set(plan["blocks"]["items"]["properties"])


def test_every_finding_about_plans_is_in_the_table():
    named = set(re.findall(r"`([a-z-]+)`", TEXT[TEXT.index("## What is checked") :]))
    ours = {
        name
        for name, code in all_codes().items()
        if re.search(r"\(Rule W\d\d\.\)", code.explanation)
    }
    assert len(ours) > 26
    assert ours <= named
    assert all(explain(name) for name in named - {"coursewright"} if name in all_codes())
    assert not [name for name in named if "-" in name and name not in all_codes()]
