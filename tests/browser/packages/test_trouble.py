"""Platforms that fail, lie, are slow, come late or are not there at all."""

from __future__ import annotations

import pytest

from .conftest import FORMATS

both = pytest.mark.parametrize("form", FORMATS)
CALM = "Your learning platform is not saving"


@both
@pytest.mark.parametrize("trouble", ["fails", "401", "login"])
def test_a_commit_that_failed_or_only_said_it_worked_is_told_and_sent_again(
    launch, visit, form, trouble
):
    one = launch(form).go("everything")
    one.until(lambda kept: one.own("exit") == "suspend")
    one.page.wait_for_timeout(1200)
    if trouble == "fails":
        one.page.evaluate("() => { platform.fails = true; }")
    else:
        one.page.evaluate("path => { platform.lie = path; }", f"save?{trouble}")
    one.lesson.locator("#_complete").click()
    one.strip.get_by_text(CALM).wait_for(timeout=5000)
    assert one.lesson.locator("#_complete").get_attribute("aria-pressed") == "true"
    one.page.evaluate("() => { platform.fails = false; platform.lie = null; }")
    one.strip.get_by_text("Everything is saved again.").wait_for(timeout=15_000)
    one.until(lambda kept: len(kept.get("cmi.suspend_data", "")) > 10)
    visit.complaints[:] = [text for text in visit.complaints if "status of 401" not in text]


@both
def test_what_a_platform_did_not_take_is_there_when_the_learner_comes_back(launch, visit, form):
    context = visit.context()
    one = launch(form, context=context, fails=1).go("type")
    one.lesson.locator("#_complete").click()
    one.strip.get_by_text(CALM).wait_for()
    one.sco.locator("#_exit").click()
    one.sco.get_by_text("They are kept in this browser").wait_for()
    one.page.evaluate(
        "() => localStorage.removeItem(Object.keys(localStorage).find(k => k.startsWith('kept:')))"
    )
    one.page.close()
    stranger = launch(form, context=context, learner="another")
    assert stranger.sco.locator("#_contents .done").count() == 0
    two = launch(form, context=context)
    assert two.lesson.locator("body").get_attribute("data-lesson") == "type"
    two.until(lambda kept: len(kept.get("cmi.suspend_data", "")) > 10)


@both
def test_a_slow_platform_holds_nobody_up(launch, form):
    one = launch(form).go("everything")
    one.page.wait_for_timeout(1500)
    one.page.evaluate("() => { platform.slow = 2000; }")
    spent = one.page.frame("lesson").evaluate(
        """() => {
          const began = performance.now();
          const form = document.querySelector('form[data-question=one]');
          form.querySelector('input').click();
          form.requestSubmit();
          document.querySelector('#_complete').click();
          return performance.now() - began;
        }"""
    )
    assert spent < 50


@both
def test_an_api_that_comes_late_is_waited_for(launch, form):
    one = launch(form, late=1500, wait=False)
    one.strip.get_by_text("Connecting").wait_for()
    one.ready()
    one.until(lambda kept: one.own("status") == "incomplete")
    assert one.strip.inner_text() == ""


def test_without_any_platform_progress_stays_in_this_browser(visit, platform):
    context = visit.context()
    page = visit.open(context, platform + "scorm12/index.html")
    lesson = page.frame_locator("#_frame")
    page.get_by_text("No learning platform was found").wait_for()
    lesson.locator("html[data-ready]").wait_for(state="attached")
    lesson.locator("#_complete").click()
    page.locator("#_progress").get_by_text("1 of 9 lessons done").wait_for()
    assert not page.locator("#_exit").is_visible()
    again = visit.open(context, platform + "scorm12/index.html")
    again.locator("#_progress").get_by_text("1 of 9 lessons done").wait_for()


@pytest.mark.parametrize("form", [*FORMATS])
def test_a_package_opens_from_a_folder_on_disk(visit, packages, form):
    page = visit.context().new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((packages / form / "index.html").as_uri())
    page.get_by_text("No learning platform was found").wait_for()
    lesson = page.frame_locator("#_frame")
    lesson.locator("html[data-ready]").wait_for(state="attached")
    page.locator("#_next").click()
    page.locator("#_position").get_by_text("Lesson 2 of 9").wait_for()
    lesson.locator("html[data-ready]").wait_for(state="attached")
    assert errors == []


def test_every_page_of_a_package_works_by_itself(visit, packages):
    for form, page in [("scorm12", "basics/type.html"), ("cmi5", "basics/type.html")]:
        opened = visit.context().new_page()
        opened.goto((packages / form / page).as_uri())
        opened.locator("html[data-ready]").wait_for(state="attached")
        opened.locator("#_complete").click()
        opened.reload()
        opened.locator("#_complete[aria-pressed=true]").wait_for()


def test_a_course_in_a_window_of_its_own_finds_the_platform(visit, platform):
    page = visit(platform + "player.html?format=scorm12")
    with page.expect_popup() as popup:
        page.evaluate("() => void (window.API.opened = window.open('scorm12/index.html'))")
    popup.value.locator("#_exit").wait_for()
