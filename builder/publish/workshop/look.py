"""Styles, scripts and fonts of a kit, below its `assets/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from builder.publish.assets import LAYERS, WEB, slim, tokens
from builder.publish.web_script import join

SHEETS = {
    "kit.css": (
        "base",
        "shell",
        "text",
        "boxes",
        "code",
        "workshop/kit",
        "workshop/doc",
        "workshop/sheet",
        "workshop/paper",
    ),
    "slides.css": ("workshop/slides",),
    "live.css": ("workshop/live",),
}
SCRIPTS = ("deck", "live", "sheet")


def kit_assets(overrides: Path | None = None) -> dict[str, bytes | Path]:
    """The files by path. `overrides` is the course's own folder: its tokens and its icon hold
    here as on the site."""
    files: dict[str, bytes | Path] = {f"assets/{name}": _sheet(name, overrides) for name in SHEETS}
    files.update({f"assets/{name}.js": _script(name) for name in SCRIPTS})
    files.update({f"assets/fonts/{font.name}": font for font in sorted((WEB / "fonts").iterdir())})
    own = overrides / "icon.svg" if overrides else None
    files["assets/icon.svg"] = own if own and own.is_file() else WEB / "icon.svg"
    return files


def _sheet(name: str, overrides: Path | None) -> bytes:
    text = LAYERS + (tokens(overrides) if name == "kit.css" else "")
    text += "".join((WEB / "styles" / f"{part}.css").read_text("utf-8") for part in SHEETS[name])
    return slim(text).encode()


@cache
def _script(name: str) -> bytes:
    return join(str(WEB / "entries" / "kit" / f"{name}.js"))
