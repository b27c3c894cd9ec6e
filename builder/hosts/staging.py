"""The site inside another engine's own frame: stage the pages, run the engine, swap."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from builder.pipeline import Project, SiteResult, site_bundle
from builder.pipeline.make import write
from builder.pipeline.output import swapped
from builder.pipeline.site import DEFAULT, sources_of
from builder.publish.staged import staged

_FOLDER = ".project"
BUILT = "site"
"""Where, in the staged project, the engine puts what it builds."""


def build_staged(project: Project, target: Path, run: Callable[[Path], None]) -> SiteResult:
    """Stage the course's pages in a folder, call `run` on it and take what is in its `site`."""
    start = time.perf_counter()
    bundle = site_bundle(project)
    with swapped(
        target, sources=sources_of(project), replace_any=target.name == DEFAULT
    ) as staging:
        folder = staging / _FOLDER
        write(staged(project.course, bundle).files, folder, project.options)
        run(folder)
        for built in sorted((folder / BUILT).iterdir()):
            built.rename(staging / built.name)
        shutil.rmtree(folder)
    pages = sum(path.endswith(".html") for path in bundle.files)
    return SiteResult(target, pages, pages, time.perf_counter() - start)
