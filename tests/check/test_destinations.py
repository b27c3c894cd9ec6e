from __future__ import annotations

from dataclasses import replace

import pytest

from builder.check import check_course
from builder.diagnostics import Level, Span
from builder.model.outline import Link, Outline
from builder.model.parts import Ref

from .make import at, course, headings, in_course, lesson, link, page, picture, takeaway, tree

EMPATHY = "content/psychology/01 Empathy.md"
FILES = ("content/files/list.pdf", "content/people/LICENSE", "content/people/a+b.txt")
CODES = {"broken-link", "broken-anchor", "link-outside"}


def three(target, **more):
    """Two modules, the second with an introduction; the first lesson links to `target`."""
    intro = page(
        "content/psychology/index.md",
        headings=headings((2, "Why it matters"), path="content/psychology/index.md"),
        anchors=("marked",),
    )
    empathy = lesson(
        EMPATHY,
        headings=headings((2, "How to listen"), (2, "Caf\u00e9"), path=EMPATHY),
        takeaways=(takeaway("listen", path=EMPATHY),),
        quiz=Ref("empathy-check", at(9, path=EMPATHY)),
    )
    made = course(lesson(links=(link(target),), **more), empathy)
    first, second = made.modules
    return replace(made, modules=(first, replace(second, page=intro)))


def faults(target):
    made = three(target)
    return [f for f in check_course(made, tree(made, *FILES)) if f.code in CODES]


@pytest.mark.parametrize(
    "target",
    [
        "trust.md",
        "./trust.md",
        "#top",
        "#",
        "?print",
        "../psychology/01%20Empathy.md",
        "../psychology/01 Empathy.md#how-to-listen",
        "../psychology/01%20Empathy.md#caf%C3%A9",
        "../psychology/01%20Empathy.md#listen",
        "../psychology/01%20Empathy.md#empathy-check",
        "../psychology/01%20Empathy.md#quiz",
        "../psychology/01-empathy.html#how-to-listen",
        "../psychology/",
        "../psychology",
        "../psychology/#why-it-matters",
        "../psychology/index.md#marked",
        "../psychology/index.html",
        "..",
        "../",
        "./",
        "../index.html",
        "../about.html",
        "../404.html",
        "../files/list.pdf",
        "LICENSE",
        "a+b.txt",
        "/psychology/01%20Empathy.md",
        "/",
        "https://example.org/nothing.md",
        "mailto:a@example.org",
        "//example.org/x",
    ],
)
def test_links_that_lead_somewhere(target):
    assert not faults(target)


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("trsut.md", "did you mean 'trust.md'?"),
        ("Trust.md", "did you mean 'trust.md'?"),
        ("01 Empathy.md", "did you mean '../psychology/01 Empathy.md'?"),
        ("../psychology/01 Empathy", "did you mean '../psychology/01 Empathy.md'?"),
        ("../psychology/01 Empathy.html", "did you mean '../psychology/01 Empathy.md'?"),
        ("../files/", "the folder has no page"),
        ("/people/nothing.md", "write the way from this file"),
        ("zebra.md", "write the way from this file"),
    ],
)
def test_broken_link(target, hint):
    (found,) = faults(target)
    assert (found.code, found.level, found.span) == ("broken-link", Level.ERROR, at(20, 7))
    assert found.hint.startswith(hint)


def test_link_to_a_file_that_no_page_is_made_from():
    made = three("Draft.MARKDOWN")
    (found,) = in_course("broken-link", made, "content/people/Draft.MARKDOWN")
    assert "no page is made from it" in found.hint


def test_link_to_a_readme_beside_an_index_leads_to_the_index():
    made = three("../psychology/README.md#why-it-matters")
    assert not in_course("broken-link", made, "content/psychology/README.md")
    assert not in_course("broken-anchor", made, "content/psychology/README.md")


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("../psychology/01 Empathy.md#how-to-lisen", "did you mean 'how-to-listen'?"),
        ("../psychology/#why", "use the text of a heading"),
        ("#nowhere", "use the text of a heading"),
    ],
)
def test_broken_anchor(target, hint):
    (found,) = faults(target)
    assert (found.code, found.level, found.span) == ("broken-anchor", Level.ERROR, at(20, 7))
    assert found.hint.startswith(hint)


@pytest.mark.parametrize(
    "target", ["../../README.md", "../../../../etc/passwd", "..%2f..%2f..%2fetc/passwd", "/../x"]
)
def test_link_outside(target):
    (found,) = faults(target)
    assert (found.code, found.level, found.span) == ("link-outside", Level.ERROR, at(20, 7))


def test_links_of_a_bare_folder():
    notes = lesson("notes/a.md", links=(Link("../b.md", "b", Span("notes/a.md", 3, 1)),))
    made = course(notes, lesson("b.md"), content="", explicit=False)
    assert not in_course("broken-link", made)
    outside = Link("../../b.md", "b", Span("notes/a.md", 3, 1))
    made = course(lesson("notes/a.md", links=(outside,)), content="", explicit=False)
    assert [f.span.line for f in in_course("link-outside", made)] == [3]


def test_links_of_pages_are_checked():
    path = "content/index.md"
    home = page(path, links=(Link("nothing.md", "n", Span(path, 4, 2)),))
    (found,) = in_course("broken-link", course(lesson(), home=home))
    assert found.span == Span(path, 4, 2)


def test_missing_image():
    made = course(lesson(pictures=(picture("Map.png"), picture("map.png", line=31))))
    (found,) = in_course("missing-image", made, "content/people/map.png")
    assert (found.level, found.span) == (Level.ERROR, at(30))
    assert found.hint == "did you mean 'map.png'?"


def test_missing_image_elsewhere_is_named():
    made = course(lesson(pictures=(picture("map.png"),)))
    (found,) = in_course("missing-image", made, "content/images/map.png")
    assert found.hint == "did you mean '../images/map.png'?"


@pytest.mark.parametrize("src", ["https://example.org/a.png", "data:image/png;base64,AA=="])
def test_pictures_that_are_no_files(src):
    assert not in_course("missing-image", course(lesson(pictures=(picture(src),))))


def test_the_nearest_file_of_that_name_is_named():
    made = course(lesson(pictures=(picture("map.png"),)))
    files = ["content/a/b/c/map.png", "content/people/sketches/map.png", "content/z/map.png"]
    (found,) = in_course("missing-image", made, *files)
    assert found.hint == "did you mean 'sketches/map.png'?"


def test_picture_outside():
    made = course(lesson(pictures=(picture("../../../secret.png"),)))
    (found,) = in_course("link-outside", made)
    assert found.span == at(30)


def test_unused_image():
    shown = lesson(pictures=(picture("a%20b.png"),), links=(link("big.JPG"),))
    files = ["content/people/a b.png", "content/people/big.JPG", "content/people/left.svg"]
    (found,) = in_course("unused-image", course(shown), *files, "content/x.pdf")
    assert (found.level, found.span) == (Level.INFO, Span("content/people/left.svg"))


def test_a_missing_outline_is_no_fault():
    assert not in_course("broken-anchor", course(lesson(outline=Outline(links=(link("#top"),)))))


def test_pages_of_tags():
    tagged = lesson(tags=(Ref("new", at(5)),), links=(link("../tags/new.html"), link("../tags/")))
    assert not in_course("broken-link", course(lesson(links=(link("../tags/index.html"),)), tagged))
    assert in_course("broken-link", course(lesson(links=(link("../tags/index.html"),))))
