"""The kit as files to print, edit and send: PDF, PPTX, DOCX, ICS.

Each module here is a thin layer over one library of the extra `[kit]` and imports it when it is
called. `missing` tells which of them are not there; without them the kit is HTML, which prints
just as well from a browser.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

LIBRARIES = {
    "PDF": "weasyprint",
    "PPTX": "pptx",
    "DOCX": "docx",
    "ICS": "icalendar",
}
"""The library for each format, by the name it is imported by."""


@cache
def missing() -> tuple[str, ...]:
    """What cannot be made here, for example ("PDF", "PPTX")."""
    return tuple(form for form, library in LIBRARIES.items() if not _works(library))


def _works(library: str) -> bool:
    """Whether it can be imported: one of them needs a system library (Pango) beside it."""
    try:
        import_module(library)
    except (ImportError, OSError):
        return False
    return True
