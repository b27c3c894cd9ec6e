"""Scripts and styles that only packages carry."""

from __future__ import annotations

from collections.abc import Iterable

from builder.publish.assets import lms_sheet, script
from builder.publish.bundle import Content

STYLES = ("assets/lms.css",)
"""What pages of a package load after the site's own sheets."""


def lms_scripts(name: str) -> tuple[str, ...]:
    """The addresses of the scripts of a kind of page."""
    return (f"assets/lms/{name}.js",)


def lms_files(names: Iterable[str]) -> dict[str, Content]:
    """The files of the scripts for these kinds of page, and the style."""
    files: dict[str, Content] = {STYLES[0]: lms_sheet()}
    files.update({f"assets/lms/{name}.js": script(f"lms/{name}") for name in names})
    return files
