"""Turning recipes into bytes, on every core, and only those that changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.pipeline.cache import Written
from builder.pipeline.options import Options
from builder.pipeline.workers import Lost, Pool
from builder.publish.bundle import Bundle, Content, Recipe

CHUNK = 16
WORTH_SHARING = 48
"""Below this many files, starting workers costs more than it saves."""

PATIENCE = 600.0
"""Seconds for a chunk of pages: templates have no pathological cases, so this never ends one."""


class Broken(RuntimeError):  # noqa: N818 - what the page is, not the exception
    """A page could not be made: a mistake in a template or in the builder."""


def unchanged(bundle: Bundle, target: Path, written: Mapping[str, Written]) -> dict[str, Path]:
    """The files of the last build at `target` that this bundle would make again.

    A file counts only if its recipe has the same key and the file still has the size and time
    it was written with, so a page edited by hand in the built site is made anew.
    """
    kept: dict[str, Path] = {}
    for path, content in bundle.files.items():
        last = written.get(path)
        if last and isinstance(content, Recipe) and content.key == last.key:
            file = target / path
            if _as_written(file, last):
                kept[path] = file
    return kept


def _as_written(file: Path, last: Written) -> bool:
    try:
        stat = file.stat()
    except OSError:
        return False
    return stat.st_size == last.size and stat.st_mtime_ns == last.mtime_ns


def made(files: Mapping[str, Content], options: Options) -> Iterator[tuple[str, bytes | Path]]:
    """Every file with its bytes or the file to copy, in no particular order."""
    recipes: dict[str, Recipe] = {}
    for path, content in files.items():
        if isinstance(content, Recipe):
            recipes[path] = content
        else:
            yield path, content
    workers = options.workers if len(recipes) >= WORTH_SHARING and hasattr(os, "fork") else 1
    maker = _shared(recipes, workers, options) if workers > 1 else _alone(recipes, options)
    yield from maker


def _alone(recipes: Mapping[str, Recipe], options: Options) -> Iterator[tuple[str, bytes]]:
    for count, (path, recipe) in enumerate(recipes.items(), 1):
        yield path, recipe.make()
        options.tell("Writing", count, len(recipes))


def _shared(
    recipes: Mapping[str, Recipe], workers: int, options: Options
) -> Iterator[tuple[str, bytes]]:
    """Chunks of pages made in forked workers, which inherit the recipes and send back bytes."""
    paths = list(recipes)
    chunks = [paths[i : i + CHUNK] for i in range(0, len(paths), CHUNK)]

    def make(chunk: list[str]) -> list[bytes]:
        return [recipes[path].make() for path in chunk]

    done = 0
    for index, answer in Pool(make, workers, PATIENCE).run(chunks):
        if isinstance(answer, Lost):
            raise Broken(f"{', '.join(chunks[index])}: {answer.detail}")
        yield from zip(chunks[index], answer, strict=True)
        done += len(answer)
        options.tell("Writing", done, len(recipes))


def remembered(bundle: Bundle, target: Path) -> dict[str, Written]:
    """What to remember of a site just written to `target`."""
    found: dict[str, Written] = {}
    for path, content in bundle.files.items():
        if isinstance(content, Recipe):
            stat = (target / path).stat()
            found[path] = Written(content.key, stat.st_size, stat.st_mtime_ns)
    return found
