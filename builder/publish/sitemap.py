"""The list of pages that search engines read. It carries no dates: a build knows none."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(url: str, pages: Iterable[str]) -> bytes:
    """A sitemap of `pages` (relative to the site's root) of the site at `url`."""
    base = url.rstrip("/")
    rows = (f"<url><loc>{escape(f'{base}/{quote(page)}')}</loc></url>\n" for page in sorted(pages))
    return f"{_HEAD}{''.join(rows)}</urlset>\n".encode()
