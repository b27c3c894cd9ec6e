"""The data of the learner's own pages: an index of lessons, and per module its lessons' exercises
and cards.

They are scripts that call a function of the page, like the search data, so that the pages work
from a folder on disk. Only the two pages that show them load them, and of the modules only those
the learner has begun.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from builder.model.catalogue import Entry
from builder.model.course import Course, Module
from builder.publish.bundle import Recipe, digest
from builder.publish.search import chunk_names

FOLDER = "assets/review"

Work = Callable[[Entry], Mapping[str, Any]]


def learner_files(course: Course, keys: Mapping[str, bytes], work: Work) -> dict[str, Recipe]:
    """The files by path in the site: one for each module in the order of the course, the index.

    `keys` are digests of all that the lessons' pages show, by the lesson's path; `work` gives a
    lesson's part (`render.learner.lesson_work`).
    """
    names = chunk_names(course.modules)
    chunks = zip(names, course.modules, strict=True)
    files = {f"{FOLDER}/{name}.js": _chunk(module, keys, work) for name, module in chunks}
    files[f"{FOLDER}/index.js"] = _index(course, names)
    return files


def _chunk(module: Module, keys: Mapping[str, bytes], work: Work) -> Recipe:
    def make() -> bytes:
        lessons = {entry.id: work(entry) for entry in module.lessons}
        return f"coursewrightWork({_json(lessons)})\n".encode()

    return Recipe(digest("work", *(keys[entry.path] for entry in module.lessons)), make)


def _index(course: Course, names: list[str]) -> Recipe:
    modules = [
        {
            "id": name,
            "t": module.title,
            "lessons": [{"id": e.id, "t": e.title, "u": e.url} for e in module.lessons],
        }
        for name, module in zip(names, course.modules, strict=True)
    ]
    data = f"coursewrightLessons({_json(modules)})\n".encode()
    return Recipe(digest(data), lambda: data)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
