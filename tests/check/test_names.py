from __future__ import annotations

import pytest

from builder.check import check_course
from builder.diagnostics import Level, Span, all_codes
from builder.model.course import Module, Tag
from builder.model.tree import Tree

from .make import at, course, in_course, lesson, of, ref, tree

NAMES = {"address-collision", "reserved-address", "reserved-name", "unportable-name", "long-name"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("content/a/A.md", "content/a/a.md"),
        ("content/a/01 Trust.md", "content/a/01-trust.md"),
        ("content/a/Caf\u00e9.md", "content/a/cafe\u0301.md"),
        ("content/A b/x.txt", "content/A B/x.txt"),
        ("content/a/Stra\u00dfe.md", "content/a/strasse.md"),
        ("content/a/x.html", "content/a/x.md"),
        ("content/a/Map.png", "content/a/map.png"),
        ("content/a/?.md", "content/a/!.md"),
    ],
)
def test_address_collision(first, second):
    (found,) = in_course("address-collision", with_files(first, second), first, second)
    assert found.level is Level.ERROR
    assert {found.span, found.see[0][0]} == {Span(first), Span(second)}
    assert all_codes()["address-collision"].fatal


def with_files(*paths):
    return course(*(lesson(path) for path in paths if path.endswith(".md")))


def test_no_collision():
    files = ["content/a.md", "content/a/index.md", "content/b/a.md", "content/a/map.png"]
    assert not in_course("address-collision", with_files(*files), *files, "quizzes/A.yml")


def test_a_file_that_no_page_is_made_from_collides_with_nothing():
    made = with_files("content/a/index.md")
    assert not in_course("address-collision", made, "content/a/README.md")


def test_module_collision():
    modules = [
        Module(id=name, path=f"content/{name}", title=name, span=Span(f"content/{name}/module.yml"))
        for name in ("a b", "a-b")
    ]
    (found,) = in_course("address-collision", course(modules=tuple(modules)))
    assert (found.span, found.see[0][0]) == (Span("content/a-b"), Span("content/a b"))


def test_tag_collision():
    defined = Tag("a b", "A", "", Span("content/course.yml", 7))
    made = course(lesson(tags=(ref("a-b"), ref("a b"), ref("c"))), tags=(defined,))
    (found,) = in_course("address-collision", made)
    assert (found.span, found.see[0][0]) == (at(3, 5), defined.span)


@pytest.mark.parametrize(
    "path", ["content/404.md", "content/tags/t.md", "content/tags/README.md", "content/404.html"]
)
def test_reserved_address(path):
    made = course(lesson(tags=(ref("t"),)), *([lesson(path)] if path.endswith("md") else []))
    (found,) = in_course("reserved-address", made, path)
    assert (found.level, found.span) == (Level.ERROR, Span(path))


@pytest.mark.parametrize(
    "path", ["content/index.html", "content/people/index.html", "content/sitemap.xml"]
)
def test_a_file_in_the_place_of_a_page(path):
    (found,) = in_course("reserved-address", course(lesson()), path)
    assert found.span == Span(path)
    assert not in_course("reserved-address", course(lesson()), "content/files/index.html")


def test_a_folder_called_tags_is_free_where_there_are_no_tags():
    assert not in_course("reserved-address", course(lesson("content/tags/index.md")))


@pytest.mark.parametrize("name", ["con.md", "CON", "nul.tar.gz", "Com1.md", "aux .md", "lpt9.png"])
def test_reserved_name(name):
    (found,) = in_course("reserved-name", course(lesson()), f"content/a/{name}")
    assert (found.level, found.span) == (Level.ERROR, Span(f"content/a/{name}"))


@pytest.mark.parametrize("name", ["contact.md", "console.md", "com.md", "com10.md", "nul-1.md"])
def test_names_that_only_start_like_devices(name):
    assert not in_course("reserved-name", course(lesson()), f"content/a/{name}")


def test_a_reserved_folder_is_named_once():
    (found,) = in_course("reserved-name", course(lesson()), "content/con/a.md", "content/con/b.md")
    assert found.span == Span("content/con")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a?.md", "'?'"),
        ('a".md', "'\"'"),
        ("a:b.md", "':'"),
        ("a\u202eb.md", "U+202E"),
        ("a\u200b.md", "U+200B"),
        ("a.", "'.'"),
        ("a ", "a blank"),
        ("a\\b.md", "'\\'"),
    ],
)
def test_unportable_name(name, shown):
    (found,) = in_course("unportable-name", course(lesson()), f"content/{name}")
    assert (found.level, found.span) == (Level.WARNING, Span(f"content/{name}"))
    assert shown in found.message


@pytest.mark.parametrize(
    "name", ["a b.md", "a#b.md", "100%.md", "a'b.md", "\U0001f600.md", "\u4fe1.md"]
)
def test_odd_names_that_work_everywhere(name):
    made = course(lesson())
    found = check_course(made, tree(made, f"content/{name}"))
    assert {f.code for f in found} == {"orphan-page"}


def test_long_name():
    assert not in_course("long-name", course(lesson()), f"content/{'a' * 200}")
    (found,) = in_course("long-name", course(lesson()), f"content/{'a' * 201}")
    assert (found.level, found.span.path) == (Level.ERROR, f"content/{'a' * 201}")


def test_long_address_counts_bytes_of_the_page():
    fits, too_long = "\u4fe1" * 78, "\u4fe1" * 79
    assert not in_course("long-address", course(lesson()), f"content/{fits}.md")
    (found,) = in_course("long-address", course(lesson()), f"content/{too_long}.md")
    assert (found.level, found.span) == (Level.ERROR, Span(f"content/{too_long}.md"))
    assert all_codes()["long-address"].fatal


def test_files_outside_the_content_have_no_address():
    made = course(lesson())
    assert not of("address-collision", check_course(made, _two_quizzes()))


def _two_quizzes():
    return Tree("content", "quizzes", {"quizzes/a.yml": 1, "quizzes/A.yml": 1})
