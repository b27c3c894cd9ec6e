"""The files of a package apart from its manifest: pages, pictures, styles and scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from builder.model.catalogue import Entry, QuizEntry
from builder.model.course import Course
from builder.model.urls import module_url
from builder.publish.assets import assets
from builder.publish.bundle import Content, Recipe, digest
from builder.publish.learner import learner_files
from builder.publish.lessons import Lessons, copies
from builder.publish.lms.control import control
from builder.publish.lms.names import addresses, portable
from builder.publish.lms.parts import STYLES, lms_files, lms_scripts
from builder.publish.lms.scos import Sco, scos
from builder.publish.publisher import Source
from builder.render.contained import Bounds, contained
from builder.render.facts import LessonFacts, Step
from builder.render.html import json_script
from builder.render.pages import LessonPage

NOTES = "notes.html"
KINDS = ("scorm12", "scorm2004", "lesson", "notes", "au")
"""What packages have scripts of their own for."""
_RESERVED = (NOTES, "index.html", "imsmanifest.xml", "cmi5.xml")
_SITE_ONLY = ("course", "lesson", "home", "search", "notes", "review", "certificate")


class Look(NamedTuple):
    """Addresses of the styles and scripts that pages of a package load, by kind of page."""

    styles: tuple[str, ...]
    lesson: tuple[str, ...]
    notes: tuple[str, ...] = ()


class Pages:
    """Makes the files of packages of one course. Nothing here depends on the kind of package
    but what its caller asks for, so two packages of a course share what they have in common."""

    def __init__(self, lessons: Lessons, source: Source) -> None:
        self.lessons = lessons
        self.source = source
        self.course: Course = source.course

    def address(self, url: str) -> str:
        """The address in the package of a page or file of the site."""
        return self.addresses[url]

    @cached_property
    def files(self) -> dict[str, Content]:
        """Pictures and other files of the author's, by their address on the site."""
        return dict(copies(self.source.tree, self.source.root, assets(self.lessons.overrides)))

    @cached_property
    def addresses(self) -> dict[str, str]:
        """All addresses of pages and files of the author's."""
        pages = [entry.url for _, entry in self.course.lessons()]
        parts = [sco.url for sco in scos(self.course)]
        reserved = (
            *_RESERVED,
            *parts,
            *control("scorm12"),
            *control("scorm2004"),
            *self.look(KINDS),
        )
        return addresses([*pages, *self.files], reserved)

    @cached_property
    def _moved_files(self) -> dict[str, str]:
        return {url: self.address(url) for url in self.files}

    def copied(self) -> dict[str, Content]:
        """The author's files by their address in the package."""
        return {self.address(url): content for url, content in self.files.items()}

    def quiz_of(self, entry: Entry) -> QuizEntry | None:
        """The quiz a lesson shows."""
        return self.lessons.quiz_of(entry)

    def page_of(self, entry: Entry) -> LessonPage:
        """All that a lesson's page depends on."""
        return self.lessons.page_of(entry)

    def shelled(self, sco: Sco) -> dict[str, Content]:
        """The lessons of a part as pages inside its shell."""
        look = Look(STYLES, lms_scripts("lesson"))
        reach = self._reach(sco)
        return {
            self.address(entry.url): self._lesson(
                entry, self._facts(entry, sco), reach, "lms/lesson.html", look
            )
            for entry in sco.lessons
        }

    def alone(self, sco: Sco, data: Callable[[], Mapping[str, Any]]) -> dict[str, Content]:
        """The one lesson of a part as a page that is launched by itself; `data` makes its map."""
        (entry,) = sco.lessons
        facts = replace(
            self.lessons.facts[entry.path],
            previous=None,
            next=None,
            related=(),
            tags=(),
            far_sections=(),
        )
        look = Look(STYLES, lms_scripts("au"))
        reach = {entry.url: self.address(entry.url)}
        return {
            self.address(entry.url): self._lesson(entry, facts, reach, "lms/au.html", look, data)
        }

    def _lesson(
        self,
        entry: Entry,
        facts: LessonFacts,
        reach: Mapping[str, str],
        template: str,
        look: Look,
        data: Callable[[], Mapping[str, Any]] | None = None,
    ) -> Recipe:
        bounds = Bounds(entry.url, reach, self._moved_files)

        def make() -> bytes:
            page = replace(self.page_of(entry), facts=facts)
            values = {"look": look, "address": bounds.address}
            if data:
                values["data"] = json_script(data())
            html = self.lessons.renderer.packed(page, template, **values)
            return contained(html, bounds).encode()

        shown = repr((facts, sorted(reach.items()), template, look))
        return Recipe(digest("packed", self.lessons.keys[entry.path], shown), make)

    def _reach(self, sco: Sco) -> dict[str, str]:
        """The pages a lesson may lead to, by their address on the site. A module's page is not
        in the package; its first lesson stands for it."""
        found = {entry.url: self.address(entry.url) for entry in sco.lessons}
        for module in sco.modules:
            found.setdefault(module_url(module.path), self.address(module.lessons[0].url))
        found.pop("index.html", None)
        return found

    def _facts(self, entry: Entry, sco: Sco) -> LessonFacts:
        """What a lesson's page shows from outside the lesson, of this part alone."""
        facts = self.lessons.facts[entry.path]
        inside = {one.url for one in sco.lessons}
        at = sco.lessons.index(entry)
        return replace(
            facts,
            previous=_step(sco.lessons[at - 1]) if at else None,
            next=_step(sco.lessons[at + 1]) if at + 1 < len(sco.lessons) else None,
            related=tuple(card for card in facts.related if card.url in inside),
            tags=(),
            far_sections=tuple(
                place for place in facts.far_sections if place.url.partition("#")[0] in inside
            ),
        )

    def notes(self) -> dict[str, Content]:
        """The page of the learner's own notes, and its data."""
        look = Look(STYLES, (), lms_scripts("notes"))
        renderer, words = self.lessons.renderer, ("notes_title", "notes_lead")

        def make() -> bytes:
            return renderer.packed_page("lms/notes.html", NOTES, "notes", words, look=look).encode()

        page = Recipe(digest("notes", self.lessons.look, repr((renderer.site, look))), make)
        files: dict[str, Content] = {NOTES: page}
        moved = _moved(self.course, self.addresses)
        files.update(learner_files(moved, self.lessons.keys, self._work))
        return files

    def _work(self, entry: Entry) -> Mapping[str, Any]:
        there = next(one for _, one in self.course.lessons() if one.path == entry.path)
        return {**self.lessons.renderer.work(self.page_of(there)), "cards": []}

    def look(self, names: Iterable[str], *, leave: tuple[str, ...] = ()) -> dict[str, Content]:
        """Styles, fonts and scripts of a package whose pages load the scripts `names`."""
        site_only = {f"assets/{name}.js" for name in _SITE_ONLY} | set(leave)
        files: dict[str, Content] = {
            path: content
            for path, content in assets(self.lessons.overrides).items()
            if path not in site_only
        }
        files.update(lms_files(names))
        return files


def _step(entry: Entry) -> Step:
    return Step(entry.title, entry.url, entry.minutes)


def _moved(course: Course, there: Mapping[str, str]) -> Course:
    """The course with the lessons' addresses in the package, and modules under plain names."""
    return replace(
        course,
        modules=tuple(
            replace(
                module,
                id=portable(module.id),
                lessons=tuple(replace(e, url=there[e.url]) for e in module.lessons),
            )
            for module in course.modules
        ),
    )
