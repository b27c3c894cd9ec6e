"""What the pages of the shipped course load at start, as it comes over the wire."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

LIMIT = 16 * 1024
SRC = re.compile(r'<script[^>]* src="([^"]+)"')
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


@cache
def loaded(script: Path) -> int:
    return packed(script.read_bytes())


def scripts(page: Path) -> int:
    """The size of all scripts of a page, those in the page itself included."""
    text = page.read_text(encoding="utf-8")
    own = sum(packed(code.encode()) for code in INLINE.findall(text))
    return own + sum(loaded((page.parent / src).resolve()) for src in SRC.findall(text))


def test_all_scripts_of_every_page_stay_within_16_kb(built: Path) -> None:
    sizes = {page: scripts(page) for page in built.rglob("*.html")}
    lessons = {page for page in sizes if "assets/lesson.js" in page.read_text(encoding="utf-8")}
    assert len(lessons) >= 20
    assert all(sizes[page] > loaded(built / "assets/lesson.js") for page in lessons)
    assert {page.name: size for page, size in sizes.items() if size > LIMIT} == {}
