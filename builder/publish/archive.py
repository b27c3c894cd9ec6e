"""A zip archive whose bytes depend on its files alone.

Learning platforms unpack with everything from Java to PHP, so the archive uses the oldest common
ground: deflate, plain names, no extra fields, no data descriptors, no 64-bit records. The time of
each file is the earliest a zip can hold; whoever unpacks it needs no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3
_LEVEL = 9


def archive(files: Mapping[str, bytes], first: str) -> bytes:
    """The archive of all files by path; `first` is its first entry, the rest are sorted.

    Raises ValueError for a path that is not plain ASCII.
    """
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, allowZip64=False, compresslevel=_LEVEL) as packed:
        for path in sorted(files, key=lambda path: (path != first, path)):
            if not path.isascii():
                raise ValueError(f"{path!r} is no name for a file in a package")
            packed.writestr(_entry(path), files[path])
    return buffer.getvalue()


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(path, _EPOCH)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry
