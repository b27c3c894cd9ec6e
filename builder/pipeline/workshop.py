"""Building workshop kits: for each plan a folder to teach from, and the same as one archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.model.urls import slug
from builder.pipeline.output import swapped, write_file_atomically
from builder.pipeline.package import FOLDER, stem
from builder.pipeline.project import Project
from builder.pipeline.site import sources_of
from builder.publish.archive import archive
from builder.publish.publisher import Source
from builder.publish.workshop import VERSIONS, kit_names, workshop_kit

NAME = "workshop"
_FIRST = "index.html"


@dataclass(frozen=True, slots=True)
class KitResult:
    """A written kit: its folder, its archive, how many files, how many of them pages, and the
    size of the archive in bytes."""

    folder: Path
    package: Path
    files: int
    pages: int
    size: int


def build_kits(
    project: Project, out: Path | None = None, versions: int = VERSIONS
) -> tuple[KitResult, ...]:
    """The kits of all plans of a course, below `out` (by default `dist/` in the course), with so
    many versions of each printed quiz. None where the course has no plans."""
    place = out or project.options.root / FOLDER
    source = Source(project.course, project.library, project.tree, project.options.root)
    return tuple(_build(project, source, name, place, versions) for name in kit_names(source))


def _build(project: Project, source: Source, name: str, place: Path, versions: int) -> KitResult:
    files = workshop_kit(source, name, versions).resolved()
    folder = place / NAME / slug(name)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with swapped(folder, sources=sources_of(project)) as staging:
        for path, data in files.items():
            target = staging / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    package = place / f"{stem(project.course, f'{NAME}-{slug(name)}')}.zip"
    data = archive(files, _FIRST)
    write_file_atomically(package, data)
    pages = sum(path.endswith(".html") for path in files)
    return KitResult(folder, package, len(files), pages, len(data))
