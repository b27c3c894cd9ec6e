"""The control documents that travel with a SCORM 2004 manifest.

Conformance checkers refuse a package without them. They are schemas of our own, for the part of
the format that our manifests use; a test holds them against the official ones.
"""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "control"


def control_2004() -> dict[str, Path]:
    """The documents by their place in the package."""
    return {path.name: path for path in sorted((_FOLDER / "scorm2004").iterdir())}
