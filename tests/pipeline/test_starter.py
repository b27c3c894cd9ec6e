"""The course to start from is complete and without a fault."""

from __future__ import annotations

import pytest
import yaml

from builder.diagnostics import Failure
from builder.pipeline.starter import write_starter


def test_it_has_no_findings_at_all(tmp_path, run):
    write_starter(tmp_path / "my-course")
    ran = run("check", "--strict", "-C", tmp_path / "my-course")
    assert ran == (0, "No mistakes found in 2 lessons.\n", ran.err)


def test_its_title_comes_from_the_folder(tmp_path):
    write_starter(tmp_path / "trust_and-influence")
    course = yaml.safe_load((tmp_path / "trust_and-influence/content/course.yml").read_text())
    assert (course["id"], course["title"]) == ("trust-and-influence", "Trust and influence")


@pytest.mark.parametrize("title", ["No: never", "Yes", "12", '"Quoted" # text', "Größe 💡", "$id"])
def test_any_title_survives(tmp_path, title, run):
    root = tmp_path / "c"
    write_starter(root, title)
    for name in ("content/course.yml", "mkdocs.yml"):
        values = yaml.safe_load((root / name).read_text("utf-8").replace("- coursewright", "- x"))
        assert title in values.values()
    assert isinstance(yaml.safe_load((root / "content/course.yml").read_text("utf-8"))["id"], str)
    assert (root / "README.md").read_text("utf-8").startswith(f"# {title}\n")
    assert run("check", "--strict", "-C", root).code == 0


def test_no_placeholder_is_left(tmp_path):
    for path in write_starter(tmp_path / "c"):
        assert "$" not in path.read_text("utf-8"), path


def test_what_git_should_not_keep_is_named(tmp_path):
    write_starter(tmp_path / "c")
    assert "/site/\n" in (tmp_path / "c" / ".gitignore").read_text()


def test_an_empty_folder_will_do(tmp_path):
    (tmp_path / "c").mkdir()
    assert write_starter(tmp_path / "c")


def test_a_folder_in_use_is_refused_and_left_alone(folder, run):
    root = folder({"notes.md": "mine"})
    with pytest.raises(Failure, match="is not empty"):
        write_starter(root)
    ran = run("new", root)
    assert ran.code == 1
    assert "is not empty" in ran.err
    assert [p.name for p in root.iterdir()] == ["notes.md"]


def test_a_place_that_cannot_be_written_is_one_line(folder, run):
    root = folder({"file": "not a folder"})
    ran = run("new", root / "file" / "course")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
