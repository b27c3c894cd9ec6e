"""Whole pages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builder.model.course import Course, Tag
from builder.model.parts import Objective, Picture, Ref, Source
from builder.render.credits import picture_credits, source_lists
from builder.render.site import SiteRenderer
from render.html_check import problems
from render.samples import AT, course, lesson, option, page, quiz, single

GOLDEN = Path(__file__).parent / "golden"
KINDS = (
    "trust/first.html",
    "index.html",
    "trust/index.html",
    "tags/started.html",
    "tags/index.html",
    "about.html",
    "404.html",
)


def rendered(whole: Course, shown: Callable[[], object] = page) -> dict[str, str]:
    site, one = SiteRenderer(whole), page(whole=whole)
    return {
        "trust/first.html": site.lesson(one),
        "index.html": site.home(one.body),
        "trust/index.html": site.module(whole.modules[0], one.body),
        "tags/started.html": site.tag("started"),
        "tags/index.html": site.tags(),
        "about.html": site.about(
            one.body, picture_credits([one.lesson]), source_lists([one.lesson])
        ),
        "404.html": site.not_found(),
    }


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return rendered(course())


@pytest.mark.parametrize("name", KINDS)
def test_every_page_is_well_formed(pages: dict[str, str], name: str) -> None:
    assert problems(pages[name]) == []


@pytest.mark.parametrize("name", KINDS)
def test_links_stay_relative_and_end_in_a_file_name(pages: dict[str, str], name: str) -> None:
    targets = re.findall(r'\b(?:href|src)="([^"]*)"', pages[name])
    own = [
        t for t in targets if not t.startswith(("https://example.org", "https://x.example", "#"))
    ]
    if name == "404.html":
        own.remove("/")
    assert own
    assert [t for t in own if not re.fullmatch(r"(\.\./)*[\w%./-]+\.\w+(#[\w-]+)?", t)] == []


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_loaded_from_elsewhere(pages: dict[str, str], name: str) -> None:
    loaded = re.findall(r"<(?:link|script|img|iframe|source)\b[^>]*>", pages[name])
    assert [tag for tag in loaded if "//" in tag] == []


@pytest.mark.parametrize("name", ["trust/first.html", "index.html"])
def test_golden(pages: dict[str, str], name: str, request: pytest.FixtureRequest) -> None:
    kept = GOLDEN / name.replace("/", "-")
    if request.config.getoption("--update"):
        kept.write_text(pages[name], encoding="utf-8", newline="\n")
    assert pages[name] == kept.read_text(encoding="utf-8")


def test_the_same_course_gives_the_same_bytes(pages: dict[str, str]) -> None:
    assert rendered(course()) == pages


def test_no_page_depends_on_the_hash_seed(pages: dict[str, str]) -> None:
    script = (
        "import hashlib, sys; from render.test_site import rendered; "
        "from render.samples import course; text = repr(sorted(rendered(course()).items())); "
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    found = set()
    for seed in ("1", "2"):
        env = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": f"{root}{os.pathsep}{root}/tests",
        }
        run = subprocess.run(
            [sys.executable, "-c", script], env=env, capture_output=True, text=True, check=True
        )
        found.add(run.stdout)
    assert len(found) == 1


HOSTILE = '"><script>alert(\'x\')</script>&amp;<b title="{{ 7 * 7 }}">'


def hostile_course() -> Course:
    tags = (Tag("started", HOSTILE, "", AT),)
    whole = course(
        hostile_lesson(),
        title=HOSTILE,
        tags=tags,
        authors=(HOSTILE,),
        licence=HOSTILE,
        version=HOSTILE,
    )
    modules = tuple(replace(m, title=HOSTILE) for m in whole.modules)
    return replace(whole, modules=modules)


def hostile_lesson() -> object:
    return lesson(
        title=HOSTILE,
        topic=HOSTILE,
        type=HOSTILE,
        image=Picture(HOSTILE, HOSTILE, AT, "Ana", HOSTILE, HOSTILE),
        sources=(Source("Work", HOSTILE, AT),),
    )


def test_what_is_no_markdown_is_never_markup() -> None:
    """Titles, tags, names, addresses: none of them can open a tag or leave an attribute."""
    whole = hostile_course()
    one = page(hostile_lesson(), whole)
    site = SiteRenderer(whole)
    documents = [
        site.lesson(one),
        site.home(),
        site.module(whole.modules[0]),
        site.tag("started"),
        site.tags(),
        site.about(None, picture_credits([one.lesson]), source_lists([one.lesson])),
        site.not_found(),
    ]
    for document in documents:
        assert "<script>alert" not in document
        assert "<b title" not in document
        assert "49" not in re.sub(r'd="[^"]*"|viewBox="[^"]*"', "", document)
        assert problems(document.replace("{{ 7 * 7 }}", "")) == []


def test_texts_of_a_quiz_with_signs_stay_text() -> None:
    sly = replace(
        single(),
        prompt='Is 1 < 2 & "3" > 2?',
        options=(option("a < b"), option('"b" & c', correct=True, feedback="x < y")),
    )
    document = SiteRenderer(course()).lesson(page(asked=replace(quiz(), questions=(sly,))))
    assert '<span class="q-stem">Is 1 &lt; 2 &amp; "3" &gt; 2?</span>' in document
    assert problems(document) == []


def test_extra_styles_load_only_where_the_text_needs_them() -> None:
    plain, code = page(lesson(body="x")), page(lesson(body="```\ncode\n```"))
    site = SiteRenderer(course())
    assert "assets/content.css" not in site.lesson(plain)
    assert "../assets/content.css" in site.lesson(code)


@pytest.mark.parametrize("name", KINDS)
def test_every_page_describes_itself(pages: dict[str, str], name: str) -> None:
    found = re.search(r'<meta name="description" content="([^"]+)">', pages[name])
    assert found
    assert found[1].strip()


def test_without_an_address_there_is_no_canonical_link() -> None:
    assert "canonical" not in rendered(course())["trust/first.html"]
    pages = rendered(course(url="https://c.example/x"))
    assert (
        '<link rel="canonical" href="https://c.example/x/trust/first.html">'
        in pages["trust/first.html"]
    )
    assert '<link rel="canonical" href="https://c.example/x/">' in pages["index.html"]
    assert "canonical" not in pages["404.html"]


def test_the_page_for_missing_addresses_works_at_any_depth() -> None:
    assert '<base href="/">' in rendered(course())["404.html"]
    assert (
        '<base href="https://c.example/x/">'
        in rendered(course(url="https://c.example/x"))["404.html"]
    )


def test_problems_can_be_reported_only_where_there_is_a_repository() -> None:
    assert "Report a problem" not in rendered(course())["trust/first.html"]
    document = rendered(course(repository="https://r.example/a"))["trust/first.html"]
    assert 'href="https://r.example/a/blob/HEAD/content/trust/first.md"' in document


def test_language_and_direction() -> None:
    assert '<html lang="en" class=' in rendered(course())["index.html"]
    assert '<html lang="ar" dir="rtl" ' in rendered(course(language="ar"))["index.html"]
    assert "60 words a minute" not in rendered(course())["about.html"]
    assert "Speed Texts" in rendered(course(language="fi"))["about.html"]


def test_a_large_course_folds_its_modules() -> None:
    rows = [lesson(f"l{n}", f"m{n % 3}") for n in range(61)]
    document = SiteRenderer(course(*rows)).home()
    assert document.count('<li class="mrow"') == 3
    assert 'class="lrow"' not in document
    assert problems(document) == []


def outline(document: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="_outline">(.*?)</script>', document)
    assert found
    data: dict[str, object] = json.loads(found[1])
    return data


def test_the_outline_on_the_home_page_is_json() -> None:
    whole = course(lesson(title="</script><b>"))
    data = outline(SiteRenderer(whole).home())
    assert data["folded"] is False
    assert data["modules"][0]["lessons"][0]["title"] == "</script><b>"


def test_a_course_without_lessons_still_has_its_pages() -> None:
    site = SiteRenderer(course(modules=(), quizzes=(), tags=(), description="", authors=()))
    for document in (site.home(), site.tags(), site.about(), site.not_found()):
        assert problems(document) == []
        assert "0 min" not in document


def test_a_bare_lesson_has_a_page_without_empty_boxes() -> None:
    bare = lesson(
        body="Only text.",
        subtitle="",
        summary=(),
        objectives=(),
        tags=(),
        topic="",
        type="",
        image=None,
        sources=(),
        takeaways=(),
        quiz=None,
    )
    shown = replace(page(bare, course(bare)), quiz=None)
    document = SiteRenderer(course(bare)).lesson(shown)
    assert problems(document) == []
    for sign in (
        "brief",
        "eyebrow",
        "dek",
        "rail",
        "quiz",
        "takeaway",
        "sources",
        "related",
        "tagchip",
    ):
        assert f'class="{sign}' not in document
    assert "<p></p>" not in document


def test_an_author_can_replace_a_template(tmp_path: Path) -> None:
    text = '{% extends "base.html" %}{% block main %}<h1>Mine</h1>{% endblock %}'
    (tmp_path / "tags.html").write_text(text, encoding="utf-8")
    document = SiteRenderer(course(), tmp_path).tags()
    assert "<h1>Mine</h1>" in document
    assert problems(document) == []


def test_headings_that_sound_like_the_frame_do_not_clash() -> None:
    names = ("Main", "Search", "Prefs", "Check yourself", "In short", "Related lessons", "Sources")
    body = "\n\n".join(f"## {name}\n\nText." for name in names)
    shown = lesson(body=body, objectives=(Objective("main", "x", AT),), tags=(Ref("main", AT),))
    assert problems(SiteRenderer(course()).lesson(page(shown))) == []
