"""Quizzes beyond practice: exams, draws, tries, attempts, a clock, keys that stay at home."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .learner import answer, solution, wrong

GUARD = 460  # milliseconds; a second press within 450 is taken for a slip
SEED = "probes.stored().then(s => Object.keys(s).some(k => k.includes(':seed:')))"
EXAM, CLOCK, CHECK, SECRET = (
    f"basics/{name}.html" for name in ("exam", "clock", "check", "secret")
)


def asked(page: Page) -> list[str]:
    """The ids of the questions a learner sees, in order."""
    ids: list[str] = page.locator(".q:visible").evaluate_all("l => l.map(f => f.dataset.question)")
    return ids


def form_of(page: Page, name: str) -> Locator:
    return page.locator(f'.q[data-question="{name}"]')


def press(form: Locator) -> None:
    form.page.wait_for_timeout(GUARD)
    form.locator("[type=submit]").click()


def fill(page: Page, *, well: bool, left: tuple[str, ...] = ()) -> None:
    """Answer every question of an exam, except those left out."""
    keys = solution(page)
    for name in asked(page):
        if name not in left:
            answer(form_of(page, name), keys[name] if well else wrong(keys[name]))


def hand_in(page: Page) -> None:
    page.get_by_role("button", name="Hand in").click()


@pytest.fixture
def exam(visit, showcase) -> Page:
    page: Page = visit(showcase + EXAM)
    expect(page.get_by_role("button", name="Hand in")).to_be_visible()
    return page


def test_an_exam_draws_from_every_objective_and_numbers_what_it_asks(exam):
    names = asked(exam)
    assert {"sum", "line", "spare-name"} < set(names)
    assert len(names) == 4
    counts = exam.locator(".q:visible .q-count").all_inner_texts()
    assert counts == [f"Question {n} of 4" for n in range(1, 5)]


def test_draw_and_order_stay_on_reload_and_differ_between_learners(visit, showcase):
    seen = set()
    for _ in range(6):
        page = visit(showcase + EXAM)
        expect(page.get_by_role("button", name="Hand in")).to_be_visible()
        first = asked(page)
        page.reload()
        expect(page.get_by_role("button", name="Hand in")).to_be_visible()
        assert asked(page) == first
        seen.add(tuple(first))
    assert len(seen) > 1


def test_nothing_is_marked_before_handing_in(exam):
    fill(exam, well=False)
    press(form_of(exam, asked(exam)[0]))
    expect(exam.locator(".is-ok, .is-try")).to_have_count(0)
    expect(exam.locator(".verdict b")).to_have_count(0)
    expect(exam.locator(".reveal:visible")).to_have_count(0)
    assert exam.evaluate("document.activeElement.tagName") == "LEGEND"


def test_answers_of_an_exam_are_kept_before_it_is_handed_in(exam):
    fill(exam, well=True)
    chosen = "l => l.map(i => i.value + i.checked)"
    before = exam.locator(".option input").evaluate_all(chosen)
    exam.reload()
    expect(exam.get_by_role("button", name="Hand in")).to_be_visible()
    assert sorted(exam.locator(".option input").evaluate_all(chosen)) == sorted(before)
    expect(exam.locator(".verdict b")).to_have_count(0)


def test_handing_in_with_questions_open_takes_a_second_press(exam):
    names = asked(exam)
    fill(exam, well=True, left=("sum",))
    hand_in(exam)
    number = names.index("sum") + 1
    expect(exam.locator(".hand-said")).to_contain_text(f"Not answered yet: {number}.")
    expect(exam.locator(".result")).to_be_hidden()
    hand_in(exam)
    expect(exam.locator(".result-line")).to_contain_text("3 of 6 points, 50%. 70% is needed")
    expect(form_of(exam, "sum").locator(".verdict b")).to_have_text("No answer.")
    assert exam.evaluate("document.activeElement.className").startswith("result")


def test_an_exam_handed_in_can_be_reviewed_but_not_changed(exam):
    fill(exam, well=True, left=("sum",))
    form = form_of(exam, "sum")
    form.get_by_role("checkbox", name="Seven").check(force=True)
    form.get_by_role("radio", name="Sure", exact=True).check(force=True)
    hand_in(exam)
    expect(form.locator(".verdict b")).to_have_text("Partly right.")
    expect(form.locator(".verdict")).to_contain_text("1.5 of 3 points.")
    expect(form.locator(".verdict")).to_contain_text("You were sure. This is one to read again.")
    expect(form.locator("fieldset").first).to_have_attribute("disabled", "")
    form.locator(".reveal").click()
    expect(form.get_by_role("checkbox", name="Eight")).to_be_checked()
    expect(form.locator(".reveal")).to_have_text("Show my answer")
    form.locator(".reveal").click()
    expect(form.get_by_role("checkbox", name="Eight")).not_to_be_checked()
    exam.reload()
    expect(form.locator(".verdict b")).to_have_text("Partly right.")
    expect(form.get_by_role("radio", name="Sure", exact=True)).to_be_checked()
    expect(exam.locator(".result-line")).to_contain_text("4.5 of 6 points, 75%. You passed.")


def test_the_result_tells_each_objective_and_what_to_read_again(exam):
    fill(exam, well=True, left=("spare-name",))
    hand_in(exam)
    hand_in(exam)
    lines = exam.locator(".result-list li")
    expect(lines).to_have_text(
        [
            re.compile(r"^3 of 3: Count to three$"),
            re.compile(r"^0 of 1: Name a colour Read again: Colours$"),
        ]
    )
    expect(lines.locator("a")).to_have_attribute("href", "#colours")


def test_the_best_of_two_attempts_counts_and_there_is_no_third(exam):
    fill(exam, well=True)
    hand_in(exam)
    expect(exam.locator(".result-line")).to_contain_text("6 of 6 points, 100%. You passed.")
    expect(exam.locator(".result-line")).to_contain_text("once more")
    exam.locator(".quiz-reset").click()
    expect(exam.locator(".result")).to_be_hidden()
    expect(exam.locator(".option input:checked")).to_have_count(0)
    fill(exam, well=False)
    hand_in(exam)
    expect(exam.locator(".result-line")).to_contain_text("You passed. Your best so far: 100%.")
    expect(exam.locator(".result-line")).to_contain_text("the last time")
    expect(exam.locator(".quiz-reset")).to_be_hidden()
    exam.reload()
    expect(exam.locator(".result-line")).to_contain_text("Your best so far: 100%.")


def test_without_a_script_all_questions_can_be_read_and_answers_looked_up(visit, showcase):
    page = visit(showcase + EXAM, java_script_enabled=False)
    expect(page.locator(".q:visible")).to_have_count(6)
    page.get_by_role("link", name="See the answers").click()
    expect(page.locator(".a-q")).to_have_count(6)
    expect(page.locator(".a-q").first).to_contain_text("Right: Seven")
    page.get_by_role("link", name="Back to the questions").click()
    expect(page).to_have_url(re.compile(r"/basics/exam\.html#_check-yourself$"))


def started(page: Page, *, more: bool = False) -> None:
    if more:
        page.get_by_label("I need more time").check(force=True)
    page.get_by_role("button", name="Start", exact=True).click()


@pytest.fixture
def clock(visit, showcase) -> Page:
    page: Page = visit(showcase + "index.html")
    page.clock.install(time="2026-03-01T10:00:00Z")
    page.goto(showcase + CLOCK)
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    return page


def test_the_clock_waits_for_the_learner(clock):
    assert asked(clock) == []
    expect(clock.get_by_text("You have 10 minutes.")).to_be_visible()
    started(clock)
    assert sorted(asked(clock)) == ["later", "now"]
    expect(clock.get_by_role("timer")).to_have_text("10 minutes left")
    assert clock.evaluate("document.activeElement.tagName") == "LEGEND"


def test_the_clock_speaks_at_five_minutes_and_at_one(clock):
    started(clock)
    voice = clock.locator(".clock [role=status]")
    clock.clock.run_for(4 * 60_000)
    expect(voice).to_be_empty()
    expect(clock.get_by_role("timer")).to_have_text("6 minutes left")
    clock.clock.run_for(61_000)
    expect(voice).to_have_text("5 minutes left")
    clock.clock.run_for(4 * 60_000)
    expect(voice).to_have_text("1 minute left")
    expect(clock.get_by_role("timer")).to_have_text("60 seconds left")


def test_at_zero_everything_is_saved_and_handed_in(clock):
    started(clock)
    form_of(clock, "now").get_by_role("radio", name="True").check(force=True)
    form_of(clock, "later").get_by_role("textbox").type("passes")
    clock.clock.run_for(10 * 60_000 + 1000)
    expect(clock.locator(".result-line")).to_contain_text("The time is up.")
    expect(clock.locator(".result-line")).to_contain_text("2 of 2 points, 100%")
    clock.reload()
    expect(clock.locator(".result-line")).to_contain_text("2 of 2 points, 100%")
    expect(clock.get_by_role("timer")).to_have_count(0)


def test_more_time_is_more_time(clock):
    started(clock, more=True)
    expect(clock.get_by_role("timer")).to_have_text("15 minutes left")


def test_the_clock_goes_on_while_the_page_is_closed(clock):
    started(clock)
    form_of(clock, "now").get_by_role("radio", name="True").check(force=True)
    clock.clock.run_for(2 * 60_000)
    clock.reload()
    expect(clock.get_by_role("timer")).to_have_text(re.compile("^[78] minutes left"))
    expect(form_of(clock, "now").get_by_role("radio", name="True")).to_be_checked()
    clock.goto("about:blank")
    clock.clock.run_for(20 * 60_000)
    clock.go_back()
    expect(clock.locator(".result-line")).to_contain_text("1 of 2 points, 50%")


@pytest.fixture
def check(visit, showcase) -> Page:
    page: Page = visit(showcase + CHECK)
    expect(page.locator(".q:visible")).to_have_count(2)
    return page


def test_a_check_ends_after_its_tries(check):
    form = form_of(check, "pick")
    for name in ("The first", "The third"):
        expect(form.locator(".reveal")).to_be_hidden()
        form.get_by_role("radio", name=name).check(force=True)
        press(form)
        expect(form.locator(".verdict b")).to_be_visible()
    expect(form.locator(".verdict b")).to_have_text("Not this time.")
    expect(form.locator(".verdict")).to_contain_text("0 of 2 points.")
    expect(form.locator("fieldset").first).to_have_attribute("disabled", "")
    assert check.evaluate("document.activeElement.type") == "submit"
    form.locator(".reveal").click()
    expect(form.get_by_role("radio", name="The second")).to_be_checked()
    check.reload()
    expect(form.locator(".verdict b")).to_have_text("Not this time.")
    expect(form.get_by_role("radio", name="The third")).to_be_checked()


def test_a_check_counts_the_better_try(check):
    form = form_of(check, "some")
    form.get_by_role("checkbox", name="Three").check(force=True)
    press(form)
    expect(form.locator(".verdict")).to_contain_text("1 of 2 points.")
    form.get_by_role("checkbox", name="Four").check(force=True)
    press(form)
    expect(form.locator(".verdict")).to_contain_text("0 of 2 points.")
    other = form_of(check, "pick")
    other.get_by_role("radio", name="The second").check(force=True)
    press(other)
    expect(check.locator(".result-line")).to_contain_text("3 of 4 points, 75%. You passed.")


def test_a_key_that_stays_with_the_author_is_nowhere_in_the_site(showcase_folder: Path):
    page = (showcase_folder / SECRET).read_text(encoding="utf-8")
    for trace in (
        "Giveaway",
        "xylophone",
        "data-correct",
        "data-answer",
        "data-spec",
        'template class="key',
    ):
        assert trace not in page
    assert not (showcase_folder / "answers" / SECRET).exists()
    for path in showcase_folder.rglob("*"):
        if path.suffix in (".html", ".js", ".json", ".xml"):
            assert "Giveaway" not in path.read_text(encoding="utf-8"), path


def test_without_a_key_answers_are_saved_and_not_judged(visit, showcase):
    page = visit(showcase + SECRET)
    form = form_of(page, "hidden-one")
    expect(form.locator("[type=submit]")).to_have_text("Save answer")
    form.get_by_role("radio", name="That one").check(force=True)
    press(form)
    expect(form.locator(".verdict b")).to_have_text("Saved.")
    expect(form.locator(".reveal")).to_be_hidden()
    form.get_by_role("radio", name="This one").check(force=True)
    press(form)
    match = form_of(page, "hidden-match")
    for field in match.get_by_role("combobox").all():
        field.select_option("Middle")
    press(match)
    press(form_of(page, "hidden-order"))
    form_of(page, "hidden-text").get_by_role("textbox").fill("anything")
    press(form_of(page, "hidden-text"))
    expect(page.locator(".result-line")).to_have_text("All your answers are saved.")
    expect(page.locator(".is-ok, .is-try")).to_have_count(0)
    page.reload()
    expect(form.get_by_role("radio", name="This one")).to_be_checked()
    expect(form.locator(".verdict b")).to_have_text("Saved.")


def test_options_stand_in_an_order_of_the_learners_own(visit, showcase):
    def rows(page: Page) -> tuple[str, ...]:
        expect(page.locator(".q-count").first).to_be_visible()
        page.wait_for_function("document.querySelector('.q [type=submit]').textContent")
        found: list[Any] = (
            form_of(page, "pick").locator(".option").evaluate_all("l => l.map(r => r.dataset.i)")
        )
        return tuple(found)

    orders = set()
    for _ in range(8):
        page = visit(showcase + CHECK)
        page.wait_for_function(SEED)
        first = rows(page)
        page.reload()
        page.wait_for_timeout(100)
        assert rows(page) == first
        orders.add(first)
    assert len(orders) > 1
