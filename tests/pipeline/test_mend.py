"""Missing ids are written into the author's files, and a page knows every file it draws from."""

from __future__ import annotations

import pytest

from builder.diagnostics import Failure
from builder.pipeline import Options, load, site_bundle
from builder.pipeline.mend import missing_ids, write_missing_ids

LESSON = "---\ntitle: {0}\nobjectives:\n  - Draw a map\n---\n\n## One\n\nText.\n"
QUESTION = "  - type: true-false\n    prompt: {0}\n    answer: true\n    feedback: So it is.\n"
DRAWING = "draw:\n  - from: banks/b\n    count: 1\n"


@pytest.fixture
def root(folder):
    return folder(
        {
            "content/course.yml": "id: c\ntitle: C\nmodules: [m]\n",
            "content/m/module.yml": "title: M\nlessons: [a, b]\n",
            "content/m/a.md": LESSON.format("A"),
            "content/m/b.md": LESSON.format("B"),
            "quizzes/a.yml": "questions:\n" + QUESTION.format("Water is wet"),
            "quizzes/banks/b.yml": "questions:\n" + QUESTION.format("Ice is cold"),
            "quizzes/b.yml": DRAWING,
        }
    )


def read(root):
    return load(Options(root=root, jobs=1, cache=False))


def test_every_missing_id_is_written_once(root):
    added = write_missing_ids(read(root))
    assert [(a.span.path, a.span.line, a.text) for a in added] == [
        ("content/m/a.md", 4, "id: draw-a-map"),
        ("content/m/b.md", 4, "id: draw-a-map"),
        ("quizzes/a.yml", 2, "id: water-is-wet"),
        ("quizzes/banks/b.yml", 2, "id: ice-is-cold"),
    ]
    assert "  - draw-a-map: Draw a map\n" in (root / "content/m/a.md").read_text("utf-8")
    assert write_missing_ids(read(root)) == ()


def test_nothing_is_written_by_looking(root):
    before = {p: p.read_bytes() for p in root.rglob("*") if p.is_file()}
    assert len(list(missing_ids(read(root)))) == 4
    assert {p: p.read_bytes() for p in root.rglob("*") if p.is_file()} == before


def test_rights_stay_and_nothing_is_left_beside(root):
    (root / "quizzes/a.yml").chmod(0o640)
    write_missing_ids(read(root))
    assert (root / "quizzes/a.yml").stat().st_mode & 0o777 == 0o640
    assert sorted(p.name for p in (root / "quizzes").iterdir()) == ["a.yml", "b.yml", "banks"]


def test_a_file_that_cannot_be_written_is_named(root, monkeypatch):
    from pathlib import Path

    def refuse(self, data):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(Failure, match="cannot be written: Permission denied"):
        write_missing_ids(read(root))


def keys(root):
    files = site_bundle(read(root)).files
    return {path: files[path].key for path in ("m/a.html", "m/b.html")}


def test_a_page_is_made_anew_when_a_bank_changes_and_no_other_is(root):
    before = keys(root)
    bank = root / "quizzes/banks/b.yml"
    bank.write_text(bank.read_text("utf-8").replace("Ice", "Snow"), "utf-8")
    after = keys(root)
    assert before["m/a.html"] == after["m/a.html"]
    assert before["m/b.html"] != after["m/b.html"]


def test_drawn_questions_are_on_the_page(root):
    files = site_bundle(read(root)).files
    assert b"Ice is cold" in files["m/b.html"].make()
    assert b"Ice is cold" not in files["m/a.html"].make()
