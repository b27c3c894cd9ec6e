"""The course site: every page and file of it, as recipes.

The key of each recipe digests everything its page shows, so a build after one edit makes the
few pages the edit touches and keeps the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from builder.diagnostics import Failure
from builder.model.catalogue import Entry, QuizEntry, shown_quiz, source_ids
from builder.model.course import Course, Module, Page
from builder.model.quiz import Reveal, pools
from builder.model.tree import Tree
from builder.model.urls import OWN_PAGES, answers_url
from builder.publish.assets import assets
from builder.publish.bundle import Bundle, Content, Recipe, digest
from builder.publish.learner import learner_files
from builder.publish.library import Library
from builder.publish.search import search_files
from builder.publish.sitemap import sitemap
from builder.render.body import Body
from builder.render.credits import picture_credits, source_lists
from builder.render.environment import fingerprint
from builder.render.facts import LessonFacts, lesson_facts
from builder.render.pages import LessonPage
from builder.render.site import SiteRenderer

OVERRIDES = "site_overrides"
_TEXTS = (".md", ".markdown", ".yml", ".yaml")


def site(course: Course, library: Library, tree: Tree, root: Path) -> Bundle:
    """The site of the course in the folder `root`."""
    overrides = root / OVERRIDES
    return _Site(course, library, overrides if overrides.is_dir() else None).bundle(tree, root)


class _Site:
    def __init__(self, course: Course, library: Library, overrides: Path | None) -> None:
        self.course = course
        self.library = library
        self.overrides = overrides
        self.look = fingerprint(overrides)
        self.quizzes = {quiz.id: quiz for quiz in course.quizzes}

    @cached_property
    def renderer(self) -> SiteRenderer:
        return SiteRenderer(self.course, self.overrides)

    @cached_property
    def frame(self) -> str:
        """What every overview page shows of the course itself."""
        bare = replace(self.course, modules=(), quizzes=(), home=None, about=None, levels=())
        return repr((bare, self.renderer.site))

    def bundle(self, tree: Tree, root: Path) -> Bundle:
        look = assets(self.overrides)
        files: dict[str, Content] = {**look, **_copies(tree, root, look)}
        files.update(search_files(self.course, self.library))
        files.update(self._lessons())
        files.update(self._overviews())
        files.update(learner_files(self.course, self.keys, self._work))
        if self.course.url:
            own = self.renderer.site.own
            pages = [path for path in files if _is_page(path) and path not in own]
            files["sitemap.xml"] = sitemap(self.course.url, pages)
        return Bundle(files)

    @cached_property
    def facts(self) -> dict[str, LessonFacts]:
        """What every lesson's page shows from outside the lesson, by the lesson's path."""
        return lesson_facts(self.course)

    @cached_property
    def keys(self) -> dict[str, bytes]:
        """A digest of all that a lesson's page shows, by the lesson's path."""
        return {entry.path: self._key(entry) for _, entry in self.course.lessons()}

    def _key(self, entry: Entry) -> bytes:
        files = self._quiz_files(shown_quiz(entry, self.quizzes))
        texts = [self.library.key(path) for path in (entry.path, *files)]
        return digest(self.look, *texts, entry.id, repr(self.facts[entry.path]))

    def _lessons(self) -> Iterator[tuple[str, Recipe]]:
        for _, entry in self.course.lessons():
            yield from self._lesson(entry, self.facts[entry.path])

    def _lesson(self, entry: Entry, facts: LessonFacts) -> Iterator[tuple[str, Recipe]]:
        """A lesson's page, and the answers to its quiz unless the author keeps them."""
        quiz = shown_quiz(entry, self.quizzes)
        key = self.keys[entry.path]
        yield entry.url, Recipe(key, lambda: self._lesson_page(entry, quiz, facts))
        if quiz and quiz.size and quiz.policy.reveal is not Reveal.NEVER:
            yield (
                answers_url(entry.url),
                Recipe(digest("answers", key), lambda: self._answers(entry, quiz, facts)),
            )

    def _work(self, entry: Entry) -> Mapping[str, Any]:
        quiz = shown_quiz(entry, self.quizzes)
        return self.renderer.work(self._page_of(entry, quiz, self.facts[entry.path]))

    def _lesson_page(self, entry: Entry, quiz: QuizEntry | None, facts: LessonFacts) -> bytes:
        return self.renderer.lesson(self._page_of(entry, quiz, facts)).encode()

    def _answers(self, entry: Entry, quiz: QuizEntry, facts: LessonFacts) -> bytes:
        return self.renderer.answers(self._page_of(entry, quiz, facts)).encode()

    def _page_of(self, entry: Entry, quiz: QuizEntry | None, facts: LessonFacts) -> LessonPage:
        lesson, body = self.library.lesson(entry.path)
        shown = self.library.quiz(quiz.id) if quiz else None
        drawn = pools(shown, self.library.quiz) if shown else ()
        return LessonPage(lesson, entry, shown, body, facts, drawn)

    def _quiz_files(self, quiz: QuizEntry | None) -> list[str]:
        """The files whose questions stand on a page: the quiz and what it draws from."""
        if quiz is None:
            return []
        sources = [self.quizzes[name] for name in source_ids(quiz) if name in self.quizzes]
        return [one.path for one in (quiz, *sources)]

    def _overviews(self) -> Iterator[tuple[str, Recipe]]:
        """The pages about the course as a whole; the rows are all they show of the lessons."""
        make, home = self.renderer, self.course.home
        rows = repr(make.modules)
        for row, module in zip(make.modules, self.course.modules, strict=True):
            body = self._page_key(module.page)
            yield row.url, self._page(partial(self._module, module), repr(row), body)
        for tag in make.tag_rows:
            yield tag.url, self._page(partial(make.tag, tag.id), repr(tag))
        if make.tag_rows:
            yield "tags/index.html", self._page(make.tags, repr(make.tag_rows))
        yield (
            "index.html",
            self._page(lambda: make.home(self._body(home)), rows, self._page_key(home)),
        )
        yield "about.html", self._about(rows)
        yield "404.html", self._page(make.not_found)
        for name, url in zip(OWN_PAGES, make.site.own, strict=True):
            yield url, self._page(partial(make.own, name), rows)

    def _about(self, rows: str) -> Recipe:
        entries = [entry for _, entry in self.course.lessons()]
        shown = repr([(entry.image, entry.sources) for entry in entries])
        page = self.course.about
        credits_, sources = picture_credits(entries), source_lists(entries)
        return self._page(
            lambda: self.renderer.about(self._body(page), credits_, sources),
            rows,
            shown,
            self._page_key(page),
        )

    def _page(self, make: Callable[[], str], *parts: bytes | str) -> Recipe:
        key = digest(self.look, self.frame, *parts)
        return Recipe(key, lambda: make().encode())

    def _module(self, module: Module) -> str:
        return self.renderer.module(module, self._body(module.page))

    def _body(self, page: Page | None) -> Body | None:
        return self.library.page(page.path) if page else None

    def _page_key(self, page: Page | None) -> bytes:
        return self.library.key(page.path) if page else b""


def _copies(tree: Tree, root: Path, look: Container[str]) -> dict[str, Path]:
    """Pictures and other files beside the lessons, under the address they have there.

    Raises `Failure` when one would take the place of a file of the site's look.
    """
    prefix = f"{tree.content}/" if tree.content else ""
    quizzes = f"{tree.quizzes}/" if tree.quizzes else "\0"
    copies = {
        path[len(prefix) :]: root / path
        for path in tree.files
        if path.startswith(prefix)
        and not path.startswith(quizzes)
        and not path.lower().endswith(_TEXTS)
    }
    for address, file in copies.items():
        if address in look:
            raise Failure(
                f"{file.relative_to(root)} has the address of a file of the site's look",
                f"rename it, or put it into {OVERRIDES}/ if it is meant to replace that file",
            )
    return copies


def _is_page(path: str) -> bool:
    return path.endswith(".html") and path != "404.html" and not path.startswith("answers/")
