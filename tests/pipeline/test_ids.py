"""The registry of a course on the disk: given, locked, out of step, and mended."""

from __future__ import annotations

import shutil

import pytest

from builder.diagnostics import Failure
from builder.pipeline import Options, load
from builder.pipeline.ids import rename, restore, retire
from builder.pipeline.registry import compared, registered

LESSON = "---\ntitle: {0}\n---\n\nText.\n"
QUIZ = (
    "questions:\n"
    "  - {{id: why, type: true-false, prompt: Is {0} right?, answer: true}}\n"
    "  - {{id: how, type: short-text, prompt: How does {0} go?, answer: well}}\n"
)
COURSE = {
    "content/course.yml": "id: c\ntitle: A course\nmodules: [one]\nlevels: {missing-summary: off,"
    " missing-objectives: off}\n",
    "content/one/module.yml": "title: One\n",
    "content/one/first.md": LESSON.format("First"),
    "content/one/second.md": LESSON.format("Second"),
    "quizzes/first.yml": QUIZ.format("first"),
    "quizzes/second.yml": QUIZ.format("second"),
}


@pytest.fixture
def course(folder):
    root = folder(COURSE)
    registered(read(root))
    return root


def read(root):
    project = load(Options(root=root, cache=False, jobs=1))
    assert not project.report.failed, list(project.report)
    return project


def slots(root):
    rows = (root / "content/ids.yml").read_text("utf-8").splitlines()
    return [row.split()[1:3] + row.split()[5:] for row in rows if row.startswith("  ")]


def found(result):
    return [(f.code, f.span.line) for f in result.report]


def move(root, old, new):
    (root / "content/one" / f"{old}.md").rename(root / "content/one" / f"{new}.md")
    (root / "quizzes" / f"{old}.yml").rename(root / "quizzes" / f"{new}.yml")


def remove(root, name):
    (root / "content/one" / f"{name}.md").unlink()
    (root / "quizzes" / f"{name}.yml").unlink()


def test_everything_gets_a_number_once(folder):
    root = folder(COURSE)
    result = registered(read(root))
    assert result.said == "Registered 8 new ids: commit content/ids.yml with the course."
    assert slots(root)[:4] == [
        ["lesson", "first"],
        ["quiz", "first"],
        ["question", "first/why"],
        ["question", "first/how"],
    ]
    before = (root / "content/ids.yml").read_bytes()
    again = registered(read(root))
    assert (again.said, again.registry.slots) == ("", again.registry.slots)
    assert (root / "content/ids.yml").read_bytes() == before
    assert sorted(p.name for p in (root / "content").iterdir()) == ["course.yml", "ids.yml", "one"]


def test_a_site_and_a_second_package_of_one_run(folder):
    root = folder(COURSE)
    project = read(root)
    registered(project)
    assert registered(project).said == ""


def test_locked(folder):
    root = folder(COURSE)
    result = registered(read(root), locked=True)
    assert found(result) == [("unregistered-id", 1)]
    (finding,) = result.report
    assert finding.message.startswith("not registered as they are now: first, first, first/why and")
    assert not (root / "content/ids.yml").exists()
    registered(read(root))
    assert not registered(read(root), locked=True).report.failed


def test_new_and_changed(course):
    path = course / "quizzes/first.yml"
    path.write_text(path.read_text("utf-8").replace("Is first", "Was first"), "utf-8")
    (course / "content/one/third.md").write_text(LESSON.format("Third"), "utf-8")
    assert "  changed: question first/why\n  new: lesson third\n" in compared(read(course)).said
    assert registered(read(course)).said.startswith("Registered 2 new ids")
    assert ["question", "first/why", "changed"] in slots(course)
    assert slots(course)[-2:] == [["question", "first/why"], ["lesson", "third"]]


