import pytest

from builder.diagnostics import Level, Span
from builder.model.course import Shell, Tag
from builder.model.tree import Tree
from builder.read.course import read_course

COURSE = """\
id: bti
title: Building Trust
subtitle: S
description: D
language: pt-BR
version: 1.10
licence: CC BY 4.0
authors: [Ann, Bo]
outcomes: [Know it]
modules: [two, one]
tags:
  started: {label: First steps, description: Begin here}
  trust: Trust
  bare:
pass_mark: 80
url: https://example.org/
repository: https://example.org/git
shell: material
levels: {missing-alt: off, unlisted-lesson: error}
"""
PATHS = ("content/one/a.md", "content/one/b.md", "content/two/10.md", "content/two/9.md")


def read(files, paths=PATHS, content="content"):
    paths = (*paths, *files)
    tree = Tree(content, "", dict.fromkeys(paths, 1))
    result = read_course(tree, {path: text.encode() for path, text in files.items()})
    found = [(f.span.path, f.span.line, f.code) for f in result.findings]
    return result.value, found


def test_everything_in_course_yml_is_read():
    skeleton, findings = read({"content/course.yml": COURSE})
    course = skeleton.course
    assert findings == []
    assert (course.id, course.title, course.subtitle, course.description) == (
        "bti", "Building Trust", "S", "D",
    )  # fmt: skip
    assert (course.language, course.version, course.licence) == ("pt-BR", "1.10", "CC BY 4.0")
    assert (course.authors, course.outcomes) == (("Ann", "Bo"), ("Know it",))
    assert (course.pass_mark, course.url, course.repository) == (
        80, "https://example.org/", "https://example.org/git",
    )  # fmt: skip
    assert course.shell is Shell.MATERIAL
    path = "content/course.yml"
    assert course.tags == (
        Tag("started", "First steps", "Begin here", Span(path, 12, 3)),
        Tag("trust", "Trust", "", Span(path, 13, 3)),
        Tag("bare", "bare", "", Span(path, 14, 3)),
    )
    assert course.levels == (("missing-alt", Level.OFF), ("unlisted-lesson", Level.ERROR))
    assert (course.explicit, course.content, course.span) == (True, "content", Span(path, 1, 1))


def test_modules_come_as_listed_and_lessons_in_natural_order():
    skeleton, _ = read({"content/course.yml": COURSE})
    assert [module.id for module in skeleton.course.modules] == ["two", "one"]
    assert skeleton.lessons == (
        ("content/two/9.md", "content/two/10.md"),
        ("content/one/a.md", "content/one/b.md"),
    )


def test_module_yml_names_and_orders():
    text = "title: One\ndescription: D\noutcomes: [O]\nlessons: [b, a.md]\n"
    skeleton, findings = read({"content/one/module.yml": text})
    module = skeleton.course.modules[0]
    assert findings == []
    assert (module.title, module.description, module.outcomes) == ("One", "D", ("O",))
    assert (module.path, module.span) == ("content/one", Span("content/one/module.yml", 1, 1))
    assert skeleton.lessons[0] == ("content/one/b.md", "content/one/a.md")


def test_names_that_are_wrong_or_absent_are_reported():
    skeleton, findings = read(
        {
            "content/course.yml": "title: T\nmodules:\n  - one\n  - nothing\n",
            "content/one/module.yml": "lessons:\n  - a\n  - zzz\n",
        }
    )
    assert findings == [
        ("content/course.yml", 4, "unknown-module"),
        ("content/two", 0, "unlisted-module"),
        ("content/one/module.yml", 3, "unknown-lesson"),
        ("content/one/b.md", 1, "unlisted-lesson"),
    ]
    assert [module.id for module in skeleton.course.modules] == ["one", "two"]
    assert skeleton.lessons[0] == ("content/one/a.md", "content/one/b.md")


def test_an_empty_list_lists_nothing():
    _, findings = read({"content/course.yml": "title: T\nmodules: []\n"})
    assert [code for *_, code in findings] == ["unlisted-module"] * 2


def test_a_folder_without_course_yml_is_a_course_all_the_same():
    paths = ("b.md", "README.md", "10 last/x.md", "2 first/Part One/y.md", "img/a.png")
    skeleton, findings = read({}, paths, content="")
    course = skeleton.course
    assert findings == []
    assert (course.explicit, course.title, course.id, course.content) == (False, "", "", "")
    assert [(m.id, m.path) for m in course.modules] == [
        ("lessons", ""),
        ("2-first/part-one", "2 first/Part One"),
        ("10-last", "10 last"),
    ]
    assert skeleton.lessons == (("b.md",), ("2 first/Part One/y.md",), ("10 last/x.md",))


def test_the_list_may_name_nested_folders_and_the_root():
    paths = ("content/a.md", "content/m/deep/b.md")
    skeleton, findings = read({"content/course.yml": "title: T\nmodules: [m/deep, .]\n"}, paths)
    assert findings == []
    assert [m.path for m in skeleton.course.modules] == ["content/m/deep", "content"]


def test_a_module_may_be_empty():
    skeleton, _ = read({"content/m/module.yml": "title: M\n"}, ())
    assert (skeleton.course.modules[0].title, skeleton.lessons) == ("M", ((),))


def test_two_files_with_one_stem_are_both_lessons():
    skeleton, _ = read({}, ("content/m/a.md", "content/m/a.markdown"))
    assert sorted(skeleton.lessons[0]) == ["content/m/a.markdown", "content/m/a.md"]


@pytest.mark.parametrize("language", ["english please", "e", "de_DE", "../x"])
def test_a_language_is_a_tag(language):
    skeleton, findings = read({"content/course.yml": f"title: T\nlanguage: {language}\n"})
    assert findings == [("content/course.yml", 2, "wrong-value")]
    assert skeleton.course.language == "en"


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("title: a: b\n", 1, "yaml-syntax"),
        ("subtitle: S\n", 1, "missing-key"),
        ("title: T\nshell: materiel\n", 2, "wrong-value"),
        ("title: T\nlevels: {x: loud}\n", 2, "wrong-value"),
        ("title: T\nurl: javascript:alert(1)\n", 2, "wrong-value"),
        ("title: T\npass_mark: 70%\n", 2, "wrong-type"),
        ("title: T\ntitle: U\n", 2, "duplicate-key"),
        ("title: T\nmodule: [a]\n", 2, "unknown-key"),
    ],
)
def test_a_mistake_is_told_once(text, line, code):
    skeleton, findings = read({"content/course.yml": text})
    assert findings == [("content/course.yml", line, code)]
    assert len(skeleton.course.modules) == 2


def test_mistakes_in_module_yml_have_their_place():
    _, findings = read({"content/one/module.yml": "titel: One\n"})
    assert findings == [("content/one/module.yml", 1, "unknown-key")]
