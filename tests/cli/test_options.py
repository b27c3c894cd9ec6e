"""Which course a command means."""

from __future__ import annotations

from builder.cli.options import find_root, reading


def test_the_course_is_found_from_any_folder_inside(folder):
    root = folder({"content/course.yml": "", "content/a/b/c.md": "", "quizzes/x.yml": ""})
    for inside in (root, root / "content", root / "content/a/b", root / "quizzes"):
        assert find_root(inside) == root


def test_an_adopted_folder_is_its_own_course(folder):
    root = folder({"course.yml": "", "part/a.md": ""})
    assert find_root(root / "part") == root


def test_without_a_course_the_folder_itself_counts(folder):
    root = folder({"part/a.md": ""})
    assert find_root(root / "part") == root / "part"


def test_a_folder_that_was_named_is_taken_as_it_is(folder):
    root = folder({"content/course.yml": "", "content/a/b.md": ""})
    options = reading(root / "content" / "a", 3, no_cache=True)
    assert (options.root, options.jobs, options.cache) == (root / "content" / "a", 3, False)


def test_the_current_folder_is_where_the_search_starts(folder, monkeypatch):
    root = folder({"content/course.yml": "", "content/a/b.md": ""})
    monkeypatch.chdir(root / "content" / "a")
    assert reading(None, None, no_cache=False).root == root
