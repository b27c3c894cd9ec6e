"""Lessons that a platform launches one by one, and what its record store is told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from .lrs import ACTOR, Lrs, verb

CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/"
SECRET = "what only I may read"


@pytest.fixture
def lrs(packages) -> Iterator[Lrs]:
    made = Lrs(packages / "cmi5")
    yield made
    made.close()


@pytest.fixture
def start(browser, lrs) -> Iterator[Callable[..., Page]]:
    """Launch a lesson in a browser profile of its own: `start("type")`."""
    contexts = []

    def launched(lesson: str, script: str = "") -> Page:
        contexts.append(browser.new_context(reduced_motion="reduce"))
        contexts[-1].set_default_timeout(10_000)
        page = contexts[-1].new_page()
        if script:
            page.add_init_script(script)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(lrs.launch(f"basics/{lesson}.html"))
        page.locator("html[data-ready]").wait_for(state="attached")
        assert errors == []
        return page

    yield launched
    for context in contexts:
        context.close()


def until(page: Page, wanted: Callable[[], object], seconds: float = 5) -> None:
    for _ in range(int(seconds * 20)):
        if wanted():
            return
        page.wait_for_timeout(50)
    pytest.fail("it did not happen")


def leave(page: Page, lrs: Lrs) -> None:
    """Close the tab and wait until its last words have arrived."""
    other = page.context.new_page()
    page.close()
    until(other, lambda: "terminated" in lrs.verbs())


def hand_in(page: Page, *, right: bool) -> None:
    """Take the timed quiz: two questions, with the keys of the page."""
    page.get_by_role("button", name="Start").click()
    page.evaluate(ANSWER, right)
    button = page.locator(".hand-in button")
    button.click()
    if page.locator(".result").is_hidden():
        button.click()
    page.locator(".result-line").wait_for()


ANSWER = """right => {
  for (const form of document.querySelectorAll("form.q")) {
    const items = [...form.querySelector("template.key").content.querySelectorAll("li[data-i]")];
    for (const input of form.querySelectorAll(".option input")) {
      const item = items.find(item => item.dataset.i === input.value);
      if (item && "correct" in item.dataset === right && !input.checked) input.click();
    }
    for (const field of form.querySelectorAll(".option input[type=text]")) {
      field.value = right ? items[0].dataset.answer : "nothing of the kind";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}"""


def test_a_lesson_is_begun_completed_and_ended(start, lrs):
    page = start("plain")
    until(page, lambda: lrs.verbs() == ["initialized"])
    page.locator("#_complete").click()
    until(page, lambda: "completed" in lrs.verbs())
    leave(page, lrs)
    assert lrs.verbs() == ["initialized", "completed", "terminated"]
    assert lrs.batches[0] == ["initialized"]
    assert lrs.fetches == 1
    assert lrs.asked.count("GET /fetch") == 0
    assert lrs.conflicts == 0


def test_every_statement_keeps_the_rules_of_the_session(start, lrs):
    lrs.mastery = 0.5
    page = start("clock")
    hand_in(page, right=True)
    until(page, lambda: "passed" in lrs.verbs())
    leave(page, lrs)
    assert [v for v in lrs.verbs() if v != "answered"] == [
        "initialized",
        "completed",
        "passed",
        "terminated",
    ]
    stamps = [statement["timestamp"] for statement in lrs.statements]
    assert all(one <= other for one, other in pairwise(stamps))
    for statement in lrs.statements:
        marks = {
            c["id"].removeprefix(CATEGORY)
            for c in statement["context"]["contextActivities"].get("category", [])
        }
        name = verb(statement)
        assert marks == {
            "answered": set(),
            "completed": {"cmi5", "moveon"},
            "passed": {"cmi5", "moveon"},
        }.get(name, {"cmi5"})
        assert statement["actor"] == ACTOR
        assert statement["context"]["registration"]
        assert statement["context"]["contextActivities"]["grouping"]
        assert statement["timestamp"].endswith("Z")
    [completed] = lrs.of("completed")
    assert completed["result"]["completion"] is True
    assert "score" not in completed["result"]
    [passed] = lrs.of("passed")
    assert passed["result"]["score"] == {"scaled": 1, "raw": 100, "min": 0, "max": 100}
    assert (
        passed["context"]["extensions"][
            "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
        ]
        == 0.5
    )
    assert all(
        re.fullmatch(r"PT\d+(\.\d{1,2})?S", s["result"]["duration"])
        for s in lrs.statements
        if "result" in s
    )


def test_who_fails_may_pass_later_and_nothing_is_said_twice(start, lrs):
    lrs.mastery = 0.9
    page = start("clock")
    hand_in(page, right=False)
    leave(page, lrs)
    assert [v for v in lrs.verbs() if v != "answered"] == [
        "initialized",
        "completed",
        "failed",
        "terminated",
    ]
    second = start("clock")
    second.locator(".quiz-reset").click()
    hand_in(second, right=True)
    until(second, lambda: "passed" in lrs.verbs())
    leave(second, lrs)
    assert [v for v in lrs.verbs() if v != "answered"] == ["initialized", "passed", "terminated"]
    third = start("clock")
    leave(third, lrs)
    assert lrs.verbs() == ["initialized", "terminated"]


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_looking_round_says_that_it_began_and_ended(start, lrs, mode):
    lrs.mode = mode
    page = start("plain")
    page.locator("#_complete").click()
    page.wait_for_timeout(1000)
    leave(page, lrs)
    assert lrs.verbs() == ["initialized", "terminated"]
    assert lrs.documents == {}


def test_another_device_goes_on_where_the_learner_was(start, lrs):
    page = start("everything")
    form = page.locator("form[data-question=one]")
    form.locator('.option[data-i="code"] label').click()
    form.locator("[type=submit]").click()
    page.locator("#_complete").click()
    until(page, lambda: len(lrs.documents) and "completed" in lrs.verbs())
    leave(page, lrs)
    other = start("everything")
    assert other.locator("form[data-question=one] input[value=code]").is_checked()
    assert other.locator("#_complete").get_attribute("aria-pressed") == "true"
    assert lrs.conflicts == 0


def test_many_fast_changes_are_kept_without_a_conflict(start, lrs):
    page = start("everything")
    for _ in range(15):
        page.locator(".steps input, #_complete").last.click()
        page.wait_for_timeout(60)
    until(page, lambda: lrs.documents)
    page.wait_for_timeout(1000)
    assert lrs.conflicts == 0


def test_a_reload_goes_on_with_the_session(start, lrs):
    page = start("plain")
    until(page, lambda: lrs.verbs() == ["initialized"])
    page.evaluate("location.reload()")
    page.wait_for_timeout(500)
    page.locator("html[data-ready]").wait_for(state="attached")
    page.locator("#_complete").click()
    until(page, lambda: "completed" in lrs.verbs())
    leave(page, lrs)
    assert lrs.verbs() == ["initialized", "completed", "terminated"]
    assert lrs.fetches == 1


def test_after_its_end_a_page_only_shows(start, lrs):
    page = start("plain")
    until(page, lambda: lrs.verbs() == ["initialized"])
    page.goto(lrs.url + "/back.html")
    until(page, lambda: "terminated" in lrs.verbs())
    page.go_back()
    page.get_by_text("This session has ended.").wait_for()
    page.locator("#_complete").click()
    page.wait_for_timeout(1000)
    assert lrs.verbs() == ["initialized", "terminated"]
    assert lrs.fetches == 1


def test_what_could_not_be_sent_is_sent_later_once(start, lrs):
    page = start("plain")
    until(page, lambda: lrs.verbs() == ["initialized"])
    lrs.down = True
    page.locator("#_complete").click()
    page.get_by_text("Your learning platform is not saving").wait_for(timeout=5000)
    lrs.down = False
    page.get_by_text("Everything is saved again.").wait_for(timeout=15_000)
    leave(page, lrs)
    assert lrs.verbs() == ["initialized", "completed", "terminated"]


def test_a_refused_launch_leaves_a_lesson_that_can_be_read(browser, lrs):
    lrs.refuses = True
    context = browser.new_context()
    page = context.new_page()
    page.goto(lrs.launch("basics/plain.html"))
    page.get_by_text("Your learning platform did not open this course").wait_for()
    page.locator("#_complete").click()
    assert page.locator("#_complete").get_attribute("aria-pressed") == "true"
    assert lrs.statements == []
    assert lrs.fetches == 1
    context.close()


def test_what_a_learner_types_is_never_sent(start, lrs):
    page = start("say")
    for field in page.locator("textarea, input[type=text]").all():
        if field.is_visible():
            field.fill(SECRET)
    for form in page.locator("form.q-reflection").all():
        form.locator("[type=submit]").click()
    page.wait_for_timeout(1500)
    second = start("type")
    for field in second.locator(".option input[type=text]").all():
        field.fill(SECRET)
    for form in second.locator("form.q-short-text, form.q-cloze").all():
        form.locator("[type=submit]").click()
    until(second, lambda: "answered" in lrs.verbs())
    leave(second, lrs)
    assert not [body for body in lrs.bodies if "only I" in body]
    states = [json.loads(body)["state"] for body in lrs.bodies if body.startswith('{"state"')]
    assert states


@pytest.mark.parametrize("strict", [False, True])
def test_a_newer_store_is_spoken_to_in_its_version(start, lrs, strict):
    lrs.version, lrs.strict = "2.0.0", strict
    page = start("plain")
    until(page, lambda: lrs.verbs() == ["initialized"])
    leave(page, lrs)
    assert lrs.verbs() == ["initialized", "terminated"]


def test_a_browser_that_refuses_much_is_served_all_the_same(start, lrs):
    page = start("plain", script=REFUSE)
    page.locator("#_complete").click()
    until(page, lambda: "completed" in lrs.verbs())
    leave(page, lrs)
    ids = [statement["id"] for statement in lrs.statements]
    assert all(
        re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}", name)
        for name in ids
    )


REFUSE = """
  delete Crypto.prototype.randomUUID;
  for (const name of ["sessionStorage", "localStorage"])
    Object.defineProperty(window, name, { get() { throw new DOMException("no"); } });
"""


def test_the_way_out_leads_back_to_the_platform(start, lrs):
    page = start("plain")
    until(page, lambda: lrs.verbs() == ["initialized"])
    page.get_by_role("button", name="Exit lesson").click()
    page.wait_for_url("**/back.html")
    assert lrs.verbs() == ["initialized", "terminated"]


def test_a_typed_answer_is_known_elsewhere_by_what_became_of_it(start, lrs):
    page = start("type")
    form = page.locator("form[data-question=word]")
    form.locator(".option input").fill("naïve")
    form.locator("[type=submit]").click()
    form.locator(".verdict.ok").wait_for()
    until(page, lambda: lrs.documents)
    page.wait_for_timeout(1000)
    leave(page, lrs)
    other = start("type")
    known = other.locator("form[data-question=word]")
    known.locator(".verdict.ok").get_by_text("Right.").wait_for()
    assert known.locator(".option input").input_value() == ""
