"""Texts that are very large or shaped to make a parser slow: the build goes on, by name."""

from __future__ import annotations

import time

import pytest

from builder.diagnostics import Level, Span
from builder.pipeline import Options, load

from .examine import BODY, LESSON, QUIZ, judge, lesson, quiz, write

LIMIT = 1.0

ROWS = "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 2000
NESTED = "".join(f"{'    ' * depth}- a\n" for depth in range(500))

SLOW_OR_FINE = {
    "brackets": "[" * 8000,
    "picture-brackets": "![" * 8000,
    "closed-brackets": "[" * 4000 + "]" * 4000,
    "tags": "<a " * 8000,
    "blocks": "<div>" * 20_000,
    "block-lines": "<div>\n" * 20_000,
    "comments": "<!--" * 50_000,
    "comment-lines": "<!--\n" * 20_000,
    "declarations": "<div>\n<![\n" * 200,
    "declaration": "<div><![",
    "nested-lists": NESTED,
    "nested-quotes": ">" * 5000 + " a",
    "nested-emphasis": "*a **a " * 5000,
    "stars": "*" * 50_000,
    "underscores": "_a_" * 20_000,
    "backticks": "`" * 20_001,
    "backtick-runs": " ".join("`" * n for n in range(1, 300)),
    "one-line": "word " * 200_000,
    "one-word": "x" * 1_000_000,
    "rows": ROWS,
    "pipes": "|" * 20_000 + "\n|-|-|\n",
    "footnotes": "\n".join(f"a[^{n}]\n\n[^{n}]: b\n" for n in range(1000)),
    "references": "\n".join(f"[{n}]: x{n}" for n in range(5000)),
    "entities": "&amp" * 20_000,
    "escapes": "\\" * 50_000,
    "parentheses": "[a](" + "(" * 10_000,
    "fences": "```\n" * 5001,
    "blank-lines": "\n" * 200_000,
    "headings": "## a\n" * 5000,
    "attribute-lists": "a {: #b }\n\n" * 3000,
    "admonitions": "".join(f"{'    ' * n}!!! note\n" for n in range(300)),
}


@pytest.mark.parametrize("name", SLOW_OR_FINE)
def test_pathological_text(name, tmp_path):
    """Either it is rendered in time or the lesson is named; nothing else is harmed."""
    other = "content/people/other.md"
    text = lesson(body=f"{BODY}\n{SLOW_OR_FINE[name]}\n")
    files = {LESSON: text, other: lesson().replace("trust-map", "other-map")}
    files["content/people/module.yml"] = "title: People\n"
    start = time.monotonic()
    project = load(Options(write(tmp_path, files), cache=False, jobs=2, time_limit=LIMIT))
    assert time.monotonic() - start < 20
    lost = [f for f in project.report if f.code in ("lesson-timeout", "lesson-crash")]
    assert [(f.span.path, f.level) for f in lost] in ([], [(LESSON, Level.ERROR)])
    assert {f.span.path for f in project.report} <= {LESSON, QUIZ}
    assert [entry.path for _, entry in project.course.lessons()] == [other, LESSON]
    assert all(f.hint for f in lost)


@pytest.mark.parametrize("name", ["brackets", "comments"])
def test_what_is_known_to_be_slow_is_stopped(name, tmp_path):
    """With no time at all every text is lost, so the limit is seen to work on any machine."""
    text = lesson(body=f"{BODY}\n{SLOW_OR_FINE[name]}\n")
    files = {LESSON: text, QUIZ: None}
    options = Options(write(tmp_path, files), cache=False, jobs=1, time_limit=0.001)
    (found,) = [f for f in load(options).report if f.code == "lesson-timeout"]
    assert (found.span, found.level) == (Span(LESSON, 1, 1), Level.ERROR)


def test_a_large_lesson_is_told(tmp_path):
    text = lesson(body=BODY + "\n" + "Words of a very long lesson.\n\n" * 7_500)
    judge(write(tmp_path, {LESSON: text}), [f"{LESSON}:0 large-file", f"{LESSON}:1 long-lesson"])


def test_a_huge_lesson_is_refused(tmp_path):
    text = lesson(body=BODY + "x\n" * 1_000_001)
    report = load(Options(write(tmp_path, {LESSON: text}), cache=False, jobs=1)).report
    (found,) = [f for f in report if f.code == "file-too-large"]
    assert (found.span.path, found.level) == (LESSON, Level.ERROR)


def test_a_huge_quiz_is_refused(tmp_path):
    report = load(Options(write(tmp_path, {QUIZ: "#" * 2_000_001}), cache=False, jobs=1)).report
    assert "file-too-large" in {f.code for f in report}


def test_a_large_quiz_is_refused_by_its_values(tmp_path):
    options = "".join(f"      - text: Option {n}\n" for n in range(6000))
    question = "  - type: single-choice\n    prompt: W?\n    options:\n" + options
    report = load(Options(write(tmp_path, {QUIZ: quiz(question)}), cache=False, jobs=1)).report
    assert "yaml-size" in {f.code for f in report}
