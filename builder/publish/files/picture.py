"""Drawings as pixels, for office programs that do not take SVG.

Letters are drawn with the site's own text face, so that the picture is the same on a machine
with other fonts, or with none.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

_FACE = Path(__file__).resolve().parents[2] / "web" / "fonts" / "text.woff2"
_FAMILY = "Literata"


def png(drawing: bytes, width: int) -> bytes:
    """An SVG drawing as a PNG, `width` pixels wide. Raises ValueError for what is no SVG."""
    from resvg_py import svg_to_bytes

    with TemporaryDirectory() as folder:
        face = Path(folder, "text.ttf")
        face.write_bytes(_unpacked())
        return bytes(
            svg_to_bytes(
                svg_string=drawing.decode(),
                width=width,
                skip_system_fonts=True,
                font_files=[str(face)],
                font_family=_FAMILY,
                sans_serif_family=_FAMILY,
            )
        )


@cache
def _unpacked() -> bytes:
    """The face without the compression that only browsers read."""
    from fontTools.ttLib import TTFont

    font = TTFont(_FACE, recalcTimestamp=False)
    font.flavor = None
    plain = BytesIO()
    font.save(plain)
    return plain.getvalue()
