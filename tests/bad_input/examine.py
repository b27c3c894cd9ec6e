"""A small course without faults, and what the builder says of a changed one."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from builder.check import check_course, check_lesson, check_quiz, settle
from builder.diagnostics import Diagnostic, Level, Report
from builder.diagnostics.formats import FORMATS, render
from builder.model.catalogue import Entry, QuizEntry, lesson_entry, quiz_entry
from builder.model.course import Page
from builder.read.course import (
    assemble,
    is_course_file,
    is_lesson,
    is_page,
    is_quiz,
    read_course,
)
from builder.read.files import load
from builder.read.lesson import read_lesson
from builder.read.page import read_page
from builder.read.quiz import read_quiz
from builder.read.tree import scan

COURSE = "content/course.yml"
MODULE = "content/people/module.yml"
LESSON = "content/people/trust.md"
QUIZ = "quizzes/trust.yml"

FRONT = """\
title: Trust
summary: Trust grows from kept promises.
objectives:
  - map: Draw a map of the people you rely on
"""
BODY = """\

Trust is [what grows](#how-it-grows).

## How it grows

It grows slowly.

```takeaway
id: trust-map
title: Draw your map
minutes: 10
```
"""
QUESTION = """\
  - id: promise
    type: single-choice
    prompt: What builds trust?
    objective: map
    section: how-it-grows
    options:
      - text: A kept promise
        correct: true
        feedback: It shows what your word is worth.
      - text: A contract
        feedback: It replaces trust.
"""

SAYS_ALL = {"wrong-value"}
"""Codes whose message holds everything there is to say: the allowed range, for one."""

Files = Mapping[str, str | bytes | None]


class Case(NamedTuple):
    """Files that replace those of the good course (None removes one) and what is found,
    remarks left out, as `path:line code` in the order of their places."""

    name: str
    files: Files
    found: Sequence[str]


def lesson(front: str = FRONT, body: str = BODY) -> str:
    """The good lesson with another front matter (from line 2) or body (from line 7)."""
    return f"---\n{front}---\n{body}"


def quiz(questions: str = QUESTION, head: str = "title: Check\n") -> str:
    """The good quiz (questions from line 3) with other questions."""
    return f"{head}questions:\n{questions}"


GOOD: Files = {
    COURSE: "title: Trust and influence\nmodules: [people]\n",
    MODULE: "title: People\nlessons: [trust]\n",
    LESSON: lesson(),
    QUIZ: quiz(),
}


def write(root: Path, files: Files) -> Path:
    """Write the good course with these changes."""
    for name, data in {**GOOD, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if data is not None:
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return root


def examine(root: Path) -> Report:
    """Everything the readers and the checks have to say of the course at `root`."""
    tree = scan(root)
    findings: list[Diagnostic] = []

    def data(path: str) -> bytes:
        result = load(root, path)
        findings.extend(result.findings)
        return result.value

    course_files = {path: data(path) for path in tree.files if is_course_file(tree, path)}
    skeleton = read_course(tree, course_files)
    findings += skeleton.findings
    entries: dict[str, Entry] = {}
    quizzes: list[QuizEntry] = []
    pages: dict[str, Page] = {}

    def take(path: str, read: Callable[[str, bytes], Any]) -> Any:
        result = read(path, data(path))
        findings.extend(result.findings)
        return result.value

    for path in tree.files:
        if is_lesson(tree, path):
            one = take(path, read_lesson)
            findings.extend(check_lesson(one))
            entries[path] = lesson_entry(one, skeleton.value.course.language)
        elif is_quiz(tree, path):
            asked = take(path, read_quiz)
            findings.extend(check_quiz(asked))
            quizzes.append(quiz_entry(asked))
        elif is_page(tree, path):
            pages[path] = take(path, read_page)
    course = assemble(skeleton.value, entries, quizzes, pages)
    findings.extend(check_course(course, tree))
    return settle(course, findings)


def told(report: Report) -> list[str]:
    """Errors and warnings as `path:line code`."""
    return [
        f"{f.span.path}:{f.span.line} {f.code}" for f in report if f.level is not Level.INFO
    ]


def judge(root: Path, found: Sequence[str]) -> Report:
    """Examine a course and compare; every finding must be printable and have a hint."""
    report = examine(root)
    assert told(report) == list(found)
    for form in FORMATS:
        assert all(f.code in render(report, form, source(root)) for f in report)
    assert [f for f in report if not f.hint and f.code not in SAYS_ALL] == []
    return report


def source(root: Path) -> Callable[[str], str | None]:
    """How the printed report gets at the files' texts."""

    def text(path: str) -> str | None:
        try:
            return (root / path).read_text("utf-8-sig", "replace")
        except (OSError, ValueError):
            return None

    return text


def names(cases: Sequence[Case]) -> list[str]:
    """The cases' names, for pytest."""
    listed = [case.name for case in cases]
    assert len(listed) == len(set(listed))
    return listed


def supports(action: Callable[[Path], object], folder: Path) -> bool:
    """Whether this system lets a file be made at all (odd names, links, pipes)."""
    try:
        action(folder)
    except (OSError, ValueError, AttributeError, NotImplementedError):
        return False
    return os.access(folder, os.R_OK)
