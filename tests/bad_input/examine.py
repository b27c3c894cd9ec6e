"""A small course without faults, and what the builder says of a changed one."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from builder.diagnostics import Level, Report
from builder.diagnostics.formats import FORMATS, render
from builder.pipeline import Options, load
from builder.read.files import load as load_file

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
        feedback: It replaces trust, and does not build it.
      - text: A large gift
        feedback: It makes people wonder what you want.
"""

SAYS_ALL = {"wrong-value", "named-twice", "unknown-lesson"}
"""Codes whose message can hold everything there is to say: the allowed range, for one."""

ADVICE = {"few-questions", "question-without-objective", "thin-feedback", "two-options"}
"""How to write better questions is another matter: tests/check/test_seeded.py measures it."""

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
    """Everything the builder has to say of the course at `root`, rendering included."""
    return load(Options(root=root, cache=False, jobs=1)).report


def told(report: Report) -> list[str]:
    """Errors and warnings as `path:line code`, advice left out."""
    told = (f for f in report if f.level is not Level.INFO and f.code not in ADVICE)
    return [f"{f.span.path}:{f.span.line} {f.code}" for f in told]


def judge(root: Path, found: Sequence[str]) -> Report:
    """Examine a course and compare; every finding must be printable and have a hint."""
    report = examine(root)
    assert told(report) == list(found)
    for form in FORMATS:
        assert all(f.code in render(report, form, source(root)) for f in report)
    assert [f for f in report if not f.hint and f.code not in SAYS_ALL] == []
    return report


def source(root: Path) -> Callable[[str], str | None]:
    """How the printed report gets at the files' texts: never through links, never a pipe."""
    return lambda path: load_file(root, path).value.decode("utf-8-sig", "replace")


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
