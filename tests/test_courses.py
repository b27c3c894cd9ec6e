"""Golden courses: small courses with the pages they should make.

`tests/courses/<name>/course/` is what an author wrote, `expected/` holds chosen files of the
built site. `pytest tests/test_courses.py --update` rewrites the expected files after a change
that was meant; the difference is then part of the review.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

COURSES = Path(__file__).parent / "courses"
NAMES = sorted(folder.name for folder in COURSES.iterdir() if folder.is_dir())

DIGEST = re.compile(r"\b[0-9a-f]{8,64}\b")


def normalised(path: Path) -> str:
    """A built file as compared: what only names a version of a script or style is left out."""
    text = path.read_text("utf-8")
    main = re.search(r"<main\b.*?</main>", text, re.DOTALL)
    # The frame around the content is the same on every page and tested where it is made.
    text = main.group() if main and path.name != "404.html" else text
    return DIGEST.sub("0", "\n".join(line.rstrip() for line in text.split("\n"))).strip() + "\n"


@pytest.fixture
def site(request, tmp_path, run):
    """The built site of a golden course; the course itself is copied and left alone."""
    course = tmp_path / "course"
    shutil.copytree(COURSES / request.param / "course", course)
    ran = run("build", "-C", course, "--out", tmp_path / "site")
    assert ran.code == 0, ran.out + ran.err
    return request.param, tmp_path / "site"


@pytest.mark.parametrize("site", NAMES, indirect=True)
def test_pages_are_as_expected(site, request):
    name, built = site
    expected = COURSES / name / "expected"
    files = sorted(p.relative_to(expected) for p in expected.rglob("*") if p.is_file())
    assert files, f"{expected} names no file to compare"
    for file in files:
        actual = normalised(built / file)
        if request.config.getoption("--update"):
            (expected / file).write_text(actual, "utf-8", newline="\n")
        assert actual == (expected / file).read_text("utf-8"), f"{name}: {file}"


@pytest.mark.parametrize("site", NAMES, indirect=True)
def test_every_reference_leads_somewhere(site):
    """Links and pictures of the built pages exist; the golden courses have no broken ones."""
    _, built = site
    for page in built.rglob("*.html"):
        text = page.read_text("utf-8")
        for target in re.findall(r'\s(?:href|src)="([^"#?]+)', text):
            if not re.match(r"[a-z]+:|//", target):
                from urllib.parse import unquote

                there = page.parent / unquote(target)
                there = there / "index.html" if target.endswith("/") else there
                assert there.is_file(), f"{page.relative_to(built)} refers to {target}"
