"""Golden courses: small courses with the pages they should make.

`tests/courses/<name>/course/` is what an author wrote, `expected/` holds chosen files of the
built site. `pytest tests/test_courses.py --update` rewrites the expected files after a change
that was meant; the difference is then part of the review.
"""

from __future__ import annotations

import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from builder.cli import main

COURSES = Path(__file__).parent / "courses"
NAMES = sorted(folder.name for folder in COURSES.iterdir() if folder.is_dir())

DIGEST = re.compile(r"\b[0-9a-f]{8,64}\b")


def normalised(path: Path) -> str:
    """A built file as compared: without digests and drawings, which have tests of their own."""
    text = path.read_text("utf-8")
    main = re.search(r"<main\b.*?</main>", text, re.DOTALL)
    # The frame around the content is the same on every page and tested where it is made.
    text = main.group() if main and path.name != "404.html" else text
    text = re.sub(r"<svg\b.*?</svg>", "<svg/>", text, flags=re.DOTALL)
    return DIGEST.sub("0", "\n".join(line.rstrip() for line in text.split("\n"))).strip() + "\n"


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The built site of each golden course; the courses are copied and left alone."""
    built = {}
    for name in NAMES:
        folder = tmp_path_factory.mktemp(name)
        shutil.copytree(COURSES / name / "course", folder / "course")
        code = main(["build", "-C", str(folder / "course"), "--out", str(folder / "site")])
        built[name] = folder / "site" if code == 0 else None
    return built


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_as_expected(name, sites, request):
    expected = COURSES / name / "expected"
    files = sorted(p.relative_to(expected) for p in expected.rglob("*") if p.is_file())
    assert files, f"{expected} names no file to compare"
    for file in files:
        actual = normalised(sites[name] / file)
        if request.config.getoption("--update"):
            (expected / file).write_text(actual, "utf-8", newline="\n")
        assert actual == (expected / file).read_text("utf-8"), f"{name}: {file}"


REFERENCE = re.compile(r'<(?!base\b)[^<>]*?\s(?:href|src)="([^"#?]+)')


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_somewhere(name, sites):
    """Links and pictures of the built pages exist; the golden courses have no broken ones."""
    built = sites[name]
    for page in built.rglob("*.html"):
        text = page.read_text("utf-8")
        # The page for addresses that do not exist is shown at any depth.
        folder = built if '<base href="/">' in text else page.parent
        for target in REFERENCE.findall(text):
            if not re.match(r"[a-z]+:|//", target):
                there = folder / unquote(unescape(target))
                there = there / "index.html" if target.endswith("/") else there
                assert there.is_file(), f"{page.relative_to(built)} refers to {target}"
