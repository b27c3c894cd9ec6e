"""Building a package: one archive, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from builder.check.package import check_package
from builder.check.package.codes import LARGE
from builder.diagnostics import Failure, Level
from builder.model.course import Course
from builder.model.urls import slug
from builder.pipeline.make import made
from builder.pipeline.output import write_file_atomically
from builder.pipeline.project import Project
from builder.pipeline.registry import Registered, registered
from builder.publish.archive import archive
from builder.publish.bundle import Content, Recipe
from builder.publish.outputs import Outputs
from builder.publish.publisher import Publisher, Source
from builder.read.package import read_archive

FOLDER = "dist"
_UNSAFE = re.compile(r"[^A-Za-z0-9.+-]+")


class Unsound(RuntimeError):  # noqa: N818 - what the package is, not the exception
    """A package breaks a rule of its format: a mistake in the builder."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A written package: its place, its size in bytes, how many files it holds, its SHA-256.

    `state` is how many characters a learner's saved state takes at most and `room` how many there
    are; both 0 where there is room for any. `remarks` are about the package, not about a mistake.
    """

    path: Path
    size: int
    files: int
    digest: str
    state: int
    room: int
    remarks: tuple[str, ...]


def stem(course: Course, name: str) -> str:
    """What a file made of a course is called: the course's id, its version, and what it is."""
    title = _UNSAFE.sub("-", slug(course.id)).strip("-") or "course"
    version = _UNSAFE.sub("-", course.version).strip("-")
    return "-".join(filter(None, (title, version, name)))


class Packer:
    """Writes the packages of one course. What two of them have in common is made once."""

    def __init__(self, project: Project, preset: str = "generic", *, locked: bool = False) -> None:
        self.project = project
        self._preset = preset
        self._locked = locked
        self._made: dict[bytes, bytes] = {}

    @cached_property
    def registered(self) -> Registered:
        """Where learners' records keep the course's parts; see its report before packing."""
        return registered(self.project, locked=self._locked)

    @cached_property
    def _outputs(self) -> Outputs:
        project = self.project
        source = Source(project.course, project.library, project.tree, project.options.root)
        return Outputs(source, self.registered.registry, self._preset)

    def pack(self, name: str, folder: Path | None = None) -> Packed:
        """Build one package into `folder`, by default `dist/` in the course.

        Raises `Failure` for a course without lessons, and when what learners do would not fit
        into the platform's record.
        """
        if not any(module.lessons for module in self.project.course.modules):
            raise Failure("there is no lesson to pack", "write one: a Markdown file in content/")
        publisher = self._outputs.publisher(name)
        state, room = publisher.state()
        if state > room:
            raise _no_room(name, state, room)
        files = self._files(publisher)
        data = archive(files, publisher.first)
        preset = self._outputs.preset
        remarks = (*_examined(data), *preset.remarks(name, files, len(data)))
        target = self._target(name, "zip", folder)
        write_file_atomically(target, data)
        digest = sha256(data).hexdigest()
        return Packed(target, len(data), len(files), digest, state, room, remarks)

    def structure(self, base: str, folder: Path | None = None) -> Path:
        """Write a bare `cmi5.xml` whose pages lie on a server below the address `base`."""
        target = self._target("cmi5", "xml", folder)
        write_file_atomically(target, self._outputs.cmi5.structure(base))
        return target

    def _target(self, name: str, ending: str, folder: Path | None) -> Path:
        file = f"{stem(self.project.course, name)}.{ending}"
        return (folder or self.project.options.root / FOLDER) / file

    def _files(self, publisher: Publisher) -> dict[str, bytes]:
        bundle = publisher.bundle()
        files = {path: self._known(content) for path, content in bundle.files.items()}
        fresh = {path: bundle.files[path] for path, data in files.items() if data is None}
        for path, content in made(fresh, self.project.options):
            files[path] = content if isinstance(content, bytes) else content.read_bytes()
        self._keep(fresh, files)
        return {path: data for path, data in files.items() if data is not None}

    def _known(self, content: Content) -> bytes | None:
        return self._made.get(content.key) if isinstance(content, Recipe) else None

    def _keep(self, fresh: Mapping[str, Content], files: Mapping[str, bytes | None]) -> None:
        for path, content in fresh.items():
            data = files[path]
            if isinstance(content, Recipe) and data is not None:
                self._made[content.key] = data


def _examined(data: bytes) -> tuple[str, ...]:
    """What there is to remark of a package. Raises `Unsound` for one that breaks a rule."""
    result = read_archive(data)
    found = [*result.findings, *check_package(result.value)]
    wrong = [f"{f.span}: {f.message}" for f in found if f.level is Level.ERROR]
    if wrong:
        raise Unsound("; ".join(wrong[:5]))
    return tuple(f"{f.message} ({f.code})" for f in found if f.code != LARGE.name)


def _no_room(name: str, state: int, room: int) -> Failure:
    return Failure(
        f"{name}: what learners do may take {state:,} characters; platforms keep {room:,}",
        "divide the course with `lms: multi_sco: module`, or make it two courses",
    )
