"""All notes for facilitators on one page: for who teaches the course, never part of a site."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from builder.model.catalogue import Entry
from builder.model.course import Course
from builder.model.parts import FacilitatorNote
from builder.publish.bundle import Recipe, digest
from builder.publish.library import Library
from builder.render.environment import environment
from builder.render.markup import block, inline
from builder.render.words import direction

PAGE = "teaching-notes.html"


class NoteRow(NamedTuple):
    """A note; `section` is the heading it stands under, "" before the first."""

    section: str
    timing: Markup
    prompt: tuple[Markup, ...]
    watch_out: tuple[Markup, ...]
    debrief: tuple[Markup, ...]


class LessonNotes(NamedTuple):
    """A lesson with its notes; `url` is relative to the site's root, minutes are those shown to
    learners."""

    title: str
    url: str
    reading: int
    exercises: int
    objectives: tuple[Markup, ...]
    notes: tuple[NoteRow, ...]


class ModuleNotes(NamedTuple):
    """A module with its lessons."""

    title: str
    lessons: tuple[LessonNotes, ...]


def teaching_notes(course: Course, library: Library, base: str | None = "") -> Recipe:
    """The page, which stands alone so that it can be printed or sent as one file.

    `base` is put before the addresses of lessons; None for no links, where the page lies away
    from the site and nobody knows the site's address.
    """
    texts = (library.key(entry.path) for _, entry in course.lessons())
    return Recipe(digest(repr(course), str(base), *texts), partial(_page, course, library, base))


def _page(course: Course, library: Library, base: str | None) -> bytes:
    modules = tuple(
        ModuleNotes(module.title, tuple(_lesson(entry, library) for entry in module.lessons))
        for module in course.modules
    )
    template = environment().get_template(PAGE)
    return template.render(
        course=course, modules=modules, base=base, direction=direction(course.language)
    ).encode()


def _lesson(entry: Entry, library: Library) -> LessonNotes:
    lesson = library.lesson(entry.path).lesson
    titles = {heading.id: heading.text for heading in lesson.outline.headings}
    return LessonNotes(
        title=entry.title,
        url=entry.url,
        reading=entry.minutes,
        exercises=entry.exercise_minutes,
        objectives=tuple(inline(objective.text, entry.path) for objective in entry.objectives),
        notes=tuple(_note(n, titles.get(n.section, ""), entry.path) for n in lesson.facilitator),
    )


def _note(note: FacilitatorNote, section: str, path: str) -> NoteRow:
    say = partial(inline, path=path)
    return NoteRow(
        section=section,
        timing=block(note.timing, path),
        prompt=tuple(map(say, note.prompt)),
        watch_out=tuple(map(say, note.watch_out)),
        debrief=tuple(map(say, note.debrief)),
    )
