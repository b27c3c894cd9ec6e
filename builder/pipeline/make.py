"""Turning recipes into bytes, on every core, and only those that changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from builder.pipeline.cache import Written
from builder.pipeline.options import Options
from builder.pipeline.workers import Lost, Pool
from builder.publish.bundle import Bundle, Content, Recipe, content_bytes

T = TypeVar("T")

BATCH = 64
WORTH_SHARING = 48
"""Below this many files, starting workers costs more than it saves."""

PATIENCE = 600.0
"""Seconds for a chunk of pages: templates have no pathological cases, so this never ends one."""


class Broken(RuntimeError):  # noqa: N818 - what the page is, not the exception
    """A page could not be made: a mistake in a template or in the builder."""


def unchanged(bundle: Bundle, target: Path, written: Mapping[str, Written]) -> dict[str, str]:
    """The files of the last build at `target` that this bundle would make again.

    A file counts only if its recipe has the same key and the file still has the size and time
    it was written with, so a page edited by hand in the built site is made anew.
    """
    kept: dict[str, str] = {}
    folder = os.fspath(target)
    for path, content in bundle.files.items():
        last = written.get(path)
        if last and isinstance(content, Recipe) and content.key == last.key:
            # A plain string: thousands of paths as objects take longer than their files' dates.
            file = f"{folder}/{path}"
            if _as_written(file, last):
                kept[path] = file
    return kept


def _as_written(file: str, last: Written) -> bool:
    try:
        stat = os.stat(file)  # noqa: PTH116
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
    yield from _each(list(recipes), lambda path: recipes[path].make(), options)


def write(files: Mapping[str, Content], folder: Path, options: Options) -> None:
    """Make every file and write it below `folder`; whoever makes a file also writes it, so that
    a large site is never in memory as a whole. Raises OSError when the disk refuses."""

    def put(path: str) -> OSError | None:
        try:
            _put(folder / path, files[path])
        except OSError as refusal:
            return refusal
        return None

    for _, refusal in _each(list(files), put, options):
        if refusal:
            raise refusal


def _put(file: Path, content: Content) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, file)
    else:
        file.write_bytes(content_bytes(content))


def _each(paths: list[str], do: Callable[[str], T], options: Options) -> Iterator[tuple[str, T]]:
    """`do` for every path, in forked workers where there are enough: they inherit the recipes."""
    shared = len(paths) >= WORTH_SHARING and hasattr(os, "fork") and options.workers > 1
    pool = Pool(do, options.workers, PATIENCE, batch=BATCH)
    results = pool.run(paths) if shared else ((at, do(path)) for at, path in enumerate(paths))
    for count, (at, result) in enumerate(results, 1):
        if isinstance(result, Lost):
            raise Broken(f"{paths[at]}: {result.detail}")
        yield paths[at], result
        options.tell("Writing", count, len(paths))


def remembered(bundle: Bundle, target: Path, kept: Mapping[str, Written]) -> dict[str, Written]:
    """What to remember of a site just written to `target`; `kept` is what the last build left."""
    found: dict[str, Written] = {}
    for path, content in bundle.files.items():
        if path in kept:
            found[path] = kept[path]
        elif isinstance(content, Recipe):
            stat = (target / path).stat()
            found[path] = Written(content.key, stat.st_size, stat.st_mtime_ns)
    return found
