"""HTML made for one page and shown on another."""

from __future__ import annotations

import re
from posixpath import dirname

from markupsafe import Markup

from builder.model.urls import relative
from builder.render.html import trusted

_ADDRESS = re.compile(r'(<[^<>]*?\s(?:href|src)=")([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def moved(html: str, page: str, here: str) -> Markup:
    """`html`, whose addresses are as the page at `page` writes them, for the page at `here`; both
    relative to the site's root."""
    back = relative(page, here)
    folder = dirname(back)

    def there(match: re.Match[str]) -> str:
        target = match[2]
        if not target or _ELSEWHERE.match(target):
            return match[0]
        way = f"{back}{target}" if target.startswith("#") else f"{folder}/{target}"
        return f'{match[1]}{way}"'

    return trusted(_ADDRESS.sub(there, html))
