"""What the checks of a whole course look up, each worked out once and only when needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from posixpath import basename, dirname
from typing import NamedTuple

from builder.check.near import Names
from builder.check.targets import join
from builder.model.aims import Aims
from builder.model.catalogue import Entry, Exercise, QuizEntry, shown_quiz, source_ids
from builder.model.course import Course, Page
from builder.model.item import Item
from builder.model.outline import Link
from builder.model.parts import Objective, Picture
from builder.model.quiz import Reveal
from builder.model.tree import Tree
from builder.model.urls import OWN_PAGES, answers_url, module_url, page_url, tag_url

MARKDOWN = (".md", ".markdown")
TEXTS = (*MARKDOWN, ".yml", ".yaml")


class Linked(NamedTuple):
    """A text of the course with what it points at."""

    path: str
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]


def _own(quiz: QuizEntry) -> bool:
    """Whether a quiz links to places of the lesson that shows it, whichever this is."""
    return any(link.target.startswith("#") for link in quiz.links)


class Facts:
    """A course, its files, and indexes over both; every lookup takes constant time."""

    def __init__(self, course: Course, tree: Tree) -> None:
        self.course = course
        self.tree = tree

    @cached_property
    def lessons(self) -> tuple[Entry, ...]:
        """Every lesson in reading order."""
        return tuple(entry for _, entry in self.course.lessons())

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page that is no lesson."""
        pages = [self.course.home, self.course.about, *(m.page for m in self.course.modules)]
        return tuple(page for page in pages if page)

    @cached_property
    def texts(self) -> tuple[Linked, ...]:
        """Everything that may hold links."""
        lessons = [Linked(e.path, e.links, e.pictures) for e in self.lessons]
        pages = [Linked(p.path, p.outline.links, p.outline.pictures) for p in self.pages]
        return tuple(lessons + pages + list(self._asked()))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Lessons by path."""
        return {entry.path: entry for entry in self.lessons}

    @cached_property
    def bodies(self) -> Mapping[str, Page]:
        """Pages that are no lessons by path."""
        return {page.path: page for page in self.pages}

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """The address of every page of the site with the file it is made from ("" for none)."""
        written = {page_url(path): path for path in (*self.entries, *self.bodies)}
        return dict.fromkeys(sorted(self.generated), "") | written

    @cached_property
    def generated(self) -> frozenset[str]:
        """Addresses of the pages that a site has whether or not an author writes them."""
        modules = (module_url(module.path) for module in self.course.modules)
        own = (f"{name}.html" for name in OWN_PAGES)
        fixed = ["index.html", "about.html", "404.html", *own, *modules]
        return frozenset(fixed) | self.tag_addresses

    @cached_property
    def answer_pages(self) -> frozenset[str]:
        """Addresses of the pages with the answers to the lessons' quizzes."""
        return frozenset(answers_url(e.url) for e in self.lessons if self._tells(e))

    def _tells(self, entry: Entry) -> bool:
        quiz = shown_quiz(entry, self.quizzes)
        return bool(quiz and quiz.size and quiz.policy.reveal is not Reveal.NEVER)

    @cached_property
    def tag_addresses(self) -> frozenset[str]:
        """Addresses of the pages of tags and of their list; none where there are no tags."""
        used = {tag.id for entry in self.lessons for tag in entry.tags}
        found = {tag_url(tag) for tag in used.union(tag.id for tag in self.course.tags)}
        return frozenset(found | {"tags/index.html"}) if found else frozenset()

    @cached_property
    def folders(self) -> Mapping[str, str]:
        """Folders that have a page, with the file it is made from ("" for none)."""
        found = {module.path: "" for module in self.course.modules} | {self.course.content: ""}
        return found | {dirname(p): p for p in self.bodies if page_url(p).endswith("index.html")}

    @cached_property
    def all_folders(self) -> frozenset[str]:
        """Every folder that holds a file of the course."""
        found: set[str] = set()
        for path in self.tree.files:
            folder = dirname(path)
            while folder and folder not in found:
                found.add(folder)
                folder = dirname(folder)
        return frozenset(found)

    @cached_property
    def nodes(self) -> tuple[str, ...]:
        """Paths of all files and folders, sorted."""
        return tuple(sorted(self.all_folders.union(self.tree.files)))

    @cached_property
    def texts_below(self) -> tuple[str, ...]:
        """Paths of all Markdown files below the content folder, sorted."""
        found = (path for path in self.tree.files if path.lower().endswith(MARKDOWN))
        return tuple(sorted(path for path in found if self.is_inside(path)))

    @cached_property
    def published_files(self) -> tuple[str, ...]:
        """Paths of all files that something is published from, sorted."""
        shown = {*self.entries, *self.bodies}
        others = (p for p in self.tree.files if not p.lower().endswith(TEXTS))
        return tuple(sorted(shown.union(filter(self.is_inside, others))))

    @cached_property
    def file_names(self) -> Names:
        """Names of all files of the course, without their folders."""
        return Names(self._by_name)

    @cached_property
    def quizzes(self) -> Mapping[str, QuizEntry]:
        """Quizzes by id."""
        return {quiz.id: quiz for quiz in self.course.quizzes}

    @cached_property
    def lesson_names(self) -> Names:
        """Ids of all lessons."""
        return Names(entry.id for entry in self.lessons)

    @cached_property
    def aims(self) -> Aims:
        """What questions can name of lessons, and which lessons show a quiz."""
        return Aims(self.lessons, self.quizzes)

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """The takeaways of all lessons as workshop plans write them: by id, the first of two with
        one id, and as `LESSON.TAKEAWAY`."""
        found: dict[str, Exercise] = {}
        for entry in self.lessons:
            for exercise in entry.takeaways:
                found.setdefault(exercise.id, exercise)
                found[f"{entry.id}.{exercise.id}"] = exercise
        return found

    @cached_property
    def objective_names(self) -> Names:
        """All objectives as workshop plans write them, `LESSON.OBJECTIVE`."""
        return Names(self._objectives)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every question of the course, quiz by quiz."""
        return tuple(item for quiz in self.course.quizzes for item in quiz.items)

    @cached_property
    def assessed(self) -> Mapping[tuple[str, str], list[Item]]:
        """The questions that ask for an objective, by the lesson's path and the objective's id."""
        found: dict[tuple[str, str], list[Item]] = {}
        for quiz in self.course.quizzes:
            for item in quiz.items:
                for ref in item.objectives:
                    for entry, objective in self.aims.objectives(quiz.id, ref.id):
                        found.setdefault((entry.path, objective.id), []).append(item)
        return found

    @cached_property
    def practised(self) -> frozenset[tuple[str, str]]:
        """The objectives that takeaways name, by the lesson's path and the objective's id."""
        named = ((e, ref) for e in self.lessons for t in e.takeaways for ref in t.objectives)
        found = (self.aims.of_lesson(entry, ref.id) for entry, ref in named)
        return frozenset((aim[0].path, aim[1].id) for aim in found if aim)

    def objective(self, name: str) -> Objective | None:
        """The objective of this name, written `LESSON.OBJECTIVE`."""
        return self._objectives.get(name)

    def anchors(self, path: str) -> frozenset[str]:
        """Everything a link may name after `#` on the page made from `path`."""
        if path not in self._anchors:
            self._anchors[path] = frozenset(self._named(path))
        return self._anchors[path]

    def files_named(self, name: str) -> tuple[str, ...]:
        """The paths of all files with this name."""
        return self._by_name.get(name, ())

    def is_incomplete(self, path: str) -> bool:
        """Whether a mistake kept part of a lesson from being read; a finding says so already."""
        entry = self.entries.get(path)
        return entry is not None and entry.incomplete

    def joined(self, file: str, address: str) -> str:
        """The path that an address written in `file` means; a slash starts at the content."""
        if address.startswith("/"):
            return join(f"{self.course.content}/" if self.course.content else "", address[1:])
        return join(file, address)

    def published(self, path: str) -> str:
        """The address of what is published as it is."""
        return path.removeprefix(f"{self.course.content}/") if self.course.content else path

    def is_inside(self, path: str) -> bool:
        """Whether a path lies in the folder of lessons."""
        content = self.course.content
        return not content or path == content or path.startswith(f"{content}/")

    def _asked(self) -> Iterator[Linked]:
        """The links and pictures of questions, once for every folder with a lesson that asks."""
        met: set[tuple[str, str]] = set()
        for entry in self.lessons:
            quiz = shown_quiz(entry, self.quizzes)
            for name in (quiz.id, *source_ids(quiz)) if quiz else ():
                source = self.quizzes.get(name)
                if source and (source.links or source.pictures):
                    where = (entry.path if _own(source) else dirname(entry.path), name)
                    if where not in met:
                        met.add(where)
                        yield Linked(entry.path, source.links, source.pictures)

    @cached_property
    def _objectives(self) -> Mapping[str, Objective]:
        lessons = self.aims.lessons.values()
        return {f"{e.id}.{objective.id}": objective for e in lessons for objective in e.objectives}

    @cached_property
    def _anchors(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for path in sorted(self.tree.files):
            name = basename(path)
            found[name] = (*found.get(name, ()), path)
        return found

    def _named(self, path: str) -> Iterator[str]:
        page, entry = self.bodies.get(path), self.entries.get(path)
        if page:
            yield from (heading.id for heading in page.outline.headings)
            yield from page.outline.anchors
        if entry:
            yield from entry.anchors
            yield from (takeaway.id for takeaway in entry.takeaways)
            yield from [entry.quiz.id] if entry.quiz else []
