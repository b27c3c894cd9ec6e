"""Packages of a few courses, each built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from builder.pipeline import Options, load
from builder.pipeline.package import Packer

ROOT = Path(__file__).resolve().parents[3]
Pack = Callable[..., Path]


@pytest.fixture(scope="session")
def pack(tmp_path_factory) -> Pack:
    """Builds a package of the shipped course, or of a copy with other files; remembers it."""
    known: dict[tuple[object, ...], Path] = {}

    def packed(name: str, files: Mapping[str, str] | None = None, **options: object) -> Path:
        key = (name, tuple(sorted((files or {}).items())), tuple(sorted(options.items())))
        if key not in known:
            root = ROOT
            if files:
                root = tmp_path_factory.mktemp("course")
                for part in ("content", "quizzes"):
                    shutil.copytree(ROOT / part, root / part)
                for path, text in files.items():
                    (root / path).write_text(text, "utf-8")
            project = load(Options(root, jobs=1))
            assert not project.report.failed, list(project.report)
            out = tmp_path_factory.mktemp("dist")
            packer = Packer(project, locked=root is ROOT, **options)
            assert not packer.registered.report.failed, list(packer.registered.report)
            known[key] = packer.pack(name, out).path
        return known[key]

    return packed


def read(package: Path, path: str) -> bytes:
    with ZipFile(package) as files:
        return files.read(path)


COURSE = (ROOT / "content/course.yml").read_text("utf-8")
MODULES = {"content/course.yml": COURSE + "lms:\n  multi_sco: module\n  date: 2026-11-25\n"}
