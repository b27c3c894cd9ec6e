"""A course: its modules in order and what is said of it as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from builder.diagnostics import Level, Span
from builder.model.catalogue import Entry, QuizEntry
from builder.model.outline import Outline
from builder.model.workshop import Cohort, Workshop


class Shell(StrEnum):
    """Whose page frame the site uses: our own, or Material's for authors who want it."""

    COURSE = "course"
    MATERIAL = "material"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag defined in `course.yml`; an undefined tag gets its id as label."""

    id: str
    label: str
    description: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A Markdown page that is no lesson: a module's introduction, the home text, about."""

    path: str
    title: str
    body: str
    body_line: int
    outline: Outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A folder of lessons. `id` is the folder's path below `content/` as an id; the folder
    itself is `path` (relative to the course root)."""

    id: str
    path: str
    title: str
    span: Span
    description: str = ""
    outcomes: tuple[str, ...] = ()
    lessons: tuple[Entry, ...] = ()
    page: Page | None = None


class Scored(StrEnum):
    """What the score in a learning platform comes from: the quizzes that assess, or nothing."""

    ASSESSMENTS = "assessments"
    NONE = "none"


class MultiSco(StrEnum):
    """Whether a package has one item for the whole course or one for each module."""

    COURSE = "course"
    MODULE = "module"


class Exit(StrEnum):
    """What a finished course says when it is left: that its record stays open, or that the
    attempt is over."""

    SUSPEND = "suspend"
    NORMAL = "normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lms:
    """How the course goes into packages for learning platforms.

    `base_iri` is what the identifiers of cmi5 begin with, "" for the site's address. `date` (ISO
    8601, "" for none) and `keywords` go into the metadata. `exit` is None where the platform's
    preset decides.
    """

    multi_sco: MultiSco = MultiSco.COURSE
    score: Scored = Scored.ASSESSMENTS
    base_iri: str = ""
    date: str = ""
    keywords: tuple[str, ...] = ()
    exit: Exit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The whole course without the lessons' texts, which a library hands out one by one.

    `explicit` tells whether there is a `course.yml`: a folder without one never claimed to be a
    course, so what it lacks is a warning there and an error here. `content` is the folder of
    lessons relative to the course root ("content", or "" for a bare folder of Markdown).
    `pass_mark` is in percent.
    """

    id: str
    title: str
    language: str
    span: Span
    content: str = "content"
    explicit: bool = True
    subtitle: str = ""
    description: str = ""
    version: str = ""
    licence: str = ""
    authors: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    pass_mark: int = 70
    url: str = ""
    repository: str = ""
    shell: Shell = Shell.COURSE
    lms: Lms = Lms()
    modules: tuple[Module, ...] = ()
    tags: tuple[Tag, ...] = ()
    quizzes: tuple[QuizEntry, ...] = ()
    home: Page | None = None
    about: Page | None = None
    workshops: tuple[Workshop, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    levels: tuple[tuple[str, Level], ...] = ()

    def lessons(self) -> Iterator[tuple[Module, Entry]]:
        """Every lesson in reading order with the module it belongs to."""
        for module in self.modules:
            for entry in module.lessons:
                yield module, entry
