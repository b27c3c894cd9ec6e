"""What a platform is told, however the learner comes and goes."""

from __future__ import annotations

from contextlib import suppress

import pytest
from playwright.sync_api import Error

from .conftest import FORMATS

both = pytest.mark.parametrize("form", FORMATS)

ENDINGS = {
    "exit": lambda one: one.sco.locator("#_exit").click(),
    "frame navigated": lambda one: one.page.evaluate(
        "document.querySelector('#sco').src = 'about:blank'"
    ),
    "frame removed": lambda one: one.page.evaluate("document.querySelector('#sco').remove()"),
    "top navigated": lambda one: one.page.goto("about:blank"),
    "tab closed": lambda one: one.page.close(),
}


@both
def test_a_session_begins_with_a_commit_that_can_be_gone_on_with(launch, form):
    one = launch(form)
    one.until(lambda kept: one.own("exit") == "suspend", 1)
    assert one.calls[0]["name"] == "open"
    assert one.own("status") == "incomplete"
    assert one.own("time")
    one.page.wait_for_timeout(1200)
    assert {call["code"] for call in one.calls} == {"0"}


@both
def test_answers_and_completion_reach_the_platform_within_a_second(launch, form):
    one = launch(form).go("everything")
    one.choose("one", "code")
    one.until(lambda kept: "cmi.interactions.0.result" in kept, 1)
    one.lesson.locator("#_complete").click()
    one.page.wait_for_timeout(300)
    one.go("plain")
    one.until(lambda kept: one.own("location") == "plain", 1.5)
    assert one.kept["cmi.interactions.0.result"] == "correct"
    assert one.sco.locator("#_progress").inner_text() == "1 of 9 lessons done"


@both
@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_is_lost_whatever_way_a_session_ends(launch, visit, form, ending):
    context = visit.context()
    one = launch(form, context=context).go("everything")
    one.lesson.locator("#_complete").click()
    one.go("type")
    # Typed a moment before the end: neither the page nor the queue has had time to keep it.
    one.lesson.locator("#_complete").click()
    ENDINGS[ending](one)
    two = launch(form, context=context)
    assert two.lesson.locator("body").get_attribute("data-lesson") == "type"
    done = two.sco.locator("#_contents .done[data-lesson]").evaluate_all(
        "rows => rows.map(row => row.dataset.lesson)"
    )
    assert done == ["everything", "type"]


@both
def test_a_session_is_closed_once_and_never_with_a_commit(launch, form):
    one = launch(form)
    one.until(lambda kept: one.own("exit") == "suspend")
    one.lesson.locator("#_complete").click()
    said = one.page.evaluate(REMOVE)
    assert said.count("close") == 1
    assert said[-1] == "close"
    assert "commit" not in said
    one.page.wait_for_timeout(1500)
    assert one.calls[-1]["name"] == "close"


REMOVE = """() => {
  const before = calls.length;
  document.querySelector("#sco").remove();
  return calls.slice(before).map(call => call.name);
}"""


@both
def test_a_course_that_is_hidden_and_then_killed_has_lost_nothing(launch, visit, form):
    context = visit.context()
    one = launch(form, context=context).go("type")
    one.lesson.locator("#_complete").click()
    one.page.frame("lesson").evaluate(HIDE)
    one.sco.locator("body").evaluate(HIDE)
    assert one.own("location") == "type"
    crash(one.page)
    two = launch(form, context=context)
    assert two.sco.locator("#_contents .done").first.get_attribute("data-lesson") == "type"


HIDE = """() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def crash(page) -> None:
    """Kill the page's process: nothing in it hears of it."""
    with page.expect_event("crash"), suppress(Error):
        page.goto("chrome://crash")


@both
def test_the_closing_page_says_that_everything_is_saved(launch, form):
    one = launch(form)
    one.sco.locator("#_exit").click()
    heading = one.sco.get_by_role("heading", name="You can close this window now.")
    heading.wait_for()
    assert heading.evaluate("h => h === document.activeElement")
    assert "Everything is saved" in one.sco.locator("#_closed").inner_text()
    assert one.page.evaluate("document.querySelector('#sco').contentDocument.title").startswith(
        "You can close"
    )
    if form == "scorm2004":
        assert one.kept["adl.nav.request"] == "suspendAll"


@both
def test_a_learner_who_stays_after_all_goes_on_as_before(launch, form):
    one = launch(form).go("everything")
    one.sco.locator("body").evaluate(
        "() => dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    )
    one.lesson.locator("#_complete").click()
    one.until(lambda kept: one.own("location") == "everything")
    assert "close" not in [call["name"] for call in one.calls]


@both
@pytest.mark.parametrize(
    "option", [{"mode": "browse"}, {"mode": "review"}, {"credit": "no-credit"}]
)
def test_looking_round_is_not_recorded(launch, form, option):
    one = launch(form, **option).go("everything")
    one.choose("one", "code")
    one.lesson.locator("#_complete").click()
    one.page.wait_for_timeout(1200)
    written = [call["args"][0] for call in one.calls if call["name"] == "set"]
    assert not [n for n in written if "status" in n or "score" in n or "interactions" in n]


@both
def test_a_score_comes_from_exams_and_a_lesson_counts_when_all_is_done(launch, form):
    one = launch(form).go("exam")
    hand_in = one.lesson.locator(".hand-in button")
    hand_in.click()
    hand_in.click()
    one.until(lambda kept: one.own("raw") != "")
    assert one.own("status") == "incomplete"
    assert one.kept["cmi.objectives.0.id"] == "quiz.exam"


def test_without_interactions_the_course_goes_on(launch):
    one = launch("scorm12", plain=1).go("everything")
    one.choose("one", "code")
    one.until(lambda kept: len(kept.get("cmi.suspend_data", "")) > 20)
    assert one.strip.inner_text() == ""
