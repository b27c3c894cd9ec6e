"""What frames a page: search, reading settings, print, and life without a script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .pages import EVERYTHING, KINDS, LESSON


@pytest.mark.parametrize("kind", KINDS)
def test_search_finds_lessons_from_every_page(visit, course, kind):
    page = visit(course + KINDS[kind])
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("Cultivating")
    hit = page.locator(".find-results a").first
    expect(hit).to_contain_text("Cultivating Empathy")
    expect(page.locator(".find-status")).to_have_text(re.compile(r"^\d+ results?$"))
    hit.click()
    expect(page.locator("h1")).to_have_text("Cultivating Empathy")


def test_search_leads_to_the_section_and_marks_the_words(visit, course):
    page = visit(course + LESSON)
    page.keyboard.press("Control+k")
    page.keyboard.type("granovetter")
    hit = page.locator(".find-results a").first
    expect(hit.locator("mark").first).to_have_text("Granovetter")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#map-three-kinds-of-tie$"))
    expect(page.locator("#_search")).to_be_hidden()


def test_search_says_when_it_found_nothing(visit, course):
    page = visit(course)
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("zzyzx")
    expect(page.locator(".find-status")).to_have_text("Nothing found for “zzyzx”. Try one word.")
    page.get_by_role("button", name="Close").click()
    expect(page.locator("#_search")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "_open-search"


def test_search_says_when_it_cannot_load(visit, course):
    context = visit.context()
    page = visit.open(context, course)
    context.route(re.compile("/assets/search"), lambda route: route.abort())
    page.keyboard.press("Control+k")
    expect(page.locator(".find-status")).to_contain_text("Search could not load.")
    visit.complaints.clear()


def test_nothing_of_search_is_loaded_before_it_is_used(visit, course):
    page = visit(course + LESSON)
    assert "search" not in str(page.evaluate("performance.getEntries().map(e => e.name)"))


def test_reading_settings_hold_on_every_page_without_a_flash(visit, course):
    context = visit.context()
    page = visit.open(context, course)
    page.get_by_role("button", name="Reading").click()
    for label in ("Dark", "Large", "Sans"):
        page.get_by_role("radio", name=label, exact=True).check()
    other = visit.open(context, course + LESSON)
    root = other.locator("html")
    assert [root.get_attribute(f"data-{n}") for n in ("theme", "size", "face")] == [
        "dark",
        "l",
        "sans",
    ]
    assert other.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(26, 21, 30)"
    assert other.locator("#_prefs input[value=dark]").is_checked()


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_reads_without_a_script(visit, course, kind):
    page = visit(course + KINDS[kind], java_script_enabled=False)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".tools")).to_be_hidden()
    assert page.locator("main").inner_text().strip()


def test_answers_have_a_page_without_a_script(visit, showcase):
    page = visit(showcase + EVERYTHING, java_script_enabled=False)
    form = page.locator(".q").first
    expect(form.get_by_role("button", name="Check answer")).to_be_hidden()
    page.locator(".quiz a[rel=nofollow]").click()
    expect(page.locator(".why").first).to_be_visible()


def test_tabs_and_boxes_open_without_a_script(visit, showcase):
    page = visit(showcase + EVERYTHING, java_script_enabled=False)
    page.locator(".tabbed-labels label").nth(1).click()
    expect(page.locator(".tabbed-block").nth(1)).to_be_visible()
    page.get_by_text("Can it open?").click()
    expect(page.get_by_text("It can.")).to_be_visible()


def test_a_site_opened_from_a_folder_works(browser, built: Path):
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((built / LESSON).as_uri())
    page.keyboard.press("Control+k")
    page.keyboard.type("empathy")
    page.locator(".find-results a").first.click()
    expect(page.locator("h1")).to_contain_text("Empathy")
    page.locator(".q [type=submit]").first.click()
    expect(page.locator(".q-error").first).to_be_visible()
    assert [text for text in complaints if "font" not in text.lower()] == []
    page.close()


@pytest.mark.parametrize("kind", ["home", "lesson"])
def test_forced_colours_keep_every_state_apart(visit, course, kind):
    page = visit(course + KINDS[kind], forced_colors="active")
    if kind == "lesson":
        first, second = page.locator(".q-single-choice").first.locator(".option label").all()[:2]
        first.click()
        mark, other = first.locator(".mark"), second.locator(".mark")
        background = "m => getComputedStyle(m).backgroundColor"
        assert mark.evaluate(background) != other.evaluate(background)
    assert page.locator(".casing").first.evaluate(
        "c => getComputedStyle(c).stroke"
    ) != page.locator(".weave .t").first.evaluate("t => getComputedStyle(t).stroke")


def test_reduced_motion_stops_all_motion(visit, course):
    page = visit(course + LESSON, reduced_motion="reduce")
    assert page.evaluate("probes.moving()") == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_motion_is_there_for_those_who_want_it(visit, course):
    page = visit(course + LESSON, reduced_motion="no-preference")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_a_lesson_prints_on_few_sheets_without_answers(visit, course):
    page = visit(course + LESSON, color_scheme="dark")
    page.locator(".option label").first.click()
    page.locator(".q [type=submit]").first.click()
    assert pages_of(page.pdf(format="A4")) <= 6
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".verdict").first).to_be_hidden()
    expect(page.locator(".q-actions").first).to_be_hidden()
    expect(page.locator(".top")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
