"""Scripts that come when something is used for the first time."""

from __future__ import annotations

from playwright.sync_api import expect

from .pages import EVERYTHING, LESSON


def test_what_is_used_rarely_is_not_there_at_start(visit, course):
    page = visit(course + LESSON)
    assert page.locator("script[src*='/more/'], script[src$='search.js']").count() == 0
    page.locator("textarea.note").fill("Ask what is already known.")
    with page.expect_download() as caught:
        page.locator(".note-save").click()
    assert "Ask what is already known." in caught.value.path().read_text(encoding="utf-8")
    with page.expect_download() as caught:
        page.locator(".note-cal").click()
    assert "BEGIN:VCALENDAR" in caught.value.path().read_text(encoding="utf-8")
    expect(page.locator(".note-status")).to_contain_text("Open the downloaded file")
    assert page.locator("script[src$='more/keep.js']").count() == 1


def test_a_script_that_does_not_come_is_said_calmly_and_asked_for_again(visit, course):
    page = visit(course + LESSON)
    page.route("**/more/keep.js", lambda route: route.abort())
    page.locator("textarea.note").fill("Kept all the same.")
    page.locator(".note-save").click()
    expect(page.locator(".note-status")).to_have_text(
        "This could not load. Check your connection, then press again."
    )
    page.unroute("**/more/keep.js")
    with page.expect_download():
        page.locator(".note-save").click()
    visit.complaints.clear()


def test_the_first_drag_works_although_its_script_comes_with_it(visit, showcase):
    page = visit(showcase + EVERYTHING)
    rows = page.locator(".order > .option")
    first, second = rows.nth(0).get_attribute("data-i"), rows.nth(1).get_attribute("data-i")
    grip = rows.nth(0).locator(".grip")
    grip.scroll_into_view_if_needed()
    with page.expect_request("**/more/drag.js"):
        grip.hover()
        page.mouse.down()
    expect(rows.nth(0)).to_have_class("option lifted")
    box = rows.nth(1).bounding_box()
    assert box
    page.mouse.move(box["x"] + 5, box["y"] + box["height"], steps=5)
    page.mouse.up()
    expect(rows.nth(0)).to_have_attribute("data-i", second)
    expect(rows.nth(1)).to_have_attribute("data-i", first)
