"""Programs that make or show the site. Each is imported only when it is used."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.pipeline import Options, Project, SiteResult


def build_site(project: Project, target: Path, engine: str = "mkdocs") -> SiteResult:
    """Build the site of a read course without errors into `target`.

    Raises `Failure` when the output cannot be written or the engine is missing; the old site is
    untouched then.
    """
    if engine == "zensical":
        from builder.hosts.zensical_host import build_with_zensical

        return build_with_zensical(project, target)
    from builder.hosts.mkdocs_host import build_with_mkdocs

    return build_with_mkdocs(project, target)


def serve(options: Options, *, port: int = 8000, open_browser: bool = False) -> None:
    """Show the course in a browser until interrupted; see `hosts.preview`."""
    from builder.hosts.preview.start import serve as preview

    preview(options, port=port, open_browser=open_browser)
