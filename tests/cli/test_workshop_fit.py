"""`coursewright workshop fit` and `coursewright new workshop` on a real folder."""

from __future__ import annotations

import re

import pytest
from check.workshop.course import FILES, PLAN

COURSE = {
    **FILES,
    "content/course.yml": "title: C\nmodules: [m]\n",
    "content/m/module.yml": "title: M\n",
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    root = tmp_path_factory.mktemp("course")
    for name, text in COURSE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def test_fit_shows_the_agenda_and_what_was_cut(shared, run):
    ran = run("workshop", "fit", "half-day", "--minutes", "220", "-C", shared)
    assert ran.code == 0
    assert "220 minutes, in a room" in ran.out
    assert "0:10    5 min  pre" in ran.out
    assert re.search(r"triads +27 -> \d+ min +two rounds", ran.out)


def test_fit_takes_a_file_and_a_mode(shared, run):
    args = ("workshop", "fit", shared / PLAN, "--minutes", "240", "--mode", "online")
    ran = run(*args, "-C", shared)
    assert "240 minutes, online" in ran.out
    assert "Nothing had to change." in ran.out


def test_what_does_not_fit_is_one_line_with_the_conflict(shared, run):
    ran = run("workshop", "fit", "half-day", "--minutes", "60", "-C", shared)
    assert (ran.code, ran.out) == (1, "")
    assert "does not fit into 60 minutes: what has to stay needs 196 minutes" in ran.err
    assert "triads 18" in ran.err


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("half-dya", "--minutes", "60"), 1, "did you mean 'half-day'?"),
        (("half-day",), 2, "--minutes"),
        (("half-day", "--minutes", "0"), 2, "--minutes"),
        (("half-day", "--minutes", "60", "--mode", "hall"), 2, "--mode"),
    ],
)
def test_wrong_words(shared, run, args, code, said):
    ran = run("workshop", "fit", *args, "-C", shared)
    assert ran.code == code
    assert said in ran.err


@pytest.mark.parametrize("mode", ["room", "online"])
def test_fit_writes_a_plan_that_passes(folder, run, mode):
    root = folder(COURSE)
    fit = ("workshop", "fit", "half-day", "--minutes", "220", "--mode", mode)
    args = (*fit, "-C", root, "--write")
    ran = run(*args)
    assert ran.out.endswith(f"\nWrote content/workshops/half-day-in-220-{mode}.yml.\n")
    assert run("check", "-C", root).code == 0
    again = run(*args)
    assert again.code == 1
    assert "already" in again.err


def test_a_plan_with_mistakes_is_not_fitted(folder, run):
    root = folder({**COURSE, PLAN: FILES[PLAN].replace("minutes: 27", "minutes: soon")})
    ran = run("workshop", "fit", "half-day", "--minutes", "220", "-C", root)
    assert ran.code == 1
    assert "coursewright check" in ran.err


@pytest.mark.parametrize("minutes", [45, 90, 180])
def test_a_draft_passes_the_checker(folder, run, minutes):
    root = folder(COURSE)
    before = run("check", "-C", root, "--format", "json").out
    ran = run("new", "workshop", "--lessons", "empathy, networks", "--minutes", minutes, "-C", root)
    name = f"empathy-{minutes}"
    assert ran.out.startswith(f"Wrote content/workshops/{name}.yml.")
    assert run("check", "-C", root, "--format", "json").out == before
    fitted = run("workshop", "fit", name, "--minutes", minutes - 5, "-C", root)
    assert fitted.code == 0


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("workshop",), 2, "--lessons"),
        (("workshop", "--lessons", " , "), 2, "--lessons"),
        (("workshop", "--lessons", "empahty"), 1, "did you mean 'empathy'?"),
        (("workshop", "--lessons", "empathy", "--minutes", "10"), 1, "35 to 480 minutes"),
        (("workshop", "--lessons", "empathy", "--minutes", "480"), 1, "does not fill"),
        (
            ("workshop", "--lessons", "empathy,networks,influence", "--minutes", "40"),
            1,
            "too little",
        ),
        (("workshop", "--lessons", "empathy", "--id", "half day"), 1, "already"),
        (("folder", "--minutes", "90"), 2, "coursewright new workshop"),
    ],
)
def test_what_cannot_be_drafted(shared, run, args, code, said):
    ran = run("new", *args, "-C", shared)
    assert ran.code == code
    assert said in ran.err
