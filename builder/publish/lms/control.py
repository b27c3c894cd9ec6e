"""The control documents that travel with a SCORM manifest.

Conformance checkers refuse a SCORM 2004 package without them, and SCORM 1.2 asks for them, too.
They are schemas of our own, for the part of the formats that our manifests use; a test holds them
against the official ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "control"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def control(version: str) -> dict[str, Path]:
    """The documents for "scorm12" or "scorm2004", by their place in the package."""
    return {path.name: path for path in sorted((_FOLDER / version).iterdir())}


def named(namespaces: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The attributes of a manifest that name its namespaces and their documents; `namespaces`
    are by prefix, "" for the default one."""
    pairs = {f"xmlns:{prefix}".rstrip(":"): space for prefix, (space, _) in namespaces.items()}
    places = " ".join(f"{space} {file}" for space, file in namespaces.values())
    return {**pairs, "xmlns:xsi": _INSTANCE, "xsi:schemaLocation": places}
