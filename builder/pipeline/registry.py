"""Giving slots to new parts of a course: `ids.yml` in the folder of lessons.

Nothing of this touches the site: only outputs for learning systems need the registry.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.check import check_ids
from builder.diagnostics import Report
from builder.model.registry import Known, Registry, renewed, unregistered, written
from builder.pipeline.output import write_file_atomically
from builder.pipeline.project import Project
from builder.publish.lms.kept import known
from builder.read.files import load
from builder.read.registry import read_registry

FILE = "ids.yml"


@dataclass(frozen=True, slots=True)
class Registered:
    """The registry with a slot for every part of the course.

    With errors in `report` nothing was written, and `registry` is what was there. `said` is what
    to tell the author, "" when nothing is new.
    """

    registry: Registry
    report: Report
    said: str = ""


def registry_path(project: Project) -> str:
    """Where the registry of a course lies, relative to the course root."""
    content = project.course.content
    return f"{content}/{FILE}" if content else FILE


def registered(project: Project, *, locked: bool = False) -> Registered:
    """Give a slot to every part of the course that has none, and write the registry.

    With `locked` nothing is written, and a part without a slot is an error. Raises `OutputError`
    when the file cannot be written.
    """
    read = current(project)
    now = known(read.registry, project.course, project.library)
    findings = check_ids(read.registry, project.course.id, now, locked=locked)
    report = Report([*read.report, *findings])
    fresh = list(unregistered(read.registry, now))
    if report.failed or not fresh:
        return Registered(read.registry, report)
    registry = renewed(read.registry, project.course.id, now)
    write_registry(project, registry)
    count = f"{len(fresh):,} new {'id' if len(fresh) == 1 else 'ids'}"
    said = f"Registered {count}: commit {registry.path} with the course."
    return Registered(registry, report, said)


def current(project: Project) -> Registered:
    """The registry as it lies there; an empty one when there is no file yet."""
    path = registry_path(project)
    if not os.path.lexists(project.options.root / path):
        return Registered(Registry(path), Report())
    loaded = load(project.options.root, path)
    result = read_registry(path, loaded.value)
    return Registered(result.value, Report([*loaded.findings, *result.findings]))


def write_registry(project: Project, registry: Registry) -> None:
    """Write the registry's file, whole or not at all. Raises `OutputError`."""
    file = project.options.root / registry.path
    write_file_atomically(file, written(registry).encode())


def compared(project: Project) -> Registered:
    """The registry as it lies there, with what was found, and in a few lines what is in it and
    what is new."""
    read = current(project)
    now = known(read.registry, project.course, project.library)
    findings = check_ids(read.registry, project.course.id, now)
    return replace(
        read,
        report=Report([*read.report, *findings]),
        said="\n".join(_told(read.registry, list(unregistered(read.registry, now)))),
    )


def _told(registry: Registry, fresh: list[Known]) -> Iterator[str]:
    live = registry.live()
    rest = len(registry.slots) - len(live)
    yield f"{registry.path}: {len(live):,} in use, {rest:,} of the past."
    for part in fresh:
        what = "changed" if (part.kind, part.id) in live else "new"
        yield f"  {what}: {part.kind} {part.id}"
    if fresh:
        yield "The next build for a learning system, or `coursewright ids update`, adds them."
