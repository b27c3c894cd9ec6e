"""What the first bytes of an image file tell, without decoding the picture."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

# Atomic and possessive, or a head full of comments would take exponential time.
_SVG = re.compile(
    rb"(?>\s|<\?xml[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?>)*+<svg[\s>/]", re.DOTALL
)
_SVG_WITHIN = 4096
_GPS = 0x8825


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


def kind(data: bytes) -> str:
    """The type of an image by its content (`png`), "" for none that browsers show."""
    for name, magic, offset in _MAGIC:
        if data[offset : offset + len(magic)] == magic:
            return name
    head = data[:_SVG_WITHIN].removeprefix(b"\xef\xbb\xbf")
    return "svg" if _SVG.match(head) else ""


def size(data: bytes) -> Size | None:
    """The size a bitmap declares; None when it cannot be told. Never fails on cut-off data."""
    try:
        measure = _SIZES.get(kind(data))
        return measure(data) if measure else None
    except (struct.error, IndexError):
        return None


def has_location(data: bytes) -> bool:
    """Whether a photo's metadata holds the place where it was taken (JPEG, PNG, WebP)."""
    try:
        return any(_GPS in _tags(block) for block in _exif(data))
    except (struct.error, IndexError):
        return False


_MAGIC = (
    ("png", b"\x89PNG\r\n\x1a\n", 0),
    ("jpeg", b"\xff\xd8\xff", 0),
    ("gif", b"GIF87a", 0),
    ("gif", b"GIF89a", 0),
    ("webp", b"WEBP", 8),
    ("avif", b"ftypavif", 4),
    ("avif", b"ftypavis", 4),
    ("bmp", b"BM", 0),
    ("ico", b"\0\0\1\0", 0),
)


def _png_size(data: bytes) -> Size:
    return Size(*struct.unpack(">II", data[16:24]))


def _gif_size(data: bytes) -> Size:
    return Size(*struct.unpack("<HH", data[6:10]))


def _webp_size(data: bytes) -> Size | None:
    if data[12:16] != b"VP8X":
        return None
    width, height = (int.from_bytes(data[at : at + 3], "little") for at in (24, 27))
    return Size(width + 1, height + 1)


def _jpeg_size(data: bytes) -> Size | None:
    for marker, start, _ in _segments(data):
        # Start of frame, but for the tables that share its range of numbers.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[start + 1 : start + 5])
            return Size(width, height)
    return None


_SIZES: dict[str, Callable[[bytes], Size | None]] = {
    "png": _png_size,
    "gif": _gif_size,
    "webp": _webp_size,
    "jpeg": _jpeg_size,
}


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """The segments of a JPEG before its pixels: marker, start and end of the contents."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            return
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        yield marker, at + 4, at + 2 + length
        at += 2 + max(length, 2)


def _chunks(data: bytes, at: int, order: str) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG (big-endian, length first) or a WebP (little-endian, name first)."""
    while at + 8 <= len(data):
        first, second = data[at : at + 4], data[at + 4 : at + 8]
        name, raw = (second, first) if order == ">" else (first, second)
        (length,) = struct.unpack(f"{order}I", raw)
        yield name, data[at + 8 : at + 8 + length]
        at += 8 + length + (4 if order == ">" else length % 2)


def _exif(data: bytes) -> Iterator[bytes]:
    match kind(data):
        case "jpeg":
            for marker, start, end in _segments(data):
                if marker == 0xE1 and data[start : start + 6] == b"Exif\0\0":
                    yield data[start + 6 : end]
        case "png":
            yield from (block for name, block in _chunks(data, 8, ">") if name == b"eXIf")
        case "webp":
            found = (block for name, block in _chunks(data, 12, "<") if name == b"EXIF")
            yield from (block.removeprefix(b"Exif\0\0") for block in found)


def _tags(block: bytes) -> set[int]:
    """The numbers of the entries in the first directory of a TIFF block."""
    order = "<" if block[:2] == b"II" else ">"
    (at,) = struct.unpack(f"{order}I", block[4:8])
    (count,) = struct.unpack(f"{order}H", block[at : at + 2])
    starts = range(at + 2, min(at + 2 + 12 * count, len(block) - 1), 12)
    return {struct.unpack(f"{order}H", block[start : start + 2])[0] for start in starts}
