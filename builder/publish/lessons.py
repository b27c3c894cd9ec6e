"""The lessons of a course as pages, for every output that shows them."""

from __future__ import annotations

from collections.abc import Container
from functools import cached_property, lru_cache
from pathlib import Path

from builder.diagnostics import Failure
from builder.model.catalogue import Entry, QuizEntry, shown_quiz, source_ids
from builder.model.course import Course
from builder.model.quiz import pools
from builder.model.tree import Tree
from builder.publish.bundle import digest
from builder.publish.library import Library
from builder.render.environment import fingerprint
from builder.render.facts import LessonFacts, lesson_facts
from builder.render.pages import LessonPage
from builder.render.site import SiteRenderer

OVERRIDES = "site_overrides"
OPEN = 32
"""How many lessons' texts stay at hand: page, answers and cards of one are made together."""
_TEXTS = (".md", ".markdown", ".yml", ".yaml")


def own_overrides(root: Path) -> Path | None:
    """The folder of the course's own templates and styles, None without one."""
    folder = root / OVERRIDES
    return folder if folder.is_dir() else None


class Lessons:
    """What the pages of a course's lessons are made of. `overrides` is the course's own folder
    of templates, `look` changes with any template."""

    def __init__(self, course: Course, library: Library, overrides: Path | None) -> None:
        self.course = course
        self.library = library
        self.overrides = overrides
        self.look = fingerprint(overrides)
        self.quizzes = {quiz.id: quiz for quiz in course.quizzes}
        self._open = lru_cache(maxsize=OPEN)(self._page_at)

    @cached_property
    def renderer(self) -> SiteRenderer:
        """Makes the pages."""
        return SiteRenderer(self.course, self.overrides)

    @cached_property
    def facts(self) -> dict[str, LessonFacts]:
        """What every lesson's page shows from outside the lesson, by the lesson's path."""
        return lesson_facts(self.course)

    @cached_property
    def keys(self) -> dict[str, bytes]:
        """A digest of all that a lesson's page shows, by the lesson's path."""
        return {entry.path: self._key(entry) for _, entry in self.course.lessons()}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every lesson's entry, by its path."""
        return {entry.path: entry for _, entry in self.course.lessons()}

    @cached_property
    def _shown(self) -> dict[str, QuizEntry | None]:
        return {path: shown_quiz(entry, self.quizzes) for path, entry in self.entries.items()}

    def quiz_of(self, entry: Entry) -> QuizEntry | None:
        """The quiz a lesson shows."""
        return self._shown[entry.path]

    def page_of(self, entry: Entry) -> LessonPage:
        """All that a lesson's page depends on."""
        return self._open(entry.path)

    def _page_at(self, path: str) -> LessonPage:
        quiz = self._shown[path]
        lesson, body = self.library.lesson(path)
        shown = self.library.quiz(quiz.id) if quiz else None
        drawn = pools(shown, self.library.quiz) if shown else ()
        return LessonPage(lesson, self.entries[path], shown, body, self.facts[path], drawn)

    def _key(self, entry: Entry) -> bytes:
        files = self._quiz_files(self.quiz_of(entry))
        texts = [self.library.key(path) for path in (entry.path, *files)]
        return digest(self.look, *texts, entry.id, repr(self.facts[entry.path]))

    def _quiz_files(self, quiz: QuizEntry | None) -> list[str]:
        """The files whose questions stand on a page: the quiz and what it draws from."""
        if quiz is None:
            return []
        sources = [self.quizzes[name] for name in source_ids(quiz) if name in self.quizzes]
        return [one.path for one in (quiz, *sources)]


def copies(tree: Tree, root: Path, look: Container[str]) -> dict[str, Path]:
    """Pictures and other files beside the lessons, under the address they have there.

    Raises `Failure` when one would take the place of a file of the site's look.
    """
    prefix = f"{tree.content}/" if tree.content else ""
    quizzes = f"{tree.quizzes}/" if tree.quizzes else "\0"
    found = {
        path[len(prefix) :]: root / path
        for path in tree.files
        if path.startswith(prefix)
        and not path.startswith(quizzes)
        and not path.lower().endswith(_TEXTS)
    }
    for address, file in found.items():
        if address in look:
            raise Failure(
                f"{file.relative_to(root)} has the address of a file of the site's look",
                f"rename it, or put it into {OVERRIDES}/ if it is meant to replace that file",
            )
    return found
