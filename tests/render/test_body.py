"""Cutting rendered HTML into parts."""

from __future__ import annotations

from builder.render.body import EMPTY_BODY, Body, Part, mark, place, places, split


def test_split_keeps_the_order_of_parts() -> None:
    html = (
        f'<p>a</p>\n{mark("section", "")}\n<h2 id="s">S</h2>\n<p>b</p>\n'
        f"{mark('takeaway', '0')}\n<p>c</p>\n{mark('quiz', 'q')}\n"
    )
    assert split(html, "T", "t") == Body(
        (
            Part("intro", html="<p>a</p>"),
            Part("section", "s", "S", "<p>b</p>"),
            Part("takeaway", "0"),
            Part("more", html="<p>c</p>"),
            Part("quiz", "q"),
        ),
        title="T",
        title_id="t",
    )


def test_html_joins_the_text_without_exercises() -> None:
    body = Body((Part("intro", html="<p>a</p>"), Part("quiz", "q"), Part("section", "s", "S", "b")))
    assert body.html == '<p>a</p>\n<h2 id="s">S</h2>\nb'
    assert EMPTY_BODY.html == ""


def test_places_are_found_and_facilitator_notes_are_not() -> None:
    html = f"<ul><li>{place('takeaway', '0')}</li></ul>{place('quiz', 'q')}"
    assert places(html) == (
        (place("takeaway", "0"), "takeaway", "0"),
        (place("quiz", "q"), "quiz", "q"),
    )
    assert split(f"<p>a</p>{place('facilitator', '0')}").parts == (Part("intro", html="<p>a</p>"),)
    assert split(mark("facilitator", "0")).parts == ()
