"""Image files: missing, too large, or not what they say."""

from __future__ import annotations

import pytest

from builder.check import check_image
from builder.read.files import load

from .examine import BODY, LESSON, Case, judge, lesson, names, write

PEOPLE = "content/people"
SHOWN = lesson(body=f"{BODY}\n![A map of people](map.png)\n")
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x0a\0\0\0\x0a\x08\2\0\0\0"

CASES = [
    Case("missing", {LESSON: SHOWN}, [f"{LESSON}:20 missing-image"]),
    Case("elsewhere", {LESSON: SHOWN, "content/map.png": PNG}, [f"{LESSON}:20 missing-image"]),
    Case("other-case", {LESSON: SHOWN, f"{PEOPLE}/Map.png": PNG}, [f"{LESSON}:20 missing-image"]),
    Case("two-cases", {LESSON: SHOWN, f"{PEOPLE}/map.png": PNG, f"{PEOPLE}/MAP.png": PNG},
         [f"{PEOPLE}/map.png:0 address-collision"]),
    Case("large", {LESSON: SHOWN, f"{PEOPLE}/map.png": PNG + bytes(20_000_000)},
         [f"{PEOPLE}/map.png:0 large-image"]),
    Case("front-matter", {LESSON: lesson("title: T\nsummary: S\nobjectives: [{map: Draw}]\n"
                                         "image: {src: gone.png, alt: A map}\n")},
         [f"{LESSON}:5 missing-image"]),
    Case("front-matter-without-alt",
         {LESSON: lesson("title: T\nsummary: S\nobjectives: [{map: Draw}]\nimage: map.png\n"),
          f"{PEOPLE}/map.png": PNG}, [f"{LESSON}:5 missing-alt"]),
    Case("decoration",
         {LESSON: lesson("title: T\nsummary: S\nobjectives: [{map: Draw}]\n"
                         'image: {src: map.png, alt: ""}\n'), f"{PEOPLE}/map.png": PNG}, []),
    Case("good", {LESSON: SHOWN, f"{PEOPLE}/map.png": PNG}, []),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=names(CASES))
def test_image(case, tmp_path):
    judge(write(tmp_path, case.files), case.found)


CONTENTS = {
    "svg-with-script": ("map.svg", b"<svg><script>alert(1)</script></svg>", "unsafe-svg"),
    "svg-with-handler": ("map.svg", b"<svg onload='alert(1)'></svg>", "unsafe-svg"),
    "page-as-picture": ("map.png", b"<html><script>alert(1)</script></html>", "image-type"),
    "jpeg-as-png": ("map.png", b"\xff\xd8\xff\xe0", "image-type"),
    "empty": ("map.png", b"", "image-type"),
    "cut-off": ("map.png", PNG[:6], "image-type"),
    "many-pixels": ("map.png", PNG[:16] + b"\0\0\xc3\x50\0\0\xc3\x50", "large-image"),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_content(name, tmp_path):
    file, data, code = CONTENTS[name]
    path = f"{PEOPLE}/{file}"
    root = write(tmp_path, {path: data})
    (found,) = check_image(path, load(root, path).value)
    assert (found.code, found.span.path) == (code, path)
    assert found.hint
