import os

import pytest

from builder.read.tree import scan


def test_only_content_and_quizzes_are_looked_at(folder):
    root = folder(
        {"content/a.md": "12345", "quizzes/q.yml": "", "README.md": "", "content/m/i.png": b""}
    )
    tree = scan(root)
    assert (tree.content, tree.quizzes) == ("content", "quizzes")
    assert dict(tree.files) == {"content/a.md": 5, "content/m/i.png": 0, "quizzes/q.yml": 0}


def test_a_folder_without_content_is_the_course_itself(folder):
    root = folder({"b.md": "", "sub/a.md": "", "quizzes/q.yml": ""})
    tree = scan(root)
    assert (tree.content, tree.quizzes) == ("", "quizzes")
    assert list(tree.files) == ["b.md", "quizzes/q.yml", "sub/a.md"]


@pytest.mark.parametrize("junk", ["node_modules", "site", "dist", "build", ".venv", "__pycache__"])
def test_a_bare_folder_is_read_without_what_tools_leave_behind(folder, junk):
    assert list(scan(folder({"a.md": "", f"{junk}/b.md": ""})).files) == ["a.md"]


def test_a_module_may_be_called_like_a_tools_folder(folder):
    assert "content/site/a.md" in scan(folder({"content/site/a.md": ""})).files


@pytest.mark.parametrize("name", [".git/config", ".DS_Store", "m/.hidden.md"])
def test_dot_files_never_count(folder, name):
    assert list(scan(folder({f"content/{name}": "", "content/a.md": ""})).files) == ["content/a.md"]


def test_files_are_sorted_whatever_the_disk_says(folder):
    root = folder({f"content/{name}": "" for name in ("b.md", "a/z.md", "a.md", "B.md", "ä.md")})
    assert list(scan(root).files) == sorted(scan(root).files)


def test_links_are_refused_and_not_followed(folder, tmp_path):
    root = folder({"content/a.md": ""})
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x.md").write_text("x")
    (root / "content" / "dir").symlink_to(tmp_path / "other")
    (root / "content" / "file.md").symlink_to(tmp_path / "other" / "x.md")
    (root / "content" / "loop").symlink_to(root / "content")
    tree = scan(root)
    assert list(tree.files) == ["content/a.md"]
    assert [path for path, _ in tree.refused] == ["content/dir", "content/file.md", "content/loop"]
    assert "symbolic" in tree.refused[0][1]


def test_a_linked_content_folder_is_no_content_folder(folder, tmp_path):
    root = folder({"a.md": ""})
    (tmp_path / "other").mkdir()
    (root / "content").symlink_to(tmp_path / "other")
    assert scan(root).content == ""


def test_special_files_are_refused(folder):
    root = folder({"content/a.md": ""})
    os.mkfifo(root / "content" / "pipe.md")
    assert scan(root).refused == (("content/pipe.md", "neither a file nor a folder"),)


def test_names_that_are_not_utf8_are_refused_in_printable_form(folder):
    root = folder({"content/a.md": ""})
    (root / "content" / os.fsdecode(b"caf\xe9.md")).write_text("")
    assert scan(root).refused == (("content/caf\ufffd.md", "the name is not valid UTF-8"),)


def test_names_with_control_characters_are_refused(folder):
    root = folder({"content/a.md": "", "content/two\nlines.md": ""})
    assert scan(root).refused == (
        ("content/two\ufffdlines.md", "the name holds a control character"),
    )


def test_an_empty_or_missing_folder_gives_an_empty_tree(tmp_path):
    assert not scan(tmp_path).files
    missing = scan(tmp_path / "none")
    assert not missing.files
    assert "cannot be listed" in missing.refused[0][1]


def test_deep_folders_are_walked(tmp_path):
    deep = tmp_path / "content" / "/".join("d" * 300)
    os.makedirs(deep)  # noqa: PTH103 - Path.mkdir is recursive
    (deep / "a.md").write_text("")
    assert len(scan(tmp_path).files) == 1


PLANS = {
    "content/workshops/a.yml": "1",
    "content/workshops/cohorts/b.yml": "",
    "content/workshops/notes.md": "",
    "content/workshops/map.png": b"",
}


def test_workshop_plans_are_no_part_of_the_site(folder):
    tree = scan(folder({"content/a.md": "", **PLANS}))
    assert list(tree.files) == ["content/a.md"]
    assert dict(tree.plans) == {name: int(name.endswith("a.yml")) for name in sorted(PLANS)}


def test_in_a_bare_course_plans_lie_beside_course_yml(folder):
    tree = scan(folder({"course.yml": "", "workshops/a.yml": "", "a.md": ""}))
    assert list(tree.plans) == ["workshops/a.yml"]


@pytest.mark.parametrize(
    "files",
    [
        {"content/workshops/module.yml": "", "content/workshops/a.md": ""},
        {"workshops/settings.yml": "", "workshops/a.md": ""},
    ],
)
def test_a_module_may_be_called_workshops(folder, files):
    tree = scan(folder(files))
    assert sorted(tree.files) == sorted(files)
    assert not tree.plans
