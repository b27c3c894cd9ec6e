"""Starting a course from nothing."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from builder.diagnostics import Failure
from builder.model.urls import slug
from builder.pipeline.yaml_text import scalar

_RENAMED = {"gitignore.txt": ".gitignore"}
"""A `.gitignore` inside our own repository would hide files of ours."""

_NOT_TEXT = ("__init__.py", "__pycache__")


def write_starter(folder: Path, title: str | None = None) -> list[Path]:
    """Write a small complete course into a new or empty folder; return the files written.

    Raises `Failure` when the folder holds something or cannot be written.
    """
    title = " ".join((title or _title(folder)).split())
    names = {"title": title, "yaml_title": scalar(title), "yaml_id": scalar(slug(title))}
    try:
        _refuse_used(folder)
        return [
            _write(folder / path, Template(text).safe_substitute(names))
            for path, text in sorted(_texts(files("builder") / "starter"))
        ]
    except OSError as problem:
        raise Failure(f"{folder} cannot be written: {problem.strerror}") from problem


def _title(folder: Path) -> str:
    words = slug(folder.resolve().name).replace("-", " ")
    return words[:1].upper() + words[1:]


def _refuse_used(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise Failure(
            f"{folder} is not empty",
            f"choose another name, or `coursewright adopt {folder}` for Markdown that you have",
        )


def _texts(folder: Traversable, prefix: str = "") -> list[tuple[str, str]]:
    found = []
    for item in folder.iterdir():
        if item.name in _NOT_TEXT:
            continue
        name = prefix + _RENAMED.get(item.name, item.name)
        if item.is_dir():
            found += _texts(item, f"{name}/")
        else:
            found.append((name, item.read_text("utf-8")))
    return found


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return path
