"""After any edit, an incremental build leaves what a build from nothing would."""

import sys
from pathlib import Path

import pytest
from edits import EDITS, Author

from builder.hosts import build_site
from builder.pipeline import Options, load

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
import bench_courses

ROUNDS = 12


def build(root, target, *, cache):
    """The report of a build and, where there is a site, its files with their bytes."""
    project = load(Options(root=root, jobs=1, cache=cache))
    report = [str(finding) for finding in project.report]
    if not project.report.failed:
        build_site(project, target)
        return report, files(target)
    return report, None


def files(folder):
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSEWRIGHT_CACHE", str(tmp_path / "cache"))
    root = tmp_path / "course"
    bench_courses.write_ours(bench_courses.course(14), root)
    build(root, tmp_path / "site", cache=True)
    return root


def differences(mine, other):
    return sorted(name for name in mine.keys() | other.keys() if mine.get(name) != other.get(name))


def assert_same(root, tmp_path, done):
    report, site = build(root, tmp_path / "site", cache=True)
    fresh_report, fresh = build(root, tmp_path / "cold", cache=False)
    assert report == fresh_report, done
    if fresh is not None:
        assert differences(site, fresh) == [], done
    return fresh is not None


@pytest.mark.parametrize("name", EDITS)
def test_each_kind_of_edit(course, tmp_path, name):
    author = Author(course, 3)
    author.count = 7
    getattr(author, name)()
    assert assert_same(course, tmp_path, name), "an edit that stops the build compares nothing"


@pytest.mark.parametrize("seed", [1, 2])
def test_a_history_of_edits(course, tmp_path, seed):
    author, done = Author(course, seed), []
    for _ in range(ROUNDS):
        done += [author.edit() for _ in range(author.chance.choice([1, 1, 2, 4]))]
        assert_same(course, tmp_path, done)


def test_a_page_edited_by_hand_is_made_again(course, tmp_path):
    page = tmp_path / "site" / "m0001" / "lesson-00001.html"
    page.write_text("mine")
    assert assert_same(course, tmp_path, "by hand")


def test_a_page_that_was_deleted_is_made_again(course, tmp_path):
    (tmp_path / "site" / "m0001" / "lesson-00001.html").unlink()
    assert assert_same(course, tmp_path, "deleted")


def test_a_damaged_cache_costs_only_time(course, tmp_path):
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(path.read_bytes()[:1000])
    assert assert_same(course, tmp_path, "damaged")


def test_going_back_to_an_older_text(course, tmp_path):
    lesson = course / "content" / "m0001" / "lesson-00001.md"
    before = lesson.read_bytes()
    lesson.write_bytes(before.replace(b"## ", b"## Other ", 1))
    assert assert_same(course, tmp_path, "changed")
    lesson.write_bytes(before)
    assert assert_same(course, tmp_path, "and back")
