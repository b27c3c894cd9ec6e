"""A plain shell around the lessons of a package."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from builder.render.html import json_script
from builder.render.site import SiteRenderer


def shell(renderer: SiteRenderer, url: str, data: Mapping[str, Any]) -> str:
    """The page that holds the lessons; `data` is the map of the part."""
    return renderer.packed_page(
        "lms/placeholder.html",
        url,
        "shell",
        ("course_home", "course_home"),
        title=data["title"],
        data=data,
        packed=json_script(data),
    )