def test_gone_is_one_error_and_writes_nothing(course):
    before = (course / "content/ids.yml").read_bytes()
    remove(course, "second")
    (course / "content/one/third.md").write_text(LESSON.format("Third"), "utf-8")
    result = registered(read(course))
    (finding,) = result.report
    assert finding.code == "vanished-id"
    assert finding.message == "the lesson 'second' with its 2 questions is no longer in the course"
    assert "coursewright ids retire second" in finding.hint
    assert "coursewright ids rename second third" in finding.hint
    assert finding.span == ("content/ids.yml", 10, 3)
    assert (course / "content/ids.yml").read_bytes() == before


def test_retire_and_reuse_and_restore(course):
    old = {name: (course / name).read_text("utf-8") for name in COURSE if "second" in name}
    remove(course, "second")
    assert retire(read(course), "second") == 4
    assert not registered(read(course)).report.failed
    for name, text in old.items():
        (course / name).write_text(text, "utf-8")
    assert [f.code for f in registered(read(course)).report] == ["reused-id"] * 4
    assert restore(read(course), "second") == 4
    assert registered(read(course)).said == ""
    assert "retired" not in (course / "content/ids.yml").read_text("utf-8")


def test_rename_keeps_numbers(course):
    move(course, "second", "better")
    before = slots(course)
    assert found(registered(read(course))) == [("vanished-id", 10)]
    assert rename(read(course), "second", "better") == 4
    assert registered(read(course)).said == ""
    assert slots(course) == [[k, n.replace("second", "better")] for k, n in before]


def test_rename_a_question_that_has_another_id_only(course):
    path = course / "quizzes/first.yml"
    path.write_text(path.read_text("utf-8").replace("id: why", "id: what-for"), "utf-8")
    (finding,) = registered(read(course)).report
    assert "rename first/why first/what-for" in finding.hint
    assert rename(read(course), "first/why", "first/what-for") == 1
    assert registered(read(course)).said == ""


def test_a_question_that_moved_to_another_quiz_keeps_its_number(course):
    first, second = course / "quizzes/first.yml", course / "quizzes/second.yml"
    head, why, how = first.read_text("utf-8").splitlines(keepends=True)
    first.write_text(head + how, "utf-8")
    with second.open("a", encoding="utf-8") as file:
        file.write(why.replace("id: why", "id: also"))
    (finding,) = registered(read(course)).report
    assert "rename first/why second/also" in finding.hint
    assert rename(read(course), "first/why", "second/also") == 1
    assert registered(read(course)).said == ""
    assert slots(course)[2] == ["question", "second/also"]


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (lambda p: retire(p, "first"), "still in the course"),
        (lambda p: retire(p, "nothing"), "is gone"),
        (lambda p: retire(p, ""), "nothing is gone"),
        (lambda p: rename(p, "first", "third"), "still in the course"),
        (lambda p: restore(p, "first"), "was retired"),
    ],
)
def test_what_cannot_be_done_is_said(course, command, message):
    with pytest.raises(Failure, match=message):
        command(read(course))


def test_rename_to_nothing_new(course):
    remove(course, "second")
    with pytest.raises(Failure, match="nothing new is called 'third'"):
        rename(read(course), "second", "third")


def test_another_course(course):
    text = (course / "content/course.yml").read_text("utf-8")
    (course / "content/course.yml").write_text(text.replace("id: c", "id: d"), "utf-8")
    (finding,) = registered(read(course)).report
    assert (finding.code, finding.span.line) == ("foreign-registry", 3)
    assert "write 'id: c' into course.yml" in finding.hint


def test_a_folder_without_settings(folder):
    root = folder({"first.md": "# First\n\nText.\n"})
    registered(read(root))
    assert "0: lesson first" in (root / "ids.yml").read_text("utf-8")


def test_a_link_in_its_place_is_not_followed(course, tmp_path):
    shutil.move(course / "content/ids.yml", tmp_path / "elsewhere.yml")
    (course / "content/ids.yml").symlink_to(tmp_path / "elsewhere.yml")
    project = load(Options(root=course, cache=False, jobs=1))
    assert "outside-course" in [f.code for f in registered(project).report]
