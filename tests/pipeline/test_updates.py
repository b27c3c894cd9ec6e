"""A packed course is changed in its folder, as an author does it, and packed again: the learner who
was half-way goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from web.state.node import run as browser

from builder.pipeline import Options, load
from builder.pipeline.registry import registered
from builder.publish.lms.presets import PRESETS
from builder.publish.lms.scos import scos
from builder.publish.lms.slots import slots
from builder.publish.outputs import Outputs
from builder.publish.publisher import Source

NOON = 1_764_000_000_000
LESSON = "---\ntitle: {0}\n---\n\n## Start\n\nText.\n"
QUIZ = """\
questions:
  - id: why
    type: single-choice
    prompt: Why {0}?
    options: [{{text: Because, correct: true}}, Just so, Who knows]
  - id: how
    type: short-text
    prompt: How {0}?
    answer: well
  - id: when
    type: ordering
    prompt: When {0}?
    items: [First, Second, Third]
"""
COURSE = {
    "content/course.yml": "id: c\ntitle: A course\nmodules: [one, two]\nlevels:\n"
    "  {missing-summary: off, missing-objectives: off, missing-feedback: off}\n",
    "content/one/module.yml": "title: One\nlessons: [first, second]\n",
    "content/two/module.yml": "title: Two\nlessons: [third]\n",
    "content/one/first.md": LESSON.format("First"),
    "content/one/second.md": LESSON.format("Second"),
    "content/two/third.md": LESSON.format("Third"),
    "quizzes/first.yml": QUIZ.format("first"),
    "quizzes/second.yml": QUIZ.format("second"),
    "quizzes/third.yml": QUIZ.format("third"),
}


def read(root: Path) -> Any:
    return load(Options(root=root, cache=False, jobs=1))


def course_map(root: Path) -> dict[str, Any]:
    project = read(root)
    result = registered(project)
    assert not result.report.failed, list(result.report)
    outputs = Outputs(Source(project.course, project.library, project.tree, root), result.registry)
    (sco,) = scos(project.course)
    made: dict[str, Any] = outputs.atlas.map(sco, "scorm12", PRESETS["generic"])
    return made


def facts(given: dict[str, Any]) -> dict[str, Any]:
    """Everything answered, the second lesson done, the third being read."""
    right = {"right": True, "first": True, "told": False, "score": 1, "done": True, "tries": 1}
    said = {"why": "just-so", "how": "well enough", "when": ["second", "first", "third"]}
    values: dict[str, Any] = {"done:second": NOON, "seen:second": NOON, "seen:third": NOON}
    for name, question in given["questions"].items():
        answer = said[name.rpartition("/")[2]]
        came = right | ({} if answer == "well enough" else {"right": False, "first": False})
        score = {"why": 0, "how": 1, "when": 1 / 3}[name.rpartition("/")[2]]
        values[f"answer:{name}"] = {**came, "score": score, "answer": answer, "of": question["of"]}
    here = {"lesson": "third", "title": "", "url": "", "part": "start", "name": ""}
    values["place:last"] = here
    return {name: {"at": NOON, "value": value} for name, value in values.items()}


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def rename(root: Path, old: str, new: str) -> None:
    (root / old).rename(root / new)


def test_a_learner_goes_on_after_an_update(folder, run):
    root = folder(COURSE)
    before = course_map(root)
    had = facts(before)

    rename(root, "content/two/third.md", "content/two/last.md")
    rename(root, "quizzes/third.yml", "quizzes/last.yml")
    edit(root, "content/two/module.yml", "[third]", "[new, last]")
    (root / "content/two/new.md").write_text(LESSON.format("New"), "utf-8")
    (root / "content/one/first.md").unlink()
    (root / "quizzes/first.yml").unlink()
    edit(root, "content/one/module.yml", "[first, second]", "[second]")
    edit(root, "quizzes/second.yml", "prompt: Why second?", "hint: Think.\n    prompt: Why second?")
    edit(root, "quizzes/second.yml", "prompt: How second?", "prompt: How did the second go?")
    edit(root, "quizzes/last.yml", "id: why", "id: what-for")
    assert run("ids", "-C", root).code == 1
    assert run("ids", "-C", root, "rename", "third", "last").code == 0
    told = run("ids", "-C", root).out
    assert "coursewright ids rename third/why last/what-for" in told
    assert run("ids", "-C", root, "rename", "third/why", "last/what-for").code == 0
    assert run("ids", "-C", root, "retire", "first").code == 0

    after = course_map(root)
    (out,) = browser([{"map": before, "facts": had, "then": after}])
    assert not out["damaged"]
    assert out["dropped"] == ["second/how"]
    kept = {name: fact["value"] for name, fact in out["facts"].items()}
    answers = {name: value for name, value in kept.items() if name.startswith("answer:")}
    were = {
        "second/why": "second/why",
        "second/when": "second/when",
        "last/what-for": "third/why",
        "last/how": "third/how",
        "last/when": "third/when",
    }
    assert answers.keys() == {f"answer:{name}" for name in were}
    for name, old in were.items():
        value = had[f"answer:{old}"]["value"]
        assert answers[f"answer:{name}"] == {
            **value,
            "of": after["questions"][name]["of"],
            "score": pytest.approx(value["score"]),
        }
    assert kept["place:last"]["lesson"] == "last"
    assert kept["place:last"]["url"] == "two/last.html"
    assert {name for name in kept if name.startswith("done:")} == {"done:second"}
    assert {name for name in kept if name.startswith("seen:")} == {"seen:second", "seen:last"}


def test_a_quiz_of_two_lessons_is_kept_in_the_packages_of_both(folder):
    root = folder(
        {**COURSE, "content/two/third.md": LESSON.format("Third") + "\n```quiz\nid: first\n```\n"}
    )
    (root / "quizzes/third.yml").unlink()
    project = read(root)
    registry = registered(project).registry
    for lesson in ("first", "third"):
        given = slots(registry, project.course, project.library, [lesson])
        assert given.question("first/why")["code"]["own"] == 1
    assert (
        "own"
        not in slots(registry, project.course, project.library, ["second"]).question("first/why")[
            "code"
        ]
    )


def test_nothing_of_the_register_is_published(folder, tmp_path, run):
    root = folder(COURSE)
    course_map(root)
    assert run("build", "site", "-C", root, "--out", tmp_path / "site").code == 0
    assert not [path for path in (tmp_path / "site").rglob("*") if path.suffix in (".yml", ".yaml")]
