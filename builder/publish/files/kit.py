"""The pages of a kit in the other formats people ask for, each beside its page.

Everything starts from what the pages show: PDF and text documents from the page itself, slides
from the deck's own views. So all of them agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from importlib.metadata import version
from posixpath import dirname, join, normpath

from builder.model.course import Course
from builder.model.workshop import Cohort, Workshop
from builder.publish.bundle import Content, Recipe, content_bytes, digest
from builder.publish.files import missing
from builder.publish.files.calendar import calendar
from builder.publish.files.docx import docx
from builder.publish.files.pdf import Press
from builder.publish.files.pptx import pptx
from builder.render.workshop import Kit

A4, LETTER = "a4", "letter"
PAPERS = (A4, LETTER)
_ON_SCREEN = ("index", "live", "slides")
_BY_HAND = ("attendance", "marking", "name-cards")
"""Forms to fill in on the spot, printed from the browser."""
_EDITED = ("guide", "workbook", "handouts")
_SHEET = "assets/kit.css"
_MADE_WITH = {"PDF": "weasyprint", "DOCX": "python-docx", "PPTX": "python-pptx"}

Also = Mapping[str, tuple[tuple[str, str], ...]]
"""The other forms of a page, by its path: what each is called and its own path."""


def other_forms(pages: Iterable[str]) -> Also:
    """Which files there are beside each of these pages, as far as their libraries are here."""
    lacking = missing()
    return {
        page: tuple(
            (form, page.removesuffix("html") + form.lower())
            for form in _forms(page)
            if form not in lacking
        )
        for page in pages
    }


def _forms(page: str) -> Iterator[str]:
    own = page.partition("/")[2] if page.startswith("cohort-") else page
    name = own.partition("/")[0].removesuffix(".html").removesuffix("-online")
    if name == "slides":
        yield "PPTX"
    elif name not in (*_ON_SCREEN, *_BY_HAND):
        yield "PDF"
        if name in _EDITED and "-large" not in page:
            yield "DOCX"


class KitFiles:
    """Makes the files of one kit from its `files`: pages, styles, fonts and pictures by path."""

    def __init__(
        self, files: Mapping[str, Content], course: Course, title: str, paper: str = A4
    ) -> None:
        self._files = files
        self._course = course
        self._title = title
        self._paper = paper
        self._author = ", ".join(course.authors)

    def all(self, also: Also, decks: Mapping[str, Kit]) -> dict[str, Recipe]:
        """A recipe for every file named in `also`; `decks` are the kits by their deck's path."""
        found: dict[str, Recipe] = {}
        for page, forms in also.items():
            for form, path in forms:
                make = self._maker(form, page, decks)
                found[path] = Recipe(self._key(form, page, decks), make)
        return found

    def _maker(self, form: str, page: str, decks: Mapping[str, Kit]) -> Callable[[], bytes]:
        if form == "PPTX":
            return partial(self._pptx, page, decks[page])
        return partial(self._docx if form == "DOCX" else self._pdf, page)

    def _key(self, form: str, page: str, decks: Mapping[str, Kit]) -> bytes:
        shown = repr(decks[page]) if form == "PPTX" else ""
        parts = (self._bytes(page), self._look, self._paper, self._title, shown, _release(form))
        return digest(form, *parts)

    @cached_property
    def _look(self) -> bytes:
        """A digest of the style sheet, fonts and pictures: any page may show any of them."""
        paths = [path for path in sorted(self._files) if not path.endswith((".html", ".js"))]
        return digest(*(part for path in paths for part in (path, self._bytes(path))))

    def _bytes(self, path: str) -> bytes:
        return content_bytes(self._files[path])

    def _read(self, path: str) -> bytes | None:
        content = self._files.get(path)
        return None if content is None else content_bytes(content)

    def _beside(self, page: str) -> Callable[[str], bytes | None]:
        """Finds a file by its address as a page writes it."""
        return lambda address: self._read(normpath(join(dirname(page), address)))

    @cached_property
    def _press(self) -> Press:
        return Press(_SHEET, self._read, self._paper)

    def _pdf(self, page: str) -> bytes:
        return self._press.pdf(self._bytes(page), page)

    def _docx(self, page: str) -> bytes:
        course = self._course
        read = self._beside(page)
        return docx(self._bytes(page), self._title, self._author, course.language, read)

    def _pptx(self, page: str, kit: Kit) -> bytes:
        language, read = self._course.language, self._beside(page)
        return pptx(kit.slides, self._title, self._author, language, read)


@cache
def _release(form: str) -> str:
    """Another release of a library may make other bytes."""
    return version(_MADE_WITH[form])


def invitation(course: Course, plan: Workshop, cohort: Cohort) -> Recipe | None:
    """The calendar file of a run, where the library is here."""
    if "ICS" in missing():
        return None
    key = digest("ICS", repr((course.id, course.url, plan, cohort)))
    return Recipe(key, partial(calendar, course, plan, cohort))
