"""Looking into the course's image files, each once until it changes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from builder.check import check_image
from builder.model.tree import Tree
from builder.pipeline.cache import Stored
from builder.pipeline.options import Options
from builder.publish.bundle import digest

IMAGES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def examined(options: Options, tree: Tree, known: Mapping[str, Stored]) -> dict[str, Stored]:
    """The findings of every image file, by path.

    Images go by size and time, not by content: they may be many and large, and what a site shows
    of them is copied from the file itself in any case.
    """
    return {
        path: _image(options, path, known.get(path))
        for path in tree.files
        if PurePosixPath(path).suffix.lower() in IMAGES
    }


def _image(options: Options, path: str, last: Stored | None) -> Stored:
    file = options.root / path
    try:
        stat = file.stat()
        key = digest("image", path, f"{stat.st_size} {stat.st_mtime_ns}")
        if last and last.key == key:
            return last
        return Stored(key, None, check_image(path, file.read_bytes()), b"")
    except OSError:
        return Stored(b"", None, (), b"")
