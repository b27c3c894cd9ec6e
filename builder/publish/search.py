"""The site's search data: an index of all lessons and one file of full text per module.

Both are scripts that call a function of the page, so that search also works from a folder on
disk, and both load on first use only. The lessons' own parts are prepared when a lesson is read
(`lesson_words`), so that the index of a thousand lessons is a matter of joining strings.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from builder.model.catalogue import Entry
from builder.model.course import Course, Module
from builder.model.lesson import Lesson
from builder.model.urls import slug
from builder.publish.bundle import Recipe, digest
from builder.publish.library import Library, Words
from builder.render.body import Body
from builder.render.facts import tag_labels
from builder.render.markup import plain
from builder.render.search import section_texts, text_of

INDEX = "assets/search/index.js"


def lesson_words(lesson: Lesson, body: Body) -> Words:
    """What search knows of a lesson. Quizzes are left out: they hold wrong statements."""
    summary = " ".join(map(plain, lesson.summary)) or lesson.outline.excerpt
    headings = [(p.id, text_of(p.title_html)) for p in body.parts if p.kind == "section"]
    return Words(f'"s":{_json(summary)},"h":{_json(headings)}', _json(section_texts(body)))


def search_files(course: Course, library: Library) -> dict[str, Recipe]:
    """The search data of the whole course, by path in the site."""
    chunks = chunk_names(course.modules)
    files = {
        f"assets/search/{name}.js": _chunk(module.lessons, library)
        for name, module in zip(chunks, course.modules, strict=True)
    }
    files[INDEX] = _index(course, chunks, library)
    return files


def _chunk(lessons: Iterable[Entry], library: Library) -> Recipe:
    entries = tuple(lessons)

    def make() -> bytes:
        texts = (f"{_json(e.url)}:{library.words(e.path).text}" for e in entries)
        return f"coursewrightText({{{','.join(texts)}}})\n".encode()

    return Recipe(digest(*(library.key(e.path) for e in entries)), make)


def _index(course: Course, chunks: list[str], library: Library) -> Recipe:
    labels = tag_labels(course)
    modules = [
        {"id": name, "t": m.title, "bytes": sum(len(library.words(e.path).text) for e in m.lessons)}
        for name, m in zip(chunks, course.modules, strict=True)
    ]
    lessons = ",".join(
        f'{{"t":{_json(e.title)},"u":{_json(e.url)},"m":{number},{library.words(e.path).head},'
        f'"g":{_json([labels.get(t.id, t.id) for t in e.tags])}}}'
        for number, module in enumerate(course.modules)
        for e in module.lessons
    )
    data = f'coursewrightSearch({{"modules":{_json(modules)},"lessons":[{lessons}]}})\n'.encode()
    return Recipe(digest(data), lambda: data)


def chunk_names(modules: Iterable[Module]) -> list[str]:
    """A file name per module, distinct also where two ids make the same slug."""
    names: list[str] = []
    for module in modules:
        name = slug(module.id)
        while name in (*names, "index"):
            name += "-2"
        names.append(name)
    return names


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
