"""cmi5: the course structure, and the package as a whole.

A platform launches every lesson by itself and keeps results under the identifiers given here, so
these are made from the author's ids and one beginning that the author declares.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from builder.model.catalogue import Entry
from builder.model.course import Course
from builder.publish.bundle import Bundle, Content
from builder.publish.lms.course_map import Atlas
from builder.publish.lms.lom import one_line
from builder.publish.lms.pages import Pages
from builder.publish.lms.presets import POPUP, Preset
from builder.publish.lms.scos import Sco, units
from builder.publish.lms.xml import Element, document, element
from builder.render.markup import plain

STRUCTURE = "cmi5.xml"
_NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
_ACTIVITIES = "http://adlnet.gov/expapi/activities"
_NOWHERE = "https://coursewright.invalid"
"""For a course without an address: a name that can never belong to anybody (RFC 2606)."""
_LEFT_OUT = tuple(f"assets/{name}.css" for name in ("pages", "learner"))
_LONGEST = 1000


class Cmi5:
    """The publisher of cmi5 packages. With a `base` the structure names pages that lie there."""

    name = "cmi5"
    first = STRUCTURE

    def __init__(self, pages: Pages, atlas: Atlas, preset: Preset) -> None:
        self.pages = pages
        self.atlas = atlas
        self.preset = preset
        self.course = pages.course

    def state(self) -> tuple[int, int]:
        """A platform keeps a document of any length."""
        return 0, 0

    def bundle(self) -> Bundle:
        """The package: every lesson as a page that is launched by itself."""
        files: dict[str, Content] = {**self.pages.copied()}
        files.update(self.pages.look(("au",), leave=_LEFT_OUT))
        for _, sco in units(self.course):
            files.update(self.pages.alone(sco, self._data(sco)))
        return Bundle({STRUCTURE: self.structure(), **files})

    def structure(self, base: str = "") -> bytes:
        """`cmi5.xml`; with a `base`, its pages lie on a server at that address."""
        return document(self._structure(f"{base.rstrip('/')}/" if base else ""))

    def _data(self, sco: Sco) -> Any:  # noqa: ANN401 - JSON
        def data() -> Mapping[str, Any]:
            publisher = iri(self.course, "lesson", sco.id)
            about = {"id": publisher, "publisher": publisher}
            return {**self.atlas.map(sco, self.name, self.preset), "au": about}

        return data

    def _structure(self, base: str) -> Element:
        course = self.course
        goals = tuple(_objectives(course))
        return element(
            "courseStructure",
            element(
                "course",
                *self._said(course.title, course.description or course.subtitle),
                attributes={"id": iri(course, "course", course.id)},
            ),
            element("objectives", *map(self._objective, goals)) if goals else None,
            *self._blocks(base),
            attributes={"xmlns": _NAMESPACE},
        )

    def _blocks(self, base: str) -> Iterator[Element]:
        """One block for each module, with its lessons."""
        lessons: dict[str, list[Element]] = {}
        for module, sco in units(self.course):
            lessons.setdefault(module.id, []).append(self._lesson(sco, base))
        for module in self.course.modules:
            if module.id in lessons:
                yield element(
                    "block",
                    *self._said(module.title, module.description),
                    *lessons[module.id],
                    attributes={"id": iri(self.course, "module", module.id)},
                )

    def _lesson(self, sco: Sco, base: str) -> Element:
        """A lesson. What moves on is always said: the standard's own default would count the
        whole course as done before it is begun."""
        (entry,) = sco.lessons
        ids = [iri(self.course, "objective", name) for name, _ in _goals(entry)]
        refs = (element("objective", attributes={"idref": name}) for name in ids)
        judged = {"masteryScore": f"{(sco.mark or 0) / 100:g}"} if sco.mark is not None else {}
        kind = "assessment" if judged else "lesson"
        return element(
            "au",
            *self._said(entry.title, entry.excerpt or entry.subtitle),
            element("objectives", *refs) if ids else None,
            element("url", base + quote(self.pages.address(entry.url))),
            attributes={
                "id": iri(self.course, "lesson", entry.id),
                "moveOn": "CompletedAndPassed" if judged else "Completed",
                **judged,
                "launchMethod": "OwnWindow" if self.preset.window == POPUP else "AnyWindow",
                "activityType": f"{_ACTIVITIES}/{kind}",
            },
        )

    def _objective(self, goal: tuple[str, str]) -> Element:
        name, text = goal
        about = {"id": iri(self.course, "objective", name)}
        return element("objective", *self._said(text, text), attributes=about)

    def _said(self, title: str, text: str) -> tuple[Element, Element]:
        """Title and description; both are required, so a title may have to stand for both."""
        shown = one_line(plain(title), _LONGEST) or self.course.title
        return (
            element("title", self._string(shown)),
            element("description", self._string(one_line(plain(text), _LONGEST) or shown)),
        )

    def _string(self, text: str) -> Element:
        return element("langstring", text, attributes={"lang": self.course.language})


def iri(course: Course, kind: str, name: str) -> str:
    """The identifier of a part of the course, the same in every build."""
    base = course.lms.base_iri or course.url or f"{_NOWHERE}/{quote(course.id, safe='')}"
    return f"{base.rstrip('/')}/{kind}/{quote(name, safe='/')}"


def _objectives(course: Course) -> Iterator[tuple[str, str]]:
    for _, entry in course.lessons():
        yield from _goals(entry)


def _goals(entry: Entry) -> Iterator[tuple[str, str]]:
    for objective in entry.objectives:
        yield f"{entry.id}.{objective.id}", objective.text
