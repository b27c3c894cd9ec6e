"""Scripts and styles that only packages carry. While a package's own script is not there, the
site's scripts serve in its place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from builder.publish.assets import WEB, lms_sheet, script
from builder.publish.bundle import Content

_STYLE = "assets/lms.css"
_SITES = {"lesson": ("course", "lesson"), "au": ("course", "lesson"), "notes": ("course", "notes")}


@cache
def _has(name: str) -> bool:
    return (WEB / "entries" / "lms" / f"{name}.js").is_file()


def lms_styles() -> tuple[str, ...]:
    """The sheets that pages of a package load after the others."""
    return (_STYLE,) if (WEB / "styles" / "lms.css").is_file() else ()


def lms_scripts(name: str) -> tuple[str, ...]:
    """The addresses of the scripts of a kind of page."""
    if _has(name):
        return (f"assets/lms/{name}.js",)
    return tuple(f"assets/{part}.js" for part in _SITES.get(name, ()))


def lms_files(names: Iterable[str]) -> dict[str, Content]:
    """The files of scripts of these kinds, and the style."""
    files: dict[str, Content] = {}
    for name in names:
        for path in lms_scripts(name):
            files[path] = script(path.removeprefix("assets/").removesuffix(".js"))
    if lms_styles():
        files[_STYLE] = lms_sheet()
    return files
