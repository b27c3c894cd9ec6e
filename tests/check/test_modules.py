from __future__ import annotations

from dataclasses import replace

from builder.check import check_course
from builder.diagnostics import Level, Span
from builder.model.course import Module
from builder.model.tree import Tree

from .make import course, in_course, lesson, of, page, tree

EMPTY = Module(id="a", path="content/a", title="A", span=Span("content/a/module.yml", 1, 1))


def test_empty_module():
    (found,) = in_course("empty-module", course(modules=(EMPTY,)))
    assert (found.level, found.span) == (Level.WARNING, EMPTY.span)
    assert not in_course("empty-module", course(lesson()))


def test_untitled_module():
    made = course(lesson())
    bare = Tree("content", "", {"content/course.yml": 1, "content/people/trust.md": 1})
    (found,) = of("untitled-module", check_course(made, bare))
    assert (found.level, found.span) == (Level.WARNING, made.modules[0].span)
    assert "content/people/module.yml" in found.hint


def test_a_module_is_titled_by_its_file_or_its_page():
    made = course(lesson())
    assert not in_course("untitled-module", made)
    titled = replace(made.modules[0], page=page("content/people/index.md"))
    bare = Tree("content", "", {"content/people/trust.md": 1, "content/people/index.md": 1})
    assert not of("untitled-module", check_course(replace(made, modules=(titled,)), bare))


def test_a_bare_folder_need_not_title_its_modules():
    made = course(lesson("people/trust.md"), explicit=False, content="")
    bare = Tree("", "", {"people/trust.md": 1})
    assert not of("untitled-module", check_course(made, bare))


def test_orphan_page():
    made = course(lesson(), home=page("content/index.md"))
    files = ["content/README.md", "quizzes/notes.md", "content/people/list.txt"]
    (found,) = in_course("orphan-page", made, *files)
    assert (found.level, found.span) == (Level.WARNING, Span("content/README.md"))


def test_refused_file():
    made = course(lesson())
    refused = [("content/x.md", "symbolic links are not followed")]
    (found,) = of("refused-file", check_course(made, tree(made, refused=refused)))
    assert (found.level, found.span) == (Level.ERROR, Span("content/x.md"))
    assert "symbolic links are not followed" in found.message
