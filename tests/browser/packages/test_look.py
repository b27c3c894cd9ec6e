"""The shell for eyes, keys and ears, at the sizes platforms give it."""

from __future__ import annotations

import pytest

SIZES = [(1440, 900), (650, 600), (390, 780)]
every_look = pytest.mark.parametrize("scheme", ["light", "dark"])
every_size = pytest.mark.parametrize("size", SIZES)


def shell(one):
    """The shell's own frame."""
    return next(frame for frame in one.page.frames if frame.url.endswith("index.html"))


def violations(frame, axe: str) -> list[str]:
    frame.evaluate(axe)
    found: list[str] = frame.evaluate("probes.violations()")
    return found


@every_look
@every_size
def test_no_look_of_the_shell_breaks_a_rule(launch, visit, axe, size, scheme):
    context = visit.context(*size, color_scheme=scheme)
    one = launch("scorm12", context=context)
    frame = shell(one)
    one.lesson.locator("#_complete").click()
    one.page.wait_for_timeout(300)
    assert violations(frame, axe) == []
    assert frame.evaluate("probes.overflow()") == 0
    assert frame.evaluate("probes.small()") == []
    if size[0] < 1000:
        one.sco.get_by_role("button", name="Contents").click()
        assert violations(frame, axe) == []
        one.page.keyboard.press("Escape")
    one.sco.get_by_role("button", name="Reading").click()
    assert violations(frame, axe) == []
    one.page.keyboard.press("Escape")
    one.sco.locator("#_exit").click()
    one.sco.locator("#_closed h1").wait_for()
    assert violations(frame, axe) == []


def test_the_shell_fits_a_very_small_window(launch, visit):
    one = launch("scorm12", size=(320, 256))
    assert shell(one).evaluate("probes.overflow()") == 0
    assert one.sco.locator("#_frame").bounding_box()["height"] > 100
    assert one.lesson.locator("main").bounding_box()["width"] <= 320


def test_lessons_are_reached_by_keys_alone(launch):
    one = launch("scorm12")
    one.sco.locator('#_contents [data-lesson="type"] a').focus()
    one.page.keyboard.press("Enter")
    one.lesson.locator('html[data-ready] body[data-lesson="type"]').wait_for()
    inside = one.page.frame("lesson").evaluate("document.activeElement.id")
    assert inside == "_main"
    one.sco.locator("#_next").focus()
    one.page.keyboard.press("Enter")
    one.lesson.locator('html[data-ready] body[data-lesson="say"]').wait_for()
    assert one.sco.locator("#_said").inner_text() == "Lesson 4 of 9: Say it yourself"
    assert one.sco.locator("#_contents [aria-current]").inner_text().startswith("Say it yourself")


def test_the_contents_close_with_escape_and_when_a_lesson_was_chosen(launch):
    one = launch("scorm12", size=(650, 600))
    button = one.sco.get_by_role("button", name="Contents")
    contents = one.sco.locator("#_contents")
    assert not contents.is_visible()
    button.click()
    assert contents.is_visible()
    one.page.keyboard.press("Escape")
    assert not contents.is_visible()
    assert button.evaluate("b => b === document.activeElement")
    button.click()
    one.go("plain")
    assert not contents.is_visible()


def test_titles_follow_the_lesson_and_back_leads_to_the_one_before(launch):
    one = launch("scorm12")
    one.go("type")
    one.sco.locator("#_next").click()
    one.lesson.locator('html[data-ready] body[data-lesson="say"]').wait_for()
    frame = one.sco.locator("#_frame")
    assert frame.get_attribute("title") == "Lesson: Say it yourself"
    assert shell(one).title() == "Say it yourself · Every Part of a Page"
    one.page.evaluate("history.back()")
    one.lesson.locator('html[data-ready] body[data-lesson="type"]').wait_for()
    one.sco.locator('#_contents [data-lesson="type"] [aria-current]').wait_for()
    one.until(lambda kept: one.own("location") == "type")
    assert one.sco.locator("#_position").inner_text() == "Lesson 3 of 9"


def test_links_within_lessons_are_followed(launch):
    one = launch("scorm12")
    one.lesson.locator(".prevnext .next").click()
    one.sco.locator("#_position").get_by_text("Lesson 2 of 9").wait_for()


def test_a_lesson_resumes_at_the_section_that_was_read(launch, visit):
    context = visit.context(1280, 800)
    one = launch("scorm12", context=context).go("everything")
    one.page.frame("lesson").evaluate("document.querySelectorAll('.part')[2].scrollIntoView()")
    one.until(lambda kept: len(kept.get("cmi.suspend_data", "")) > 20)
    one.page.wait_for_timeout(1000)
    before = one.page.frame("lesson").evaluate("scrollY")
    assert before > 500
    one.page.close()
    two = launch("scorm12", context=context)
    assert two.lesson.locator("body").get_attribute("data-lesson") == "everything"
    two.page.wait_for_timeout(300)
    assert abs(two.page.frame("lesson").evaluate("scrollY") - before) < 400


def test_notes_show_what_was_written_in_lessons(launch):
    one = launch("scorm12").go("everything")
    note = one.lesson.locator("textarea.note").first
    note.fill("Remember the milk")
    note.blur()
    assert one.lesson.locator(".note-status").first.inner_text() == "Saved."
    one.sco.get_by_role("link", name="My notes").click()
    one.lesson.get_by_text("Remember the milk").wait_for()
    assert one.sco.locator("#_position").inner_text() == "My notes"


def test_reading_settings_reach_the_lesson_at_once(launch):
    one = launch("scorm12")
    one.sco.get_by_role("button", name="Reading").click()
    one.sco.get_by_label("Dark").check(force=True)
    assert one.lesson.locator("html").get_attribute("data-theme") == "dark"
