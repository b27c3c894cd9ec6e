"""Pages in a package: everything they name is there, and no link leads out of the record."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest

from builder.pipeline import Options, load
from builder.pipeline.package import Packer

from .conftest import MODULES

FORMS = ("scorm12", "scorm2004", "cmi5")
LINKED = """---
summary: [S]
---
# Links
[next](b.md), [module](../two/index.md), [there](../two/c.md#part), [home](../index.md),
[tags](../about.md), [web](https://example.com/), [mail](mailto:a@example.com),
[own](a.md#end), [paper](files/paper%201.pdf) and ![x](files/b%C3%ACld.png "y")
<a href="b.md" class="x">in HTML</a> and <a href="https://example.com/2" target="_self">out</a>

## End
"""
COURSE = {
    "content/course.yml": "id: links\ntitle: L & <M>\nmodules: [one, two]\nurl: https://a.test/x\n",
    "content/index.md": "# Home\n",
    "content/about.md": "# About\n",
    "content/one/a.md": LINKED,
    "content/one/b.md": "---\nsummary: [S]\nrelated: [c]\n---\n# B\n\n## Over\n",
    "content/two/index.md": "# Two\n",
    "content/two/c.md": "---\nsummary: [S]\n---\n# C\n\n## Part\n",
    "content/two/\u00fcber.md": "---\nsummary: [S]\n---\n# \u00dcber\n\n[back](../one/a.md)\n",
    "content/one/files/paper 1.pdf": b"%PDF",
    "content/one/files/b\u00ecld.png": b"\x89PNG",
    "content/notes.md": "---\nsummary: [S]\n---\n# A lesson called notes\n",
}


class Links(HTMLParser):
    """Every link and every file a page asks for."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors: list[dict[str, str | None]] = []
        self.files: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "a" and "href" in given:
            self.anchors.append(given)
        elif tag != "a":
            names = ("src", "href", "poster")
            self.files += [given[name] for name in names if given.get(name)]


def pages(package: Path) -> dict[str, str]:
    with ZipFile(package) as files:
        return {n: files.read(n).decode() for n in files.namelist() if n.endswith(".html")}


def outside(page: str, target: str) -> str | None:
    """The path a relative address leads to, None for one that is not relative."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    return normpath(join(dirname(page), unquote(parts.path))) if parts.path else page


def faults(package: Path, lone: bool) -> list[str]:
    with ZipFile(package) as files:
        names = set(files.namelist())
    found = []
    for page, html in pages(package).items():
        links = Links(html)
        asked = {outside(page, unescape(file)) for file in links.files} - {None}
        found += [f"{page}: asks for {path}" for path in asked if path not in names]
        for anchor in links.anchors:
            href = anchor["href"] or ""
            there = outside(page, href)
            away = anchor.get("target") == "_blank" or "download" in anchor
            if there is None and not href.startswith("mailto:") and not away:
                found.append(f"{page}: leaves for {href}")
            if there is not None and there not in names:
                found.append(f"{page}: {href} leads nowhere")
            if lone and there not in (None, page) and not away:
                found.append(f"{page}: {href} leads to another page")
    return found


@pytest.fixture(scope="module")
def linked(tmp_path_factory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("links")
    for name, text in COURSE.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    packer = Packer(load(Options(root, jobs=1)))
    return {form: packer.pack(form).path for form in FORMS}


@pytest.mark.parametrize("form", ["scorm12", "cmi5"])
def test_shipped_pages_lead_nowhere_else(pack, form):
    assert faults(pack(form), form == "cmi5") == []


@pytest.mark.parametrize("form", FORMS)
def test_every_kind_of_link(linked, form):
    assert faults(linked[form], form == "cmi5") == []


def test_modules_lead_to_themselves_only(pack):
    package = pack("scorm12", MODULES)
    assert faults(package, lone=False) == []
    for page, html in pages(package).items():
        folder = page.split("/")[0]
        if "/" in page and not page.endswith("sco.html"):
            there = {outside(page, a["href"] or "") for a in Links(html).anchors}
            other = {path for path in there if path and path.split("/")[0] != folder}
            assert other == set(), page


def test_what_becomes_of_links(linked):
    html = pages(linked["scorm12"])["one/a.html"]
    for part in (
        '<a href="b.html">next</a>',
        '<a href="../two/c.html">module</a>',
        '<a href="../two/c.html#part">there</a>',
        "<span>home</span>",
        "<span>tags</span>",
        'href="https://example.com/" rel="external noopener" target="_blank"',
        '<a href="mailto:a@example.com">mail</a>',
        '<a href="#end"',
        '<a href="b.html" class="x">in HTML</a>',
    ):
        assert part in html, part
    assert re.search(r'href="files/paper-1-[0-9a-f]{8}\.pdf"[^>]* target="_blank"', html)
    lone = pages(linked["cmi5"])["one/a.html"]
    assert "<span>next</span>" in lone
    assert "<span>there</span>" in lone


def test_names_beyond_ascii_and_reserved_ones(linked):
    names = set(pages(linked["scorm12"]))
    moved = [name for name in names if re.fullmatch(r"two/uber-[0-9a-f]{8}\.html", name)]
    assert len(moved) == 1
    assert "notes.html" in names
    assert any(re.fullmatch(r"notes-[0-9a-f]{16}\.html", name) for name in names)
    html = pages(linked["scorm12"])[moved[0]]
    assert f'data-url="{moved[0]}"' in html
    data = json.loads(
        re.search(r'id="_lms">(.*?)</script>', pages(linked["scorm12"])["index.html"])[1]
    )
    assert {lesson["url"] for lesson in data["lessons"]} <= names
    assert data["title"] == "L & <M>"


def test_nothing_of_the_site_around_the_course(pack):
    for page, html in pages(pack("scorm12")).items():
        for word in ("_open-search", "_search", "canonical", "answers/", "tagchip", "sitemap"):
            assert word not in html, (page, word)
