"""Putting a course together from its parts, read one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from posixpath import basename

from builder.model.catalogue import Entry, QuizEntry
from builder.model.course import Course, Module, Page
from builder.model.urls import slug
from builder.read.folders import join, page_at
from builder.read.order import humanise

_UNTITLED_COURSE = "Course"
_UNTITLED_ROOT = "Lessons"


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A course whose modules have no lessons yet; `lessons` holds their paths in order, one
    tuple for each of `course.modules`. `ids` are those that a `module.yml` gives, by path."""

    course: Course
    lessons: tuple[tuple[str, ...], ...]
    ids: Mapping[str, str] = field(default_factory=dict)


def assemble(
    skeleton: Skeleton,
    entries: Mapping[str, Entry],
    quizzes: Sequence[QuizEntry],
    pages: Mapping[str, Page],
) -> Course:
    """The course; `entries` and `pages` are by path. What is not among them is left out."""
    course = skeleton.course
    if skeleton.ids:
        entries = {p: replace(e, id=skeleton.ids.get(p, e.id)) for p, e in entries.items()}
    if not course.explicit:
        entries = _distinct(entries)
    paths = set(pages)
    home = pages.get(page_at(course.content, paths))
    about = next((pages[path] for path in sorted(paths) if _is_about(course, path)), None)
    title = course.title or (home.title if home else "") or _UNTITLED_COURSE
    return replace(
        course,
        id=slug(title) if not course.id else course.id,
        title=title,
        modules=tuple(
            _module(course, module, lessons, entries, pages, paths)
            for module, lessons in zip(course.modules, skeleton.lessons, strict=True)
        ),
        quizzes=tuple(sorted(quizzes, key=lambda quiz: quiz.path)),
        home=home,
        about=about,
    )


def _distinct(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Lessons of the same name in several folders of a folder that never was a course: each
    gets its folder in its id, since learners' progress is stored under it."""
    often = Counter(entry.id for entry in entries.values())
    return {
        path: replace(entry, id=slug(path.rsplit(".", 1)[0])) if often[entry.id] > 1 else entry
        for path, entry in entries.items()
    }


def _is_about(course: Course, path: str) -> bool:
    return path.lower() == join(course.content, "about.md")


def _module(
    course: Course,
    module: Module,
    lessons: tuple[str, ...],
    entries: Mapping[str, Entry],
    pages: Mapping[str, Page],
    paths: set[str],
) -> Module:
    at_root = module.path == course.content
    page = None if at_root else pages.get(page_at(module.path, paths))
    default = _UNTITLED_ROOT if at_root else humanise(basename(module.path))
    return replace(
        module,
        title=module.title or (page.title if page else "") or default,
        page=page,
        lessons=tuple(entries[path] for path in lessons if path in entries),
    )
