"""Checks of modules and of files that belong to none."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.diagnostics import Diagnostic, Level, Span, code

EMPTY_MODULE = code(
    "empty-module",
    Level.WARNING,
    "A module has no lessons",
    explained(
        what="The module's folder holds no lesson, or its `lessons` list is empty.",
        why="Learners open a page with nothing to do on it.",
        fix="Add a lesson, or take the module out of `modules` in `course.yml`.",
    ),
)
UNTITLED_MODULE = code(
    "untitled-module",
    Level.WARNING,
    "A module has no title",
    explained(
        what="The module has neither a `module.yml` nor an `index.md` that names it.",
        why="Its title is then made from the folder's name, which is seldom what learners"
        " should read.",
        fix="Write a `module.yml` with a title.",
        example="title: The psychology of trust",
    ),
)
ORPHAN_PAGE = code(
    "orphan-page",
    Level.WARNING,
    "No page is made from a Markdown file",
    explained(
        what="The file lies in the folder of lessons, but the course does not show it. Most"
        " often it is a README.md beside an index.md: a folder has one introduction.",
        why="Learners never see what it says.",
        fix="Move its text into the file that is shown, or move the file elsewhere.",
    ),
)
REFUSED_FILE = code(
    "refused-file",
    Level.ERROR,
    "A file was left out",
    explained(
        what="The folder holds something that is not read: a symbolic link, a special file"
        " such as a pipe, or a name that no page can have.",
        why="A link could lead out of the project and publish a file you never meant to"
        " share; a pipe would make the build wait for ever.",
        fix="Put a plain file in its place, with a name made of letters, digits and hyphens.",
    ),
)


def empty_module(facts: Facts) -> Iterator[Diagnostic]:
    """A module has lessons."""
    for module in facts.course.modules:
        if not module.lessons:
            hint = "add a lesson or take the module out of the course"
            yield EMPTY_MODULE.at(module.span, f"the module {module.title!r} has no lessons", hint)


def untitled_module(facts: Facts) -> Iterator[Diagnostic]:
    """A module of a course says its title; a bare folder is named after itself."""
    for module in facts.course.modules:
        file = f"{module.path}/module.yml".lstrip("/")
        described = module.page or file in facts.tree.files
        if not module.title.strip() or (facts.course.explicit and not described):
            message = f"the module {module.id!r} has no title"
            hint = f"write a title into {file}"
            yield UNTITLED_MODULE.at(module.span, message, hint)


def orphan_page(facts: Facts) -> Iterator[Diagnostic]:
    """Every Markdown file below the content folder is a page of the course."""
    for path in facts.texts_below:
        if path not in facts.entries and path not in facts.bodies:
            hint = "move its text into the page of its folder, or the file elsewhere"
            yield ORPHAN_PAGE.at(Span(path), "no page is made from this file", hint)


def refused_file(facts: Facts) -> Iterator[Diagnostic]:
    """What the scan left out is said aloud."""
    for path, reason in facts.tree.refused:
        hint = "put a plain file in its place"
        yield REFUSED_FILE.at(Span(path), f"the file was left out: {reason}", hint)
