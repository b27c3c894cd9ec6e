"""What lies in the course folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from builder.model.tree import Tree
from builder.read.folders import is_plan

_JUNK = frozenset(
    ("__pycache__", "_site", "build", "dist", "node_modules", "site", "site_overrides", "venv")
)
_CONTROLS = frozenset(map(chr, [*range(32), 127]))


def scan(root: Path) -> Tree:
    """List the files of a course, sorted by path; nothing is opened.

    `content/` and `quizzes/` are looked at when there is a `content` folder. Otherwise the whole
    folder is the course, without what tools leave behind (`node_modules`, built sites). Dot
    files never count.
    """
    base = os.path.realpath(root)
    content = "content" if _is_folder(base, "content") else ""
    quizzes = "quizzes" if _is_folder(base, "quizzes") else ""
    files: dict[str, int] = {}
    refused: list[tuple[str, str]] = []
    starts = [content] if content else [""]
    if content and quizzes:
        starts.append(quizzes)
    for start in starts:
        _walk(base, start, files, refused)
    ordered = {path: files[path] for path in sorted(files)}
    plans = _plans(content, ordered)
    rest = {path: size for path, size in ordered.items() if path not in plans}
    return Tree(content, quizzes, rest, tuple(sorted(refused)), plans)


def _plans(content: str, files: Mapping[str, int]) -> dict[str, int]:
    """The files of the folder of workshop plans.

    A folder of that name which holds no plan is a module like any other, and so is one in a bare
    folder of Markdown, which cannot know that the name means something.
    """
    folder = f"{content}/workshops/" if content else "workshops/"
    found = {path: size for path, size in files.items() if path.startswith(folder)}
    if any(map(is_plan, found)) and (content or "course.yml" in files):
        return found
    return {}


def _is_folder(base: str, name: str) -> bool:
    return (Path(base) / name).is_dir() and not (Path(base) / name).is_symlink()


def _walk(base: str, start: str, files: dict[str, int], refused: list[tuple[str, str]]) -> None:
    skip = frozenset() if start else _JUNK
    waiting = [start]
    while waiting:
        folder = waiting.pop()
        for entry, path in _entries(base, folder, refused):
            if entry.name.startswith(".") or (entry.name in skip and not files_like(entry)):
                continue
            reason = _objection(entry)
            if reason:
                refused.append((_printable(path), reason))
            elif entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            else:
                files[path] = entry.stat(follow_symlinks=False).st_size


def files_like(entry: os.DirEntry[str]) -> bool:
    """Whether the entry is an ordinary file: only folders can be what a tool left behind."""
    return entry.is_file(follow_symlinks=False)


def _entries(
    base: str, folder: str, refused: list[tuple[str, str]]
) -> Iterator[tuple[os.DirEntry[str], str]]:
    try:
        entries = list(os.scandir(os.path.join(base, folder)))  # noqa: PTH118 - hot path
    except OSError as error:
        refused.append((_printable(folder), f"cannot be listed: {error.strerror}"))
        return
    for entry in entries:
        yield entry, f"{folder}/{entry.name}" if folder else entry.name


def _objection(entry: os.DirEntry[str]) -> str:
    """Why the entry cannot be part of a course; empty when it can."""
    if entry.is_symlink():
        return "symbolic links are not followed"
    if not entry.is_dir(follow_symlinks=False) and not entry.is_file(follow_symlinks=False):
        return "neither a file nor a folder"
    try:
        entry.name.encode("utf-8")
    except UnicodeEncodeError:
        return "the name is not valid UTF-8"
    if _CONTROLS.intersection(entry.name):
        return "the name holds a control character"
    return ""


def _printable(path: str) -> str:
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join("\ufffd" if c in _CONTROLS else c for c in text)
