"""The commands on real folders."""

from __future__ import annotations

import json
import re

import pytest

GOOD = {
    "content/course.yml": "title: A course\nmodules: [one]\nlevels: {short-lesson: off}\n",
    "content/one/module.yml": "title: One\nlessons: [first]\n",
    "content/one/first.md": (
        "---\ntitle: First\nsummary: In short.\nobjectives: [{id: a, text: Do it}]\n---\n\nText."
        "\n\n```takeaway\nid: t\ntitle: Try\nminutes: 5\nsteps: [Go]\n```\n"
    ),
}
BROKEN = {**GOOD, "content/one/first.md": GOOD["content/one/first.md"] + "\nSee [it](gone.md).\n"}


def test_check_a_good_course(folder, run):
    ran = run("check", "-C", folder(GOOD))
    assert (ran.code, ran.out) == (0, "No mistakes found in 1 lesson.\n")


def test_check_a_broken_course(folder, run):
    ran = run("check", "-C", folder(BROKEN))
    assert ran.code == 1
    assert re.match(r"content/one/first\.md:16:\d+: error: .*\[broken-link\]", ran.out)
    assert "See [it](gone.md)." in ran.out
    assert ran.out.endswith("1 error in 1 file.\n")
    assert "\x1b" not in ran.out


def test_check_for_programs(folder, run):
    root = folder(BROKEN)
    ran = run("check", "-C", root, "--format", "json")
    assert ran.code == 1
    assert "broken-link" in json.dumps(json.loads(ran.out))
    assert ran.err.endswith("1 error in 1 file.\n")
    ran = run("check", "-C", root, "--format", "github")
    assert ran.out.startswith("::error file=content/one/first.md,line=16,")


def test_json_is_there_without_findings_too(folder, run):
    ran = run("check", "-C", folder(GOOD), "--format", "json")
    assert ran.code == 0
    json.loads(ran.out)


def test_warnings_fail_only_when_strict(folder, run):
    root = folder({**GOOD, "content/one/first.md": "---\ntitle: First\n---\n\nText.\n"})
    assert run("check", "-C", root).code == 0
    ran = run("check", "-C", root, "--strict")
    assert ran.code == 1
    assert re.search(r"\d warnings?, 1 remark in 1 file\.", ran.out)


def test_build_says_what_there_is_now(folder, run, monkeypatch):
    root = folder(GOOD)
    monkeypatch.chdir(root / "content")
    ran = run("build")
    assert ran.code == 0, ran.err
    assert re.fullmatch(
        r"Built \d+ pages in [\d.]+ s\. Open \S+site/index\.html in a browser\.\n", ran.out
    )
    assert (root / "site" / "one" / "first.html").is_file()


def test_a_second_build_says_what_it_saved(folder, run):
    root = folder(GOOD)
    run("build", "-C", root)
    (root / "content/one/first.md").write_text(GOOD["content/one/first.md"] + "\nMore.\n")
    ran = run("build", "-C", root)
    assert re.match(r"Built \d+ pages \(1 changed\) in ", ran.out)


def test_build_elsewhere(folder, run, tmp_path):
    root = folder(GOOD)
    assert run("build", "site", "-C", root, "--out", tmp_path / "elsewhere").code == 0
    assert (tmp_path / "elsewhere" / "index.html").is_file()
    assert not (root / "site").exists()


def test_an_error_keeps_the_last_site(folder, run):
    root = folder(GOOD)
    assert run("build", "all", "-C", root).code == 0
    before = {p: p.read_bytes() for p in (root / "site").rglob("*") if p.is_file()}
    folder(BROKEN)
    ran = run("build", "-C", root)
    assert ran.code == 1
    assert ran.out.endswith("1 error in 1 file. Nothing was published.\n")
    assert {p: p.read_bytes() for p in (root / "site").rglob("*") if p.is_file()} == before


def test_warnings_do_not_stop_a_build_and_remarks_stay_out_of_it(folder, run):
    root = folder({**GOOD, "content/one/first.md": "---\ntitle: First\n---\n\nText.\n"})
    ran = run("build", "-C", root)
    assert ran.code == 0
    assert "[missing-summary]" in ran.out
    assert "[missing-takeaway]" not in ran.out
    assert (
        "2 warnings, 1 remark in 1 file. `coursewright check` shows the remarks.\nBuilt " in ran.out
    )
    assert "[missing-takeaway]" in run("check", "-C", root).out


def test_a_build_for_programs_keeps_standard_output_clean(folder, run):
    ran = run("build", "-C", folder(GOOD), "--format", "json")
    assert ran.code == 0
    json.loads(ran.out)
    assert "Built" in ran.err


def test_a_build_without_a_cache_makes_the_same(folder, run, tmp_path):
    root = folder(GOOD)
    for name, options in (("a", []), ("b", ["--no-cache", "--jobs", "1"])):
        assert run("build", "-C", root, "--out", tmp_path / name, *options).code == 0
    made = [
        {p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.html")}
        for n in ("a", "b")
    ]
    assert list(made[0].values()) == list(made[1].values())
    assert len(made[0]) > 3


@pytest.mark.parametrize("files", [{}, {"picture.png": b"x"}])
def test_a_folder_without_lessons_is_no_crash(folder, run, tmp_path, files):
    tmp_path.joinpath("course").mkdir()
    for command in ("check", "build"):
        ran = run(command, "-C", folder(files))
        assert ran.code in (0, 1), ran.err


def test_explain_one_code(run):
    ran = run("explain", "[broken-link]")
    assert ran.code == 0
    assert "broken-link" in ran.out
    assert len(ran.out) > 100


def test_explain_lists_all_codes_with_levels(run):
    lines = run("explain").out.splitlines()
    assert lines == sorted(lines)
    assert any(re.match(r"broken-link +error +\S", line) for line in lines)
    assert len(lines) > 40


def test_schemas_are_json(run):
    names = run("schema").out.split()
    assert {"course", "module", "quiz"} <= set(names)
    for name in names:
        assert "$schema" in json.loads(run("schema", name).out)


def test_new_says_how_to_go_on(tmp_path, run, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = run("new", "my-course", "--title", "My own")
    assert ran.code == 0
    assert "content/course.yml" in ran.out
    assert ran.out.endswith("  cd my-course\n  coursewright serve\n")
    assert "My own" in (tmp_path / "my-course/content/course.yml").read_text()


def test_adopt_can_only_show(folder, run):
    root = folder({"a.md": "# A\n"})
    ran = run("adopt", root, "--dry-run")
    assert ran.code == 0
    assert "--- course.yml\n" in ran.out
    assert ran.out.endswith("Would write 2 files.\n")
    assert not (root / "course.yml").exists()
