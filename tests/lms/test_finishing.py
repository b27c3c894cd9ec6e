"""A small course from the first launch to the last: status and score, retakes, items for modules,
and a new edition under a learner's feet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builder.cli import main

from .conftest import FORMATS
from .lms_side.course import Shell, attempts, course_map, unpacked
from .lms_side.launch import Launch, Launcher
from .lms_side.server import Attempt
from .lms_side.trials import Trial, quiet

COURSE = "id: small\ntitle: Small\npass_mark: 60\nmodules: [first, second]\n"
LESSON = "---\nid: {id}\ntitle: Lesson {id}\n---\n# Lesson {id}\n\nText of lesson {id}.\n"
QUESTION = """  - id: {id}
    type: single-choice
    prompt: {prompt}
    options:
      - {{id: yes-it-is, text: "Yes", correct: true, feedback: Right.}}
      - {{id: no-it-is-not, text: "No", feedback: Wrong.}}
      - {{id: maybe, text: Perhaps, feedback: Wrong.}}
"""


def quiz(mode: str, **prompts: str) -> str:
    asked = "".join(QUESTION.format(id=name, prompt=text) for name, text in prompts.items())
    return f"title: Quiz\nmode: {mode}\nquestions:\n{asked}"


def files(**changes: str | None) -> dict[str, str]:
    """The course's files by path; a change of None leaves one out."""
    course = {
        "content/course.yml": COURSE,
        "content/first/one.md": LESSON.format(id="one"),
        "content/first/two.md": LESSON.format(id="two"),
        "content/second/three.md": LESSON.format(id="three"),
        "quizzes/one.yml": quiz("practice", north="Is north up?", south="Is south down?"),
        "quizzes/three.yml": quiz("check", sure="Is it sure?", safe="Is it safe?"),
        **changes,
    }
    return {name: text for name, text in course.items() if text is not None}


Edition = Callable[..., Path]


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """Write the course, or another edition of it over the last one, and unpack its package."""
    made: list[Path] = []

    def make(standard: str, course: dict[str, str]) -> Path:
        for name, text in course.items():
            path = tmp_path / "course" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        out = tmp_path / f"out{len(made)}"
        told = ["build", FORMATS[standard], "-C", str(tmp_path / "course"), "--out", str(out)]
        assert main([*told, "--jobs", "1"]) == 0
        made.append(unpacked(next(out.glob("*.zip")), tmp_path / f"edition{len(made)}"))
        return made[-1]

    return make


def finish(shell: Shell, launch: Launch, course: dict[str, Any], *, ok: bool) -> None:
    """Answer the assessment and complete all lessons."""
    inner = shell.go(launch, "three")
    reset = inner.locator(".quiz-reset")
    if reset.is_visible():
        reset.click()
        for button in inner.locator("dialog[open] .btn").all()[:1]:
            button.click()
    chosen = ["yes-it-is"] if ok else ["no-it-is-not", "maybe"]
    asked = [name for name, q in course["questions"].items() if q["lesson"] == "three"]
    for answer in chosen:
        shell.answer_all(launch, "three", [(name, answer) for name in asked])
    for lesson in ("one", "two", "three"):
        done = shell.go(launch, lesson).locator("#_complete")
        if done.get_attribute("aria-pressed") != "true":
            done.click()


def standing(attempt: Attempt) -> tuple[Any, ...]:
    kept = attempt.stored
    if attempt.standard == "1.2":
        return (kept["core"]["lesson_status"], kept["core"]["score"]["raw"])
    return (
        kept["completion_status"], kept["success_status"], kept["score"]["raw"],
        kept["progress_measure"],
    )  # fmt: skip


BEST = {"1.2": ("passed", "100"), "2004": ("completed", "passed", "100", "1")}
WORST = {"1.2": ("failed", "0"), "2004": ("completed", "failed", "0", "1")}


