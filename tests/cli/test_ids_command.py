"""`coursewright ids`."""

from __future__ import annotations

LESSON = "---\ntitle: A lesson\n---\n\nText.\n"
QUIZ = """\
questions:
  - {id: why, type: true-false, prompt: "Is NAME right?", answer: true}
  - {id: how, type: short-text, prompt: "How does NAME go?", answer: well}
"""
COURSE = {
    "content/course.yml": "id: c\ntitle: A course\nmodules: [one]\nlevels: {missing-summary: off,"
    " missing-objectives: off}\n",
    "content/one/module.yml": "title: One\n",
    "content/one/first.md": LESSON,
    "content/one/second.md": LESSON,
    "quizzes/first.yml": QUIZ.replace("NAME", "this"),
    "quizzes/second.yml": QUIZ.replace("NAME", "that"),
}


def test_the_way_of_an_author(folder, run):
    root = folder(COURSE)
    ran = run("ids", "-C", root)
    assert ran.code == 0
    assert ran.out.startswith("content/ids.yml: 0 in use, 0 of the past.\n  new: lesson first\n")
    assert run("ids", "-C", root, "update").out.startswith("Registered 8 new ids: commit ")
    assert run("ids", "-C", root, "update").out == "Nothing is new.\n"
    (root / "content/one/second.md").rename(root / "content/one/better.md")
    (root / "quizzes/second.yml").rename(root / "quizzes/better.yml")
    ran = run("ids", "-C", root, "list")
    assert ran.code == 1
    assert "10:3: error: the lesson 'second' with its 2 questions is no longer in" in ran.out
    assert "    10 |   4: lesson second" in ran.out
    ran = run("ids", "-C", root, "rename", "second", "better")
    assert (ran.code, ran.out) == (0, "Renamed 4 ids in content/ids.yml; commit it.\n")
    (root / "content/one/first.md").unlink()
    (root / "quizzes/first.yml").unlink()
    assert run("ids", "-C", root, "update").code == 1
    ran = run("ids", "-C", root, "retire", "--all")
    assert (ran.code, ran.out) == (0, "Retired 4 ids in content/ids.yml; commit it.\n")
    assert run("ids", "-C", root).out == "content/ids.yml: 4 in use, 4 of the past.\n"


def test_mistakes(folder, run):
    root = folder(COURSE)
    assert run("ids", "-C", root, "retire").code == 2
    assert run("ids", "-C", root, "retire", "x", "--all").code == 2
    ran = run("ids", "-C", root, "retire", "x")
    assert ran.code == 1
    assert "error: nothing called 'x' is gone\n    hint: `coursewright ids` lists" in ran.err


def test_a_course_with_errors_tells_nothing_of_ids(folder, run):
    root = folder({**COURSE, "content/one/first.md": "---\ntitle: [\n---\n"})
    for words in ([], ["update"], ["rename", "a", "b"]):
        ran = run("ids", "-C", root, *words)
        assert ran.code == 1
        assert ran.out.endswith("Mend the errors first: until then nothing can be told of ids.\n")
    assert not (root / "content/ids.yml").exists()


def test_check_looks_at_the_register_where_there_is_one(folder, run):
    root = folder(COURSE)
    assert "vanished-id" not in run("check", "-C", root).out
    run("ids", "-C", root, "update")
    assert run("check", "-C", root).code == 0
    (root / "content/one/first.md").rename(root / "content/one/better.md")
    (root / "quizzes/first.yml").rename(root / "quizzes/better.yml")
    ran = run("check", "-C", root)
    assert ran.code == 1
    assert "[vanished-id]" in ran.out
    assert run("build", "site", "-C", root, "--out", root / "site").code == 0
