"""A folder that nobody wrote for this builder becomes a course, and stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from generate import STYLES, generate

from builder.model.urls import page_url


def lessons(root: Path) -> list[str]:
    """Every Markdown file in sight, relative to the folder."""
    found = (
        p.relative_to(root) for p in root.rglob("*") if p.suffix.lower() in (".md", ".markdown")
    )
    return sorted(p.as_posix() for p in found if not any(part.startswith(".") for part in p.parts))


def state(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        p.relative_to(root).as_posix(): (p.read_bytes(), p.stat().st_mtime_ns)
        for p in root.rglob("*")
        if p.is_file()
    }


def pages(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    root = tmp_path_factory.mktemp("foreign") / "Notes of mine"
    generate(root)
    return root


def test_there_are_enough_lessons_of_many_styles(foreign):
    assert len(lessons(foreign)) >= 50
    assert len(STYLES) >= 10


@pytest.mark.slow
def test_a_foreign_folder_builds_untouched(foreign, tmp_path, run):
    before = state(foreign)
    ran = run("build", "-C", foreign, "--out", tmp_path / "site")
    assert ran.code == 0, ran.out + ran.err
    assert " error" not in ran.out
    missing = [p for p in lessons(foreign) if not (tmp_path / "site" / page_url(p)).is_file()]
    assert not missing
    assert state(foreign) == before


@pytest.mark.slow
def test_every_style_builds_alone(foreign, tmp_path, run):
    for style in STYLES:
        ran = run("build", "-C", foreign / style, "--out", tmp_path / style)
        assert ran.code == 0, ran.out + ran.err
        for path in lessons(foreign / style):
            assert (tmp_path / style / page_url(path)).is_file(), f"{style}: {path}"


@pytest.mark.slow
def test_adopting_changes_no_page(tmp_path, run):
    root = tmp_path / "Notes of mine"
    generate(root, seed=2)
    before = state(root)
    assert run("build", "-C", root, "--out", tmp_path / "before").code == 0
    shown = run("adopt", root, "--dry-run")
    assert shown.code == 0
    assert state(root) == before
    ran = run("adopt", root)
    assert ran.code == 0, ran.err
    after = state(root)
    added = set(after) - set(before)
    assert {Path(path).name for path in added} == {"course.yml", "module.yml"}
    assert all(f"--- {path}\n" in shown.out for path in added)
    assert {path: after[path] for path in before} == before
    ran = run("build", "-C", root, "--out", tmp_path / "after")
    assert ran.code == 0, ran.out + ran.err
    assert pages(tmp_path / "after") == pages(tmp_path / "before")


def test_the_same_seed_writes_the_same_files(tmp_path):
    generate(tmp_path / "a", 5)
    generate(tmp_path / "b", 5)
    first, second = pages(tmp_path / "a"), pages(tmp_path / "b")
    assert first == second
