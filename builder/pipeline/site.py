"""Building the site of a course into a folder, whole or not at all, and only what changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from builder.pipeline.cache import Memory, recall, remember
from builder.pipeline.make import made, remembered, unchanged, write
from builder.pipeline.output import swapped
from builder.pipeline.project import Project
from builder.publish.bundle import Bundle, Content
from builder.publish.site import site

DEFAULT = "site"


@dataclass(frozen=True, slots=True)
class SiteResult:
    """A built site: where it is, how many pages it has, how many of them were made now, and
    how long the build took in seconds of wall time."""

    path: Path
    pages: int
    rebuilt: int
    seconds: float


@dataclass(frozen=True, slots=True)
class SiteBuild:
    """A site on its way into `staging`. `kept` are the files of the last build to take over."""

    project: Project
    bundle: Bundle
    staging: Path
    kept: dict[str, str]

    def files(self) -> Iterator[tuple[str, bytes | Path]]:
        """Every file that is not kept, made now."""
        return made(self._fresh(), self.project.options)

    def write(self) -> None:
        """Make every file that is not kept, and write it."""
        write(self._fresh(), self.staging, self.project.options)

    def _fresh(self) -> dict[str, Content]:
        return {p: c for p, c in self.bundle.files.items() if p not in self.kept}

    def result(self, target: Path, seconds: float) -> SiteResult:
        """What to say of this build."""
        pages = [path for path in self.bundle.files if path.endswith(".html")]
        rebuilt = sum(path not in self.kept for path in pages)
        return SiteResult(target, len(pages), rebuilt, seconds)


def sources_of(project: Project) -> list[Path]:
    """The author's folders, which no output may take the place of."""
    names = (project.tree.content, project.tree.quizzes)
    return [project.options.root / name for name in names if name]


def site_bundle(project: Project) -> Bundle:
    """The site of a read course, as data."""
    return site(project.course, project.library, project.tree, project.options.root)


@contextmanager
def building(
    project: Project, target: Path, bundle: Bundle | None = None, *, keep: bool = True
) -> Iterator[SiteBuild]:
    """A build whose output takes the place of `target` when the block succeeds.

    `keep` allows to take over unchanged files of the last build; hosts switch it off when
    something else than recipes has a say in what pages contain.
    """
    bundle = bundle or site_bundle(project)
    options = project.options
    what = f"written to {target.resolve()}"
    written = recall(options.root, what) if keep and options.cache else Memory()
    with swapped(
        target, sources=sources_of(project), replace_any=target.name == DEFAULT
    ) as staging:
        build = SiteBuild(project, bundle, staging, unchanged(bundle, target, written))
        yield build
        _take_over(build)
    if keep and options.cache:
        now = remembered(bundle, target, {path: written[path] for path in build.kept})
        if now != written:
            remember(options.root, what, now, written)


def _take_over(build: SiteBuild) -> None:
    """Unchanged pages move on as hard links; where the disk has none, as copies."""
    made_folders: set[str] = set()
    for path, old in build.kept.items():
        new = f"{build.staging}/{path}"
        folder = os.path.dirname(new)  # noqa: PTH120 - once for every page of the course
        if folder not in made_folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103
            made_folders.add(folder)
        try:
            os.link(old, new)
        except OSError:
            shutil.copy2(old, new)
