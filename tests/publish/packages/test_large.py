"""A course of 400 lessons and 1,600 questions builds, fits and is valid."""

from __future__ import annotations

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from builder.pipeline import Options, load
from builder.pipeline.package import Packer

from .standards import lxml_errors, official
from .test_mutants import findings

LESSONS, MODULES = 400, 20
QUESTION = """  - id: q{n}
    type: {kind}
    prompt: What holds of part {n} of lesson {lesson}?
    options:
{options}
    feedback: Look again at the part.
"""


def question(lesson: int, n: int) -> str:
    several = n == 3
    rows = [
        f"      - text: Answer {one} to {lesson}.{n}\n        feedback: So it is.\n"
        + ("        correct: true\n" if one == 1 or (several and one == 2) else "")
        for one in range(1, 5)
    ]
    kind = "multiple-response" if several else "single-choice"
    return QUESTION.format(n=n, kind=kind, lesson=lesson, options="".join(rows).rstrip("\n"))


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("large")
    names = [f"m{module:02}" for module in range(MODULES)]
    (root / "content").mkdir()
    (root / "quizzes").mkdir()
    listed = ", ".join(names)
    course = f"id: large\ntitle: Large\nversion: 1.0.0\nmodules: [{listed}]\n"
    (root / "content/course.yml").write_text(course)
    for lesson in range(LESSONS):
        folder = root / "content" / names[lesson * MODULES // LESSONS]
        folder.mkdir(exist_ok=True)
        text = f"---\nsummary: [One line]\n---\n# Lesson {lesson}\n\n## Part\n\nA sentence.\n"
        (folder / f"lesson-{lesson:03}.md").write_text(text)
        check = "mode: check\n" if lesson % 20 == 19 else ""
        asked = "".join(question(lesson, n) for n in range(4))
        (root / f"quizzes/lesson-{lesson:03}.yml").write_text(f"{check}questions:\n{asked}")
    return root


@pytest.mark.slow
def test_large_course(large, tmp_path):
    project = load(Options(large))
    assert not project.report.failed, list(project.report)[:3]
    packer = Packer(project)
    packed = packer.pack("scorm12", tmp_path)
    assert packed.state <= 2_100
    assert findings(packed.path) == []
    assert packed.size < 4_000_000
    with ZipFile(packed.path) as files:
        manifest, shell = files.read("imsmanifest.xml"), files.read("index.html").decode()
    assert lxml_errors(official("scorm12"), manifest) == []
    data = json.loads(re.search(r'id="_lms">(.*?)</script>', shell)[1])
    assert len(data["lessons"]) == LESSONS
    assert len(data["questions"]) == 4 * LESSONS
    assert len(data["assessments"]) == MODULES
    other = packer.structure("https://example.com/large", tmp_path).read_bytes()
    assert lxml_errors(official("cmi5"), other) == []
    assert other.count(b"<au ") == LESSONS
    assert other.count(b"https://example.com/large/m") == LESSONS
