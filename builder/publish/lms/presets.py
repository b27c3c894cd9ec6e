"""What differs between learning platforms; docs/lms.md gives the evidence for each difference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from posixpath import splitext

from builder.model.course import Exit

FRAME, POPUP = "frame", "popup"
_MEGA = 1_000_000
_USUAL = 50
"""Megabytes that most platforms take by default."""
_PROGRAMS = ".asp .aspx .cgi .htaccess .jsp .ph3 .php .php4 .php5 .phps .pl .py .rb .sh .shtml"
_SIMPLER = "it runs SCORM 2004 by the rules of the 3rd edition"
_TAKE_12 = "scorm12 is the safer choice there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """How packages are made for one platform.

    `exit` is what a finished course says when it is left. `window` is "popup" where a course asks
    for a window of its own. `largest` is what an upload may have, in megabytes; `refused` are
    endings of files that are not taken. `hidden` are buttons of the platform that would harm a
    record (SCORM 2004). `advice` is for the author, by output.
    """

    name: str
    title: str
    exit: Exit = Exit.SUSPEND
    window: str = FRAME
    largest: int = _USUAL
    refused: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    advice: Mapping[str, str] = field(default_factory=dict)

    def told(self, exit_: Exit | None) -> dict[str, str]:
        """What the page's script is told; the author's own choice of `exit` goes first."""
        return {"name": self.name, "exit": str(exit_ or self.exit), "window": self.window}

    def remarks(self, output: str, files: Iterable[str], size: int) -> Iterator[str]:
        """What to tell the author of a package with these files; `size` is in bytes."""
        if advice := self.advice.get(output):
            yield f"{self.title}: {advice}"
        if size > self.largest * _MEGA:
            yield f"{self.title} takes {self.largest} MB; this package has {size / _MEGA:.0f}"
        for path in files:
            name = path.rpartition("/")[2].lower()
            if self.refused and (splitext(name)[1] or name) in self.refused:
                yield f"{self.title} refuses packages with files such as {path}"


_ALL = (
    Preset(name="generic", title="Many platforms"),
    Preset(
        name="moodle",
        title="Moodle",
        advice={"scorm2004": f"its support for SCORM 2004 is partial; {_TAKE_12}"},
    ),
    Preset(name="canvas", title="Canvas"),
    Preset(name="blackboard", title="Blackboard"),
    Preset(
        name="brightspace",
        title="Brightspace",
        advice={"scorm2004": "upload it into the course: its repository takes no SCORM 2004"},
    ),
    Preset(
        name="cornerstone",
        title="Cornerstone",
        window=POPUP,
        largest=250,
        advice={"scorm2004": f"{_SIMPLER}; {_TAKE_12}"},
    ),
    Preset(name="successfactors", title="SuccessFactors", hidden=("abandon", "abandonAll")),
    Preset(
        name="docebo",
        title="Docebo",
        refused=tuple(_PROGRAMS.split()),
        advice={"scorm2004": f"{_SIMPLER}; {_TAKE_12}"},
    ),
    Preset(name="ilias", title="ILIAS"),
)
PRESETS = {preset.name: preset for preset in _ALL}
"""Every platform by the name an author types."""
