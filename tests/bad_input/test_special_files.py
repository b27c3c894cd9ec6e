"""Symbolic links, pipes and folders where files should be; includes are never followed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder.read.lesson import read_lesson
from builder.render.markup import render_body

from .examine import BODY, LESSON, QUIZ, examine, judge, lesson, told, write

SECRET = "the-secret-of-another-project"
PEOPLE = "content/people"


@pytest.fixture
def course(tmp_path):
    (tmp_path / "outside.md").write_text(f"# {SECRET}\n")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "deep.md").write_text(f"# {SECRET}\n")
    return write(tmp_path / "course", {})


LINKS = {
    "file-outside": (f"{PEOPLE}/a.md", "../../../outside.md"),
    "file-inside": (f"{PEOPLE}/a.md", "trust.md"),
    "absolute": (f"{PEOPLE}/a.md", "/etc/passwd"),
    "broken": (f"{PEOPLE}/a.md", "nothing.md"),
    "to-itself": (f"{PEOPLE}/a.md", "a.md"),
    "folder-outside": ("content/other", "../../outside"),
    "folder-loop": (f"{PEOPLE}/again", ".."),
    "picture": (f"{PEOPLE}/a.png", "/etc/passwd"),
    "quiz": ("quizzes/a.yml", "/etc/passwd"),
    "module-file": (f"{PEOPLE}/extra/module.yml", "/etc/passwd"),
}


@pytest.mark.parametrize("name", LINKS)
def test_symbolic_links_are_left_out(name, course):
    path, target = LINKS[name]
    (course / path).parent.mkdir(exist_ok=True)
    (course / path).symlink_to(target)
    report = judge(course, [f"{path}:0 refused-file"])
    assert SECRET not in repr(list(report))


def test_a_loop_of_two_links(course):
    (course / PEOPLE / "a.md").symlink_to("b.md")
    (course / PEOPLE / "b.md").symlink_to("a.md")
    judge(course, [f"{PEOPLE}/a.md:0 refused-file", f"{PEOPLE}/b.md:0 refused-file"])


@pytest.mark.parametrize("path", [LESSON, QUIZ])
def test_a_link_in_the_place_of_a_file_of_the_course(path, course):
    (course / path).unlink()
    (course / path).symlink_to(course.parent / "outside.md")
    found = told(examine(course))
    assert f"{path}:0 refused-file" in found


def test_a_content_folder_that_is_a_link_is_not_followed(tmp_path):
    write(tmp_path / "real", {})
    (tmp_path / "course").mkdir()
    (tmp_path / "course" / "content").symlink_to(tmp_path / "real" / "content")
    found = told(examine(tmp_path / "course"))
    assert found == ["content:0 refused-file"]


def test_a_pipe_does_not_make_the_build_wait(course):
    os.mkfifo(course / PEOPLE / "pipe.md")
    judge(course, [f"{PEOPLE}/pipe.md:0 refused-file"])


def test_a_file_that_may_not_be_read(course, monkeypatch):
    real = os.open

    def refuse(path, flags, *more, **named):
        if str(path).endswith("trust.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refuse)
    found = told(examine(course))
    assert f"{LESSON}:0 unreadable-file" in found


def test_a_folder_named_like_a_lesson(course):
    (course / PEOPLE / "folder.md").mkdir()
    judge(course, [])


INCLUDES = {
    "snippet": '--8<-- "{0}"',
    "snippet-block": "--8<--\n{0}\n--8<--",
    "snippet-url": '--8<-- "https://example.org/a.md"',
    "snippet-itself": '--8<-- "trust.md"',
    "jinja": "{{% include '{0}' %}}",
    "mkdocs-include": "{{!{0}!}}",
    "object": '<object data="{0}"></object>',
    "import": "@import {0}",
}


@pytest.mark.parametrize("place", ["../../../outside.md", "{root}/outside.md", "../outside.md"])
@pytest.mark.parametrize("name", INCLUDES)
def test_includes_are_plain_text(name, place, course):
    target = place.format(root=course.parent)
    text = lesson(body=f"{BODY}\n{INCLUDES[name].format(target)}\n")
    write(course, {LESSON: text})
    judge(course, [])
    read = read_lesson(LESSON, text.encode()).value
    body = render_body(read.body, LESSON, read.outline.headings)
    assert SECRET not in repr(body)


def test_a_whole_tree_of_links_stays_cheap(course):
    folder = Path(course / PEOPLE)
    for n in range(200):
        (folder / f"{n}.md").symlink_to(f"{(n + 1) % 200}.md")
    assert len(told(examine(course))) == 200
