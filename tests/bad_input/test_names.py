"""File names: what is told, and that every name that can exist is survived."""

from __future__ import annotations

import os

import pytest

from builder.model.urls import page_url

from .examine import GOOD, MODULE, examine, judge, lesson, supports, told, write

PEOPLE = "content/people"
OTHER = lesson().replace("id: trust-map", "id: other-map")
UNLISTED = {MODULE: "title: People\n"}

FINE = [
    "two words", "hash#tag", "100%", "it's", "caf\u00e9", "\u4fe1\u4efb", "\U0001f600", "UPPER",
    "dots.in.name", "-dash", "_under", "(brackets)", "[square]", "{curly}", "a&b", "a=b", "a+b",
    "a,b", "~tilde", "$dollar", "!bang", "\u0627\u0644\u062b\u0642\u0629", "0", "\u0130stanbul",
    "%20", "%2e%2e",
]  # fmt: skip


@pytest.mark.parametrize("stem", FINE, ids=ascii)
def test_odd_names_that_are_fine(stem, tmp_path):
    judge(write(tmp_path, {f"{PEOPLE}/{stem}.md": OTHER, **UNLISTED}), [])


ODD = {
    "why?": "unportable-name",
    'say "yes"': "unportable-name",
    "a:b": "unportable-name",
    "a*b": "unportable-name",
    "a|b": "unportable-name",
    "a<b>": "unportable-name",
    "back\\slash": "unportable-name",
    "right-to-left\u202egnp": "unportable-name",
    "zero\u200bwidth": "unportable-name",
    " blank-first": "unportable-name",
    "CON": "reserved-name",
    "nul": "reserved-name",
    "com1": "reserved-name",
    "Lpt9.notes": "reserved-name",
    "x" * 201: "long-name",
}


@pytest.mark.parametrize("stem", ODD, ids=lambda stem: ascii(stem)[:20])
def test_names_that_are_told(stem, tmp_path):
    path = f"{PEOPLE}/{stem}.md"
    judge(write(tmp_path, {path: OTHER, **UNLISTED}), [f"{path}:0 {ODD[stem]}"])


def test_a_name_of_248_bytes(tmp_path):
    stem = "\u4fe1" * 81 + "aa"
    path = f"{PEOPLE}/{stem}.md"
    judge(write(tmp_path, {path: OTHER, **UNLISTED}), [f"{path}:0 long-address"])


@pytest.mark.parametrize(
    "name", ["new\nline.md", "tab\there.md", "bell\x07.md", "escape\x1b[31m.md"]
)
def test_control_characters(name, tmp_path):
    write(tmp_path, {})
    (tmp_path / PEOPLE / name).write_text(OTHER)
    (found,) = examine(tmp_path)
    assert found.code == "refused-file"
    assert not any(ord(c) < 32 for c in found.span.path + found.message)


def test_a_name_that_is_no_utf_8(tmp_path):
    write(tmp_path, {})
    odd = os.fsencode(tmp_path / PEOPLE) + b"/caf\xe9.md"

    def make(_folder):
        os.close(os.open(odd, os.O_CREAT | os.O_WRONLY))

    if supports(make, tmp_path):
        (found,) = examine(tmp_path)
        assert (found.code, found.span.path) == ("refused-file", f"{PEOPLE}/caf\ufffd.md")
    else:
        assert told(examine(tmp_path)) == []


PAIRS = {
    "case": ("A", "a"),
    "number": ("01 Start", "01-start"),
    "unicode": ("caf\u00e9", "cafe\u0301"),
    "sharp-s": ("stra\u00dfe", "strasse"),
    "signs": ("what?", "what!"),
    "width": ("\uff21", "a"),
    "both-empty": ("?", "!"),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_names_that_become_one_page(pair, tmp_path):
    first, second = (f"{PEOPLE}/{stem}.md" for stem in PAIRS[pair])
    third = OTHER.replace("other-map", "third-map").replace(
        "title: Trust", "id: third\ntitle: Trust"
    )
    report = examine(write(tmp_path, {first: OTHER, second: third, **UNLISTED}))
    (found,) = [f for f in report if f.code == "address-collision"]
    assert {found.span.path, found.see[0][0].path} == {first, second}


def test_a_lesson_beside_a_folder_of_its_name_is_fine(tmp_path):
    files = {f"{PEOPLE}/a.md": OTHER, f"{PEOPLE}/a/index.md": "# A\n", **UNLISTED}
    assert (
        told(examine(write(tmp_path, files)))
        == [
            f"{PEOPLE}/a:0 unlisted-module",
            f"{PEOPLE}/a:0 empty-module",
        ][::-1]
    )


def test_readme_beside_index(tmp_path):
    files = {f"{PEOPLE}/index.md": "# A\n", f"{PEOPLE}/README.md": "# B\n"}
    judge(write(tmp_path, files), [f"{PEOPLE}/README.md:0 orphan-page"])


@pytest.mark.parametrize("path", ["content/404.md", "content/tags/index.md", "content/tags/new.md"])
def test_pages_of_the_builder(path, tmp_path):
    tagged = str(GOOD["content/people/trust.md"]).replace("---\n\n", "tags: [new]\n---\n\n")
    report = examine(write(tmp_path, {path: OTHER, "content/people/trust.md": tagged}))
    assert [f.span.path for f in report if f.code == "reserved-address"] == [path]


def test_a_course_of_odd_names_is_built(tmp_path, run):
    files = {MODULE: "title: People\n"}
    taken = set()
    for number, stem in enumerate(FINE):
        if page_url(f"{stem}.md") not in taken:
            text = OTHER.replace("other-map", f"map-{number}")
            files[f"{PEOPLE}/{stem}.md"] = text.replace(
                "title: Trust", f"id: odd-{number}\ntitle: Trust"
            )
        taken.add(page_url(f"{stem}.md"))
    root = write(tmp_path / "course", files)
    assert run("build", "site", "-C", root, "--jobs", "1").code == 0
    built = {path.relative_to(root / "site").as_posix() for path in (root / "site").rglob("*.html")}
    assert {page_url(path) for path in files if path.endswith(".md")} <= built
