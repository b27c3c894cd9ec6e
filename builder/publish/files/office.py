"""Making a file of an office program the same bytes every time.

PPTX and DOCX are zip archives. The libraries stamp them with the time of writing and order them
as it comes.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST = "[Content_Types].xml"
_STAMP = (1980, 1, 1, 0, 0, 0)
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - the formats hold a date without a zone


def described(properties: Any, title: str, author: str, language: str) -> None:
    """Fill in the core properties: what the file is, and dates that say nothing."""
    properties.title, properties.author, properties.language = title, author, language
    properties.last_modified_by = author
    properties.created = properties.modified = _MADE
    properties.revision = 1


def steady(data: bytes) -> bytes:
    """The archive with its entries in order and stamped alike."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _STAMP)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            entry.external_attr = 0o644 << 16
            new.writestr(entry, old.read(name))
    return target.getvalue()
