"""The page that a learning platform starts: contents, the lesson in a frame, the way out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from builder.render.html import json_script

UNFOLDED = 40
"""Up to so many lessons, every module of the contents stands open."""


class Renderer(Protocol):
    """What the page is rendered with: `render.site.SiteRenderer`."""

    def packed_page(self, template: str, url: str, **values: object) -> str:
        """A page of a package; values for `kind`, `title` and `description` are needed."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A module in the contents with its lessons, as they stand in the map."""

    title: str
    lessons: tuple[Mapping[str, Any], ...]


def shell(renderer: Renderer, url: str, data: Mapping[str, Any]) -> str:
    """The page at `url` for the course, or the part of one, that the map `data` describes.

    The map goes into the page as JSON; its `format` names the script, its lessons' addresses are
    relative to the package's root.
    """
    return renderer.packed_page(
        "lms/shell.html",
        url,
        kind="shell",
        title=data["title"],
        description="",
        modules=tuple(_folds(data)),
        unfolded=len(data["lessons"]) <= UNFOLDED,
        notes=data.get("notes", "notes.html"),
        format=data["format"],
        data=json_script(data),
    )


def _folds(data: Mapping[str, Any]) -> Iterator[Fold]:
    for number, module in enumerate(data["modules"]):
        lessons = (lesson for lesson in data["lessons"] if lesson["module"] == number)
        yield Fold(module["title"], tuple(lessons))