@pytest.mark.parametrize("standard", FORMATS)
def test_a_result_rises_and_never_sinks(launch: Launcher, edition: Edition, standard: str) -> None:
    folder = edition(standard, files())
    [attempt] = attempts(folder, standard)  # type: ignore[arg-type]
    shell, course = Shell("one"), course_map(folder)
    trial = Trial(launch, shell, attempt)
    for ok, wanted in ((False, WORST), (True, BEST), (False, BEST)):
        running, before = trial.begin()
        finish(shell, running, course, ok=ok)
        quiet(trial, running)
        running.leave("exit", shell.exit)
        trial.judged(running, before)
        assert trial.wrong == []
        assert standing(attempt) == wanted[standard]
    launch.close()


@pytest.mark.parametrize(("standard", "mode"), [("1.2", "browse"), ("2004", "review")])
def test_looking_leaves_no_marks(
    launch: Launcher, edition: Edition, standard: str, mode: str
) -> None:
    folder = edition(standard, files())
    [attempt] = attempts(folder, standard)  # type: ignore[arg-type]
    trial = Trial(launch, Shell("one"), replace(attempt, mode=mode))
    running, before = trial.begin()
    finish(Shell("one"), running, course_map(folder), ok=True)
    running.page.wait_for_timeout(1200)
    running.leave("exit", Shell("one").exit)
    trial.judged(running, before)
    assert trial.wrong == []
    launch.close()


def test_each_module_may_be_an_item_of_its_own(launch: Launcher, edition: Edition) -> None:
    folder = edition("2004", files(**{"content/course.yml": COURSE + "lms: {multi_sco: module}\n"}))
    first, second = attempts(folder, "2004")
    for attempt, lesson in ((first, "one"), (second, "three")):
        shell = Shell(lesson)
        trial = Trial(launch, shell, attempt)
        running, before = trial.begin()
        shell.play(running)
        quiet(trial, running)
        running.leave("frame navigated", shell.exit)
        trial.judged(running, before)
        assert trial.wrong == []
    assert first.stored["completion_status"] == "incomplete"
    launch.close()


def changed() -> dict[str, str]:
    """A new edition: a lesson more in front, others renamed and turned round, a question asked
    differently, another one new."""
    return files(
        **{
            "content/course.yml": COURSE.replace("[first, second]", "[second, first]"),
            "content/first/module.yml": "title: First\nlessons: [zero, two, one]\n",
            "content/first/zero.md": LESSON.format(id="zero"),
            "content/first/one.md": LESSON.format(id="one").replace("Lesson one", "Lesson 1"),
            "quizzes/one.yml": quiz(
                "practice", west="Is west left?", south="Is south down?", north="Is north cold?"
            ),
        }
    )


@pytest.mark.parametrize("standard", FORMATS)
def test_a_new_edition_takes_nothing_away(
    launch: Launcher, edition: Edition, standard: str
) -> None:
    old = edition(standard, files())
    [attempt] = attempts(old, standard)  # type: ignore[arg-type]
    shell = Shell("one")
    trial = Trial(launch, shell, attempt)
    running, _ = trial.begin()
    finish(shell, running, course_map(old), ok=True)
    shell.answer_all(running, "one", [("one/north", "yes-it-is"), ("one/south", "yes-it-is")])
    quiet(trial, running)
    running.leave("tab closed", shell.exit)
    held = standing(attempt)

    new = edition(standard, changed())
    [again] = attempts(new, standard)  # type: ignore[arg-type]
    assert (again.item, again.launch) == (attempt.item, attempt.launch)
    after = Trial(launch, shell, replace(again, stored=attempt.stored))
    running, before = after.begin()
    seen = shell.shown(running)
    assert seen["lesson"] == "one"
    assert [name for name, *_ in seen["answers"]] == ["south"]
    assert "Answers to changed questions that no longer count: 1." in shell.notice(running)
    assert seen["done"].count("Done") == 3
    running.page.wait_for_timeout(1200)
    running.leave("exit", shell.exit)
    after.judged(running, before)
    assert after.wrong == []
    assert standing(after.attempt) == held
    launch.close()
