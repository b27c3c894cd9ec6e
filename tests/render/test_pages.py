"""The parts of a lesson's page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.parts import Picture, Source
from builder.render.pages import LessonView, lesson_view, report_link
from builder.render.site import SiteRenderer
from builder.render.words import load_words
from render.samples import AT, course, lesson, page, quiz


def view(text: str = "", **changes: object) -> LessonView:
    row = lesson(body=text or lesson().body, **changes)
    return lesson_view(page(row), load_words("en"), lambda kind, _: f"<section>{kind}</section>")


def order(text: str) -> list[str]:
    return [kind for kind, _ in view(text).blocks]


def test_blocks_follow_the_text() -> None:
    assert order("") == ["prose", "takeaway", "prose", "quiz"]


def test_a_quiz_without_a_place_stands_at_the_end() -> None:
    assert order("Text.") == ["prose", "quiz"]
    assert order("```quiz\n```\n\nText.") == ["prose", "quiz", "prose"]


def test_a_quiz_is_shown_once() -> None:
    assert order("a\n\n```quiz\n```\n\nb\n\n```quiz\n```") == ["prose", "quiz", "prose"]
    assert order("- a\n\n    ```quiz\n    ```\n") == ["prose"]


def test_an_empty_quiz_is_not_shown() -> None:
    shown = page(asked=replace(quiz(), questions=()))
    assert lesson_view(shown, load_words("en"), lambda *_: "").quiz is None


def test_an_exercise_inside_other_text_is_rendered_there() -> None:
    shown = view("- a\n\n    ```takeaway\n    ```\n\n    ```takeaway\n    ```\n")
    html = shown.blocks[0][1][0].html
    assert html.count("<section>takeaway</section>") == 1
    assert "data-course-place" not in html


def test_a_place_written_by_hand_is_no_exercise() -> None:
    shown = view('- a <div data-course-place="takeaway:x"></div>')
    assert "data-course-place" not in shown.blocks[0][1][0].html


def test_the_rail_names_sections_and_exercises() -> None:
    assert [(s.id, s.title, s.exercise) for s in view().rail] == [
        ("begin-early", "Begin early", False),
        ("keep-promises", "Keep promises", False),
        ("_take-trust-map", "Take away", True),
        ("_check-yourself", "Check yourself", True),
    ]


def test_several_exercises_go_by_their_titles() -> None:
    second = replace(lesson().takeaways[0], id="other", title="Talk")
    shown = view(
        "```takeaway\n```\n\n```takeaway\n```\n", takeaways=(lesson().takeaways[0], second)
    )
    assert [stop.title for stop in shown.rail if stop.exercise][:2] == ["Draw", "Talk"]


def test_a_heading_that_differs_from_the_title_is_kept() -> None:
    assert view("# Another name\n\nText.").heading == "Another name"
    same = view("# Lesson First\n\nText.")
    assert (same.heading, same.title_id) == ("", "lesson-first")


def test_question_links_lead_to_sections_of_the_page_only() -> None:
    shown = view()
    assert shown.quiz is not None
    assert shown.quiz.questions[0].section == ("#begin-early", "Begin early")
    assert shown.quiz.questions[1].section is None


def test_lessons_beside_the_home_page_have_no_module_crumb() -> None:
    assert view().crumbs == (("index.html", "Building Trust"), ("trust/index.html", "Module trust"))
    shown = page()
    root = replace(shown, facts=replace(shown.facts, module_url="index.html"))
    crumbs = lesson_view(root, load_words("en"), lambda *_: "").crumbs
    assert crumbs == (("index.html", "Building Trust"),)


def test_sources_become_links() -> None:
    sources = (Source("A *b* & c", "", AT), Source("", "https://x.example/?a=1&b", AT))
    assert view(sources=sources).sources == (
        "A <em>b</em> &amp; c",
        '<a href="https://x.example/?a=1&amp;b" rel="external noopener">https://x.example/?a=1&amp;b</a>',
    )


def test_a_picture_is_found_from_the_page() -> None:
    row = lesson(image=Picture("../pics/a b.png", None, AT))
    shown = lesson_view(page(row), load_words("en"), lambda *_: "").image
    assert shown is not None
    assert (shown.src, shown.alt) == ("../pics/a%20b.png", "")


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("", ""),
        ("https://github.com/a/b", "https://github.com/a/b/blob/HEAD/content/x%20y.md"),
        ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/blob/HEAD/content/x%20y.md"),
    ],
)
def test_report_link(repository: str, expected: str) -> None:
    assert report_link(repository, "content/x y.md") == expected


def test_a_page_knows_nothing_but_itself() -> None:
    """Rendered by a course that holds no lessons, the page is the same."""
    shown = page()
    whole, bare = SiteRenderer(course()), SiteRenderer(course(modules=(), title="Other"))
    assert whole.lesson(shown) == bare.lesson(shown)
