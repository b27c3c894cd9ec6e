"""A question marks, explains, remembers, and never shows an answer to another question."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .learner import answer, order, solution, wrong
from .pages import EVERYTHING

GUARD = 460  # milliseconds; a second press within 450 is taken for a slip


@pytest.fixture
def page(visit, showcase) -> Page:
    return visit(showcase + EVERYTHING)


def form_of(page: Page, name: str) -> Locator:
    return page.locator(f'.q[data-question="{name}"]')


def check(form: Locator) -> None:
    form.page.wait_for_timeout(GUARD)
    form.locator("[type=submit]").click()


ALL = ["one", "several", "whether", "order", "match"]


@pytest.mark.parametrize("name", ALL)
def test_wrong_then_right(page, name):
    form, key = form_of(page, name), solution(page)[name]
    answer(form, wrong(key))
    check(form)
    expect(form.locator(".verdict")).to_have_class("verdict js-only try")
    expect(form.locator(".is-try").first).to_be_visible()
    answer(form, key)
    expect(form.locator(".verdict")).to_be_empty()
    expect(form.locator(".is-try, .is-ok")).to_have_count(0)
    check(form)
    expect(form.locator(".verdict b").first).to_have_text("Right. You worked it out.")
    expect(form.locator(".is-try")).to_have_count(0)
    expect(form.locator("[type=submit]")).not_to_have_text("Check answer")


@pytest.mark.parametrize("name", ALL)
def test_an_answer_and_its_marks_come_back(visit, showcase, name):
    context = visit.context()
    page = visit.open(context, showcase + EVERYTHING)
    form, key = form_of(page, name), solution(page)[name]
    answer(form, key)
    check(form)
    expect(form.locator(".verdict")).to_have_class("verdict js-only ok")
    state = "l => [...l.children].map(r => [r.className, r.innerText])"
    before = form.locator(".options").evaluate(state)
    again = form_of(visit.open(context, showcase + EVERYTHING), name)
    expect(again.locator(".verdict")).to_have_class("verdict js-only ok")
    assert again.locator(".options").evaluate(state) == before
    checked = "f => [...f.querySelectorAll('input, select')].map(i => i.checked || i.value)"
    assert again.evaluate(checked) == form.evaluate(checked)


def test_feedback_keeps_its_markup_and_belongs_to_the_choice(page):
    form = form_of(page, "one")
    form.get_by_role("radio", name="words", exact=True).check()
    check(form)
    expect(form.locator(".verdict em")).to_have_text("emphasis")
    expect(form.get_by_text("Not this one")).to_be_visible()


def test_what_holds_for_the_whole_question_is_said_when_it_is_right(page):
    form, key = form_of(page, "whether"), solution(page)["whether"]
    answer(form, wrong(key))
    check(form)
    expect(form.locator(".verdict")).not_to_contain_text("all in the page")
    answer(form, key)
    check(form)
    expect(form.locator(".verdict")).to_contain_text("all in the page")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("one", "Choose one answer, then check it."),
        ("several", "Choose at least one answer, then check it."),
        ("match", "Choose an answer for each row."),
    ],
)
def test_nothing_chosen_is_no_try(page, name, text):
    form = form_of(page, name)
    check(form)
    expect(form.locator(".q-error")).to_contain_text(f"Not checked yet. {text}")
    field = page.locator(":focus")
    assert field.get_attribute("aria-invalid") == "true"
    assert form.locator(".q-error").get_attribute("id") in field.get_attribute("aria-describedby")
    answer(form, solution(page)[name])
    expect(form.locator(".q-error")).to_be_hidden()
    check(form)
    expect(form.locator(".verdict b").first).to_have_text("Right.")


def test_the_same_answer_twice_is_no_second_try(page):
    form, key = form_of(page, "several"), solution(page)["several"]
    answer(form, wrong(key))
    check(form)
    check(form)
    expect(form.locator(".q-error")).to_contain_text("Change your answer first")
    expect(form.locator(".reveal")).to_be_hidden()


TWO_MISSES = {
    "one": [{"right": [False, True, False]}, {"right": [False, False, True]}],
    "several": [{"right": [True, False, False]}, {"right": [False, False, True]}],
    "order": [{"id": [1, 0, 2]}, {"id": [2, 1, 0]}],
    "match": [{"partner": ["Lemon", "Milk"]}, {"partner": ["Butter", "Lemon"]}],
}


def missed(key, change):
    """The key with one member of every row replaced; ids are given as places."""
    ((member, values),) = change.items()
    ids = [row["id"] for row in key["rows"]]
    new = [ids[value] if member == "id" else value for value in values]
    return {**key, "rows": [{**r, member: v} for r, v in zip(key["rows"], new, strict=True)]}


@pytest.mark.parametrize("name", TWO_MISSES)
def test_the_answer_is_shown_after_two_tries(page, name):
    form, key = form_of(page, name), solution(page)[name]
    for change in TWO_MISSES[name]:
        expect(form.locator(".reveal")).to_be_hidden()
        answer(form, missed(key, change))
        check(form)
        expect(form.locator(".verdict")).to_have_class("verdict js-only try")
    form.locator(".reveal").click()
    expect(form.locator(".verdict b").first).to_have_text("Here is the answer.")
    expect(form.locator(".is-try")).to_have_count(0)
    assert page.evaluate("document.activeElement.type") == "submit"


def test_a_changed_question_starts_fresh_and_says_so(visit, showcase):
    context = visit.context()
    page = visit.open(context, showcase + EVERYTHING)
    form = form_of(page, "one")
    answer(form, solution(page)["one"])
    check(form)

    def other(route):
        body = route.fetch().text()
        mark = form.get_attribute("data-fingerprint")
        assert mark
        route.fulfill(body=body.replace(mark, "0123456789ab"), content_type="text/html")

    context.route("**/everything.html", other)
    page = visit.open(context, showcase + EVERYTHING)
    changed = form_of(page, "one")
    expect(changed.locator(".q-changed")).to_contain_text("has changed since you answered it")
    expect(changed.locator("input:checked")).to_have_count(0)
    expect(changed.locator(".verdict")).to_be_empty()
    kept = "probes.stored().then(s => Object.keys(s).filter(k => k.includes(':aside:')).length)"
    assert page.evaluate(kept) == 1


def test_two_windows_keep_each_others_answers(visit, showcase):
    context = visit.context()
    one, two = (visit.open(context, showcase + EVERYTHING) for _ in range(2))
    keys = solution(one)
    answer(form_of(one, "one"), keys["one"])
    check(form_of(one, "one"))
    answer(form_of(two, "several"), keys["several"])
    check(form_of(two, "several"))
    again = visit.open(context, showcase + EVERYTHING)
    for name in ("one", "several"):
        expect(form_of(again, name).locator(".verdict")).to_have_class("verdict js-only ok")


def test_a_row_is_dragged_and_escape_puts_it_back(page):
    form = form_of(page, "order")
    before = order(form)
    form.scroll_into_view_if_needed()
    grip, last = (
        form.locator(".grip").first.bounding_box(),
        form.locator(".grip").last.bounding_box(),
    )
    assert grip
    assert last
    for cancel in (True, False):
        page.mouse.move(grip["x"] + 10, grip["y"] + 10)
        page.mouse.down()
        page.mouse.move(grip["x"] + 10, last["y"] + 30, steps=12)
        assert order(form) == [*before[1:], before[0]]
        if cancel:
            page.keyboard.press("Escape")
        page.mouse.up()
        assert order(form) == (before if cancel else [*before[1:], before[0]])
    expect(form.get_by_role("status").last).to_contain_text("position 3 of 3")


def test_reading_again_leads_back_to_the_question(page):
    form = form_of(page, "one")
    answer(form, wrong(solution(page)["one"]))
    check(form)
    form.locator(".reread").click()
    expect(page).to_have_url(re.compile("#tabs-and-code$"))
    page.locator(".return").click()
    expect(page.locator(".return")).to_be_hidden()
    assert form.locator("legend").evaluate("l => l === document.activeElement")


def test_the_result_names_what_to_read_and_can_be_started_again(page):
    keys = solution(page)
    for name in ALL:
        form = form_of(page, name)
        if name == "one":
            answer(form, wrong(keys[name]))
            check(form)
        answer(form, keys[name])
        check(form)
    expect(page.locator(".result-line")).to_have_text("4 of 5 right on the first try.")
    expect(page.locator(".result-list a")).to_have_attribute("href", "#tabs-and-code")
    page.locator(".quiz-reset").click()
    expect(page.locator(".result")).to_be_hidden()
    expect(page.locator("input:checked[type=radio][name^='everything']")).to_have_count(0)
    expect(form_of(page, "match").locator(".verdict")).to_be_empty()
    page.reload()
    expect(form_of(page, "one").locator(".verdict")).to_be_empty()
