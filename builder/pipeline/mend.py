"""Writing what can be written without asking into the author's files: ids, so far."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from builder.diagnostics import Failure
from builder.pipeline.project import Project
from builder.read.files import load
from builder.read.missing_ids import Addition, Named, name_objectives, name_questions


def missing_ids(project: Project) -> Iterator[tuple[str, Named]]:
    """Every file of the course that lacks ids, by path, with its text as it should be."""
    course, root = project.course, project.options.root
    work = [(quiz.path, name_questions) for quiz in course.quizzes]
    work += [(entry.path, name_objectives) for _, entry in course.lessons()]
    for path, name in sorted(work, key=lambda pair: pair[0]):
        loaded = load(root, path)
        named = name(path, loaded.value)
        if named.added and not loaded.findings:
            yield path, named


def write_missing_ids(project: Project) -> tuple[Addition, ...]:
    """Write missing ids into the author's files, each file as a whole or not at all.

    Returns what was added. Raises `Failure` when a file cannot be written.
    """
    added: list[Addition] = []
    for path, named in missing_ids(project):
        _replace(project.options.root / path, named.data)
        added += named.added
    return tuple(added)


def _replace(file: Path, data: bytes) -> None:
    """Put new bytes in the place of a file's, with its rights."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        fresh.write_bytes(data)
        fresh.chmod(file.stat().st_mode & 0o777)
        fresh.replace(file)
    except OSError as problem:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise Failure(f"{file} cannot be written: {problem.strerror}") from problem
