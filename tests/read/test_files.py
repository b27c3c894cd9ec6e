import os
from pathlib import Path

import pytest

from builder.read.files import load


def codes(result):
    return [finding.code for finding in result.findings]


def test_a_file_is_read_as_it_is(tmp_path):
    (tmp_path / "a.md").write_bytes(b"x\r\n")
    assert load(tmp_path, "a.md").value == b"x\r\n"


def test_the_root_may_be_reached_through_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_text("x")
    (tmp_path / "link").symlink_to("real")
    assert load(tmp_path / "link", "a.md").value == b"x"


@pytest.mark.parametrize("path", ["../secret", "sub/../../secret", "link.md", "linked/secret"])
def test_nothing_outside_the_course_is_read(tmp_path, path):
    root = tmp_path / "course"
    (root / "sub").mkdir(parents=True)
    (tmp_path / "secret").write_text("secret")
    (root / "link.md").symlink_to(tmp_path / "secret")
    (root / "linked").symlink_to(tmp_path)
    result = load(root, path)
    assert (result.value, codes(result)) == (b"", ["outside-course"])


def test_a_folder_beside_the_course_with_the_same_beginning_is_outside(tmp_path):
    (tmp_path / "course").mkdir()
    (tmp_path / "course-2").mkdir()
    (tmp_path / "course-2" / "a.md").write_text("x")
    assert codes(load(tmp_path / "course", "../course-2/a.md")) == ["outside-course"]


def test_a_missing_file_is_a_finding(tmp_path):
    result = load(tmp_path, "gone.md")
    assert codes(result) == ["unreadable-file"]
    assert result.findings[0].span.path == "gone.md"


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "a.md").mkdir()
    assert codes(load(tmp_path, "a.md")) == ["unreadable-file"]


def test_a_pipe_does_not_hang_the_build(tmp_path):
    os.mkfifo(tmp_path / "a.md")
    assert load(tmp_path, "a.md").value == b""


@pytest.mark.parametrize(
    ("size", "expected"),
    [(200_000, []), (200_001, ["large-file"]), (2_000_000, ["large-file"])],
)
def test_large_files_are_read_with_a_warning(tmp_path, size, expected):
    (tmp_path / "a.md").write_bytes(b"x" * size)
    result = load(tmp_path, "a.md")
    assert (len(result.value), codes(result)) == (size, expected)


def test_a_file_over_two_megabytes_is_refused(tmp_path):
    (tmp_path / "a.md").write_bytes(b"x" * 2_000_001)
    result = load(tmp_path, "a.md")
    assert (result.value, codes(result)) == (b"", ["file-too-large"])


def test_a_relative_root_serves_as_well(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("x")
    assert load(Path(), "a.md").value == b"x"
