"""HTML as a value: what may go onto a page as it is."""

from __future__ import annotations

from markupsafe import Markup


def trusted(html: str) -> Markup:
    """HTML made by this package or written by the course's author, who owns the site."""
    return Markup(html)  # noqa: S704 - the one place where a string becomes markup


def escaped(text: str) -> str:
    """Text for use between tags; quotes stay as they are, they only matter in attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
