"""What differs between learning platforms; docs/lms.md gives the evidence for each difference."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """How a package behaves in one platform.

    `exit` is what a finished course says when it is left ("suspend" keeps the record open for
    another look, "normal" closes the attempt). `window` is "frame" where the platform shows the
    course in its own page and "popup" where it opens a window. `limit` is how many characters of
    saved state the platform takes in SCORM 1.2.
    """

    name: str
    exit: str = "suspend"
    window: str = "frame"
    limit: int = 4096

    def told(self) -> dict[str, str | int]:
        """What the page's script is told."""
        return {"name": self.name, "exit": self.exit, "window": self.window, "limit": self.limit}


PRESETS = {"generic": Preset(name="generic")}
