"""`coursewright build workshop`: a folder and an archive for each plan, whole or not at all."""

from __future__ import annotations

import zipfile

from check.workshop.course import COHORT, FILES, HALF_DAY, PLAN

COURSE = {**FILES, "content/course.yml": "title: C\nid: c\nversion: '1.2'\nmodules: [m]\n"}
COURSE["content/m/module.yml"] = "title: M\n"


def everything(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_kit_is_a_folder_and_an_archive_of_the_same_files(folder, run):
    root = folder(COURSE)
    ran = run("build", "workshop", "-C", root)
    assert ran.code == 0, ran.err
    assert "dist/workshop/half-day/index.html" in ran.out
    assert "dist/c-1.2-workshop-half-day.zip" in ran.out
    built = everything(root / "dist/workshop/half-day")
    with zipfile.ZipFile(root / "dist/c-1.2-workshop-half-day.zip") as packed:
        names = packed.namelist()
        assert names[0] == "index.html"
        held = {name: packed.read(name) for name in names}
    assert held == {name: data for name, data in built.items() if name != ".coursewright"}
    assert not (root / "site").exists()


def test_two_builds_make_the_same_bytes(folder, run, tmp_path):
    root = folder(COURSE)
    for place in ("one", "two"):
        assert run("build", "workshop", "-C", root, "--out", tmp_path / place).code == 0
    assert everything(tmp_path / "one") == everything(tmp_path / "two")


def test_there_are_as_many_versions_as_asked_for(folder, run):
    root = folder(COURSE)
    assert run("build", "workshop", "-C", root, "--versions", "4").code == 0
    built = {path.name for path in (root / "dist/workshop/half-day").glob("quiz-?.html")}
    assert built == {f"quiz-{letter}.html" for letter in "ABCD"}
    assert run("build", "workshop", "-C", root, "--versions", "27").code == 2


def test_a_mistake_in_a_plan_leaves_the_last_kit(folder, run):
    root = folder(COURSE)
    assert run("build", "workshop", "-C", root).code == 0
    before = everything(root / "dist")
    folder({PLAN: HALF_DAY.replace("kind: break", "kind: brake", 1)})
    ran = run("build", "all", "-C", root)
    assert ran.code == 1
    assert "No workshop kit was built." in ran.out
    assert f"{PLAN}:" in ran.out
    assert (root / "site/index.html").is_file()
    after = everything(root / "dist")
    assert {name: after[name] for name in before} == before


def test_a_course_without_plans_says_how_to_get_one(folder, run):
    files = {path: text for path, text in COURSE.items() if path not in (PLAN, COHORT)}
    root = folder(files)
    ran = run("build", "workshop", "-C", root)
    assert ran.code == 1
    assert "coursewright new workshop" in ran.err
    assert not (root / "dist").exists()
    assert run("build", "all", "-C", root).code == 0
