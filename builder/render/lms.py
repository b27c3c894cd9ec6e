"""The page that a learning platform starts: contents, the lesson in a frame, the way out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from builder.render.html import json_script
from builder.render.site import SiteRenderer

UNFOLDED = 40
"""Up to so many lessons, every module of the contents stands open."""

NOTES = "notes.html"


@dataclass(frozen=True, slots=True)
class Fold:
    """A module in the contents with its lessons, as they stand in the map."""

    title: str
    lessons: tuple[Mapping[str, Any], ...]


def shell(renderer: SiteRenderer, url: str, data: Mapping[str, Any]) -> str:
    """The page at `url` for the course, or the part of one, that the map `data` describes.

    The map goes into the page as JSON. Its `format` names the script; its lessons' addresses are
    relative to the package's root.
    """
    return renderer.packed_page(
        "lms/shell.html",
        url,
        "shell",
        ("shell_contents", "shell_contents"),
        title=data["title"],
        modules=tuple(_folds(data)),
        unfolded=len(data["lessons"]) <= UNFOLDED,
        notes=NOTES,
        format=data["format"],
        data=json_script(data),
    )


def _folds(data: Mapping[str, Any]) -> Iterator[Fold]:
    for number, module in enumerate(data["modules"]):
        lessons = (lesson for lesson in data["lessons"] if lesson["module"] == number)
        yield Fold(module["title"], tuple(lessons))
