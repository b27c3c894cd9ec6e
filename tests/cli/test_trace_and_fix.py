"""`coursewright check --fix` and `coursewright trace`."""

from __future__ import annotations

import pytest

COURSE = {
    "content/course.yml": "title: A course\nmodules: [one]\n",
    "content/one/module.yml": "title: One\nlessons: [first]\n",
    "content/one/first.md": (
        "---\ntitle: First\nsummary: In short.\nobjectives: [{id: a, text: Do it}]\n---\n\n"
        "## Start\n\nText.\n\n```takeaway\nid: t\ntitle: Try\nminutes: 5\nsteps: [Go]\n```\n"
    ),
    "quizzes/first.yml": (
        "questions:\n  - type: true-false\n    prompt: Water is wet\n    answer: true\n"
        "    objective: a\n    section: start\n    feedback: So it is, as you saw above.\n"
    ),
}


def test_fix_says_what_it_wrote_and_then_checks(folder, run):
    root = folder(COURSE)
    ran = run("check", "-C", root, "--fix")
    assert ran.code == 0
    assert "quizzes/first.yml:2:5: wrote id: water-is-wet\nWrote 1 id.\n" in ran.err
    assert "  - id: water-is-wet\n" in (root / "quizzes/first.yml").read_text("utf-8")
    assert "Wrote 0 ids." in run("check", "-C", root, "--fix").err


def test_without_fix_nothing_is_written(folder, run):
    root = folder(COURSE)
    run("check", "-C", root)
    assert (root / "quizzes/first.yml").read_text("utf-8") == COURSE["quizzes/first.yml"]


def test_trace_to_the_terminal(folder, run):
    ran = run("trace", "-C", folder(COURSE))
    assert ran.code == 0
    assert "| a: Do it | Start | first/water-is-wet | - |" in ran.out


@pytest.mark.parametrize(
    ("name", "start"), [("t.csv", "module,lesson,"), ("t.html", "<!doctype"), ("t.md", "# Trace")]
)
def test_trace_to_a_file_goes_by_its_ending(folder, run, tmp_path, name, start):
    ran = run("trace", "-C", folder(COURSE), "--out", str(tmp_path / name))
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_trace_to_a_folder_that_is_not_there(folder, run, tmp_path):
    ran = run("trace", "-C", folder(COURSE), "--out", str(tmp_path / "no" / "t.csv"))
    assert ran.code == 1
    assert "cannot be written" in ran.err
