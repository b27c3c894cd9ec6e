"""Building workshop kits: for each plan a folder to teach from, and the same as one archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from builder.model.urls import slug
from builder.pipeline.cache import recall, remember
from builder.pipeline.make import made
from builder.pipeline.output import swapped, write_file_atomically
from builder.pipeline.package import FOLDER, stem
from builder.pipeline.project import Project
from builder.pipeline.site import sources_of
from builder.publish.archive import archive
from builder.publish.bundle import Bundle, Recipe
from builder.publish.files.kit import A4
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
    project: Project, out: Path | None = None, versions: int = VERSIONS, paper: str = A4
) -> tuple[KitResult, ...]:
    """The kits of all plans of a course, below `out` (by default `dist/` in the course), with so
    many versions of each printed quiz, PDFs on `paper`. None where the course has no plans."""
    place = out or project.options.root / FOLDER
    source = Source(project.course, project.library, project.tree, project.options.root)
    kits = {name: workshop_kit(source, name, versions, paper) for name in kit_names(source)}
    maker = _Maker(project)
    results = tuple(_write(project, maker.files(kits[name]), name, place) for name in kits)
    maker.remember()
    return results


class _Maker:
    """Makes the files of kits. What the last run made of the same is not made again: a PDF takes
    as long as a hundred pages."""

    def __init__(self, project: Project) -> None:
        self._options = project.options
        self._known = recall(self._options.root, NAME) if self._options.cache else {}
        self._used: dict[str, bytes] = {}

    def files(self, bundle: Bundle) -> dict[str, bytes]:
        """Every file of a kit."""
        keys = {path: c.key.hex() for path, c in bundle.files.items() if isinstance(c, Recipe)}
        found = {path: self._known[key] for path, key in keys.items() if key in self._known}
        fresh = {path: c for path, c in bundle.files.items() if path not in found}
        for path, content in made(fresh, self._options):
            found[path] = content if isinstance(content, bytes) else content.read_bytes()
        self._used.update({key: found[path] for path, key in keys.items()})
        return found

    def remember(self) -> None:
        """Keep what was made for the next run."""
        if self._options.cache and self._used.keys() != self._known.keys():
            remember(self._options.root, NAME, self._used)


def _write(project: Project, files: Mapping[str, bytes], name: str, place: Path) -> KitResult:
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
