"""The course site: every page and file of it, as recipes.

The key of each recipe digests everything its page shows, so a build after one edit makes the
few pages the edit touches and keeps the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from builder.model.catalogue import Entry
from builder.model.course import Course, Module, Page
from builder.model.quiz import Reveal
from builder.model.tree import Tree
from builder.model.urls import OWN_PAGES, answers_url
from builder.publish.assets import assets
from builder.publish.bundle import Bundle, Content, Recipe, digest
from builder.publish.learner import learner_files
from builder.publish.lessons import Lessons, copies, own_overrides
from builder.publish.library import Library
from builder.publish.search import search_files
from builder.publish.sitemap import sitemap
from builder.render.body import Body
from builder.render.credits import picture_credits, source_lists


def site(course: Course, library: Library, tree: Tree, root: Path) -> Bundle:
    """The site of the course in the folder `root`."""
    return _Site(course, library, own_overrides(root)).bundle(tree, root)


class _Site(Lessons):
    @cached_property
    def frame(self) -> str:
        """What every overview page shows of the course itself."""
        bare = replace(self.course, modules=(), quizzes=(), home=None, about=None, levels=())
        return repr((bare, self.renderer.site))

    def bundle(self, tree: Tree, root: Path) -> Bundle:
        look = assets(self.overrides)
        files: dict[str, Content] = {**look, **copies(tree, root, look)}
        files.update(search_files(self.course, self.library))
        files.update(self._lessons())
        files.update(self._overviews())
        if self.course.url:
            own = self.renderer.site.own
            pages = [path for path in files if _is_page(path) and path not in own]
            files["sitemap.xml"] = sitemap(self.course.url, pages)
        return Bundle(files)

    def _lessons(self) -> Iterator[tuple[str, Recipe]]:
        """What is made from the same texts stands together, to be made by the same worker."""
        work = iter(learner_files(self.course, self.keys, self._work).items())
        for module in self.course.modules:
            for entry in module.lessons:
                yield from self._lesson(entry)
            yield next(work)
        yield from work

    def _lesson(self, entry: Entry) -> Iterator[tuple[str, Recipe]]:
        """A lesson's page, and the answers to its quiz unless the author keeps them."""
        quiz = self.quiz_of(entry)
        key = self.keys[entry.path]
        yield entry.url, Recipe(key, lambda: self.renderer.lesson(self.page_of(entry)).encode())
        if quiz and quiz.size and quiz.policy.reveal is not Reveal.NEVER:
            yield (
                answers_url(entry.url),
                Recipe(digest("answers", key), partial(self._answers, entry)),
            )

    def _work(self, entry: Entry) -> Mapping[str, Any]:
        return self.renderer.work(self.page_of(entry))

    def _answers(self, entry: Entry) -> bytes:
        return self.renderer.answers(self.page_of(entry)).encode()

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


def _is_page(path: str) -> bool:
    return path.endswith(".html") and path != "404.html" and not path.startswith("answers/")
