"""Building a package: one archive, whole or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from builder.model.urls import slug
from builder.pipeline.make import made
from builder.pipeline.output import write_file_atomically
from builder.pipeline.project import Project
from builder.publish.archive import archive
from builder.publish.bundle import Recipe
from builder.publish.outputs import Outputs
from builder.publish.publisher import Publisher, Source

FOLDER = "dist"
_UNSAFE = re.compile(r"[^A-Za-z0-9.+-]+")


@dataclass(frozen=True, slots=True)
class Packed:
    """A written package: its place, its size in bytes, how many files it holds, its SHA-256."""

    path: Path
    size: int
    files: int
    digest: str


class Packer:
    """Writes the packages of one course. What two of them have in common is made once."""

    def __init__(self, project: Project, preset: str = "generic") -> None:
        self.project = project
        source = Source(project.course, project.library, project.tree, project.options.root)
        self.outputs = Outputs(source, preset)
        self._made: dict[bytes, bytes] = {}

    def pack(self, name: str, folder: Path | None = None) -> Packed:
        """Build one package into `folder`, by default `dist/` in the course."""
        publisher = self.outputs.publisher(name)
        target = (folder or self.project.options.root / FOLDER) / self._file_name(name)
        files = self._files(publisher)
        data = archive(files, publisher.first)
        write_file_atomically(target, data)
        return Packed(target, len(data), len(files), sha256(data).hexdigest())

    def _file_name(self, name: str) -> str:
        course = self.project.course
        version = "".join(
            c if c.isascii() and (c.isalnum() or c in ".-") else "-" for c in course.version
        )
        return "-".join(filter(None, (slug(course.id), version, name))) + ".zip"

    def _files(self, publisher: Publisher) -> dict[str, bytes]:
        bundle = publisher.bundle()
        known = {
            path: self._made[content.key]
            for path, content in bundle.files.items()
            if isinstance(content, Recipe) and content.key in self._made
        }
        fresh = {path: content for path, content in bundle.files.items() if path not in known}
        for path, content in made(fresh, self.project.options):
            known[path] = content if isinstance(content, bytes) else content.read_bytes()
            recipe = fresh[path]
            if isinstance(recipe, Recipe):
                self._made[recipe.key] = known[path]
        return known
