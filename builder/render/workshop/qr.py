"""QR codes: the way from a sheet of paper to a lesson on the web."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from builder.render.html import trusted


@cache
def qr(url: str, title: str) -> Markup:
    """The code of an address as an inline drawing; nothing without an address, or without the
    library that is part of the extra `[kit]`."""
    try:
        import segno
    except ImportError:
        return Markup()
    if not url:
        return Markup()
    code = segno.make(url, error="m", micro=False)
    drawing = code.svg_inline(scale=4, border=2, svgclass="qr", lineclass=None, title=title)
    return trusted(drawing)
