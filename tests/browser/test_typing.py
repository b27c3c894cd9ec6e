"""Questions answered by typing, as a learner with keys only meets them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from .test_axe import every_look, violations

TYPING = "basics/type.html"
RIGHT = {
    "word": {"text": "Naive"},
    "far": {"number": "42,2 km"},
    "heavy": {"number": "1000 g"},
    "many": {"number": "6"},
    "gaps": {"size": "small", "kept": "Honoured", "times": "7", "made": "made", "when": "when"},
}
WRONG = {
    "word": {"text": "nativ"},
    "far": {"number": "42.2 m"},
    "heavy": {"number": "5 kg"},
    "many": {"number": "7"},
    "gaps": {"size": "large", "kept": "broken", "times": "1", "made": "mabe", "when": "today"},
}


def field(page: Page, question: str, name: str) -> Locator:
    return page.locator(f'#_q-{question} .option[data-i="{name}"] :is(input, select)')


def fill(page: Page, question: str, given: dict[str, str]) -> None:
    for name, text in given.items():
        place = field(page, question, name)
        if place.evaluate("e => e.tagName") == "SELECT":
            place.select_option(text)
        else:
            place.fill(text)


def check(page: Page, question: str, given: dict[str, str]) -> Locator:
    """Answer a question; returns its verdict."""
    fill(page, question, given)
    page.wait_for_timeout(460)
    page.locator(f"#_q-{question} [type=submit]").click()
    verdict = page.locator(f"#_q-{question} .verdict")
    verdict.locator("b").wait_for()
    return verdict


def test_every_question_with_keys_only(visit, showcase):
    page = visit(showcase + TYPING, 390)
    page.locator(".q legend").first.focus()
    for question, given in RIGHT.items():
        form = page.locator(f"#_q-{question}")
        assert form.evaluate("f => f.contains(document.activeElement)")
        for text in given.values():
            page.keyboard.press("Tab")
            page.keyboard.type(text)
        if question != "gaps":
            assert len(given) == 1
        page.keyboard.press("Enter")
        form.locator(".verdict.ok b").wait_for()
        assert form.locator(".verdict b").inner_text() == "Right."
        page.wait_for_timeout(460)
        page.keyboard.press("Control+Enter")
    assert page.locator(".result-line").inner_text() == "All 5 right on the first try."


@pytest.mark.parametrize(
    ("question", "given", "head", "said"),
    [
        ("word", {"text": "naiev"}, "Nearly there.", "Close. Check the spelling."),
        ("word", {"text": "Native"}, "Not yet.", "A native was born somewhere."),
        ("word", {"text": "trusting"}, "Nearly there.", "Partly. It may be well placed."),
        ("word", {"text": "cunning"}, "Not yet.", ""),
        ("word", {"text": "gullible"}, "Right.", "met by plain speech"),
        ("far", {"number": "42.2 m"}, "Nearly there.", "The number is right. Check the unit."),
        ("far", {"number": "26.2"}, "Not yet.", "That is the number of miles."),
        ("far", {"number": "26.2 mi"}, "Right.", "London in 1908"),
        ("heavy", {"number": "1"}, "Nearly there.", "The number is right. Check the unit."),
        ("gaps", {**RIGHT["gaps"], "made": "mad"}, "Nearly there.", "Blank 4: Close."),
    ],
)
def test_what_is_said_of_an_answer(visit, showcase, question, given, head, said):
    verdict = check(visit(showcase + TYPING, 390), question, given)
    assert verdict.locator("b").inner_text() == head
    assert said in verdict.inner_text()


@pytest.mark.parametrize(
    ("question", "given", "error"),
    [
        ("word", {"text": "  "}, "Write your answer, then check it."),
        ("far", {"number": ""}, "Write a number, then check it."),
        ("far", {"number": "far"}, "Write a number, such as 3.5."),
        ("far", {"number": "42 miles"}, "Write the unit as km or m or mi."),
        ("many", {"number": "6 sides"}, "Write the number alone."),
        ("gaps", {}, "Fill in each blank."),
        ("gaps", {**RIGHT["gaps"], "when": ""}, "Fill in 1 more blank."),
    ],
)
def test_what_is_no_answer_is_no_try(visit, showcase, question, given, error):
    page = visit(showcase + TYPING)
    fill(page, question, given)
    page.locator(f"#_q-{question} [type=submit]").click()
    assert page.locator(f"#_q-{question} .q-error span").inner_text() == error
    assert page.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"
    assert page.locator(f"#_q-{question} .verdict b").count() == 0


def test_a_unit_that_is_asked_for_is_no_slip(visit, showcase):
    verdict = check(visit(showcase + TYPING), "heavy", {"number": "5 apples"})
    assert verdict.locator("b").inner_text() == "Not yet."


def test_marks_go_as_soon_as_something_is_typed(visit, showcase):
    page = visit(showcase + TYPING)
    check(page, "word", WRONG["word"])
    row = page.locator("#_q-word .option")
    assert "is-try" in row.get_attribute("class").split()
    field(page, "word", "text").press("x")
    assert "is-try" not in row.get_attribute("class").split()
    assert page.locator("#_q-word .verdict b").count() == 0


def test_each_blank_says_why_below_its_line(visit, showcase):
    page = visit(showcase + TYPING, 390)
    check(page, "gaps", WRONG["gaps"])
    told = {
        name: page.locator(f'#_q-gaps .gap[data-i="{name}"] .fb')
        for name in ("size", "kept", "when")
    }
    assert told["size"].inner_text() == "A large one is easy to make and hard to keep."
    assert told["kept"].inner_text() == "A broken one costs what ten have earned."
    assert told["when"].is_hidden()
    box, select = told["size"].bounding_box(), field(page, "gaps", "size").bounding_box()
    assert box["y"] >= select["y"] + select["height"] - 8


def test_the_answer_is_shown_after_two_tries(visit, showcase):
    page = visit(showcase + TYPING)
    for given in (WRONG["gaps"], {**WRONG["gaps"], "when": "never"}):
        check(page, "gaps", given)
    page.wait_for_timeout(460)
    page.locator("#_q-gaps .reveal").click()
    shown = {name: field(page, "gaps", name).input_value() for name in RIGHT["gaps"]}
    assert shown == {**RIGHT["gaps"], "kept": "kept"}
    assert page.locator("#_q-gaps .gap.is-ok").count() == 5


def test_answers_come_back_as_they_were_typed(visit, showcase):
    context = visit.context()
    page = visit.open(context, showcase + TYPING)
    check(page, "word", {"text": " Na\u00efve. "})
    check(page, "gaps", RIGHT["gaps"])
    page.wait_for_timeout(300)
    again = visit.open(context, showcase + TYPING)
    again.locator("#_q-gaps .verdict.ok").wait_for()
    assert field(again, "word", "text").input_value() == " Na\u00efve. "
    assert field(again, "gaps", "kept").input_value() == "Honoured"


def test_no_field_corrects_or_gives_away(visit, showcase):
    page = visit(showcase + TYPING)
    inputs = page.locator(".q input")
    for name, value in {
        "autocomplete": "off",
        "autocapitalize": "off",
        "autocorrect": "off",
        "spellcheck": "false",
    }.items():
        found = inputs.evaluate_all("(all, name) => all.map(i => i.getAttribute(name))", name)
        assert set(found) == {value}
    texts = page.locator('#_q-gaps [data-i="kept"] input, #_q-gaps [data-i="made"] input')
    assert len(set(texts.evaluate_all("all => all.map(i => i.offsetWidth)"))) == 1
    assert field(page, "many", "number").get_attribute("inputmode") == "decimal"
    assert field(page, "far", "number").get_attribute("inputmode") == "text"


def test_every_field_has_a_name_that_tells_its_place(visit, showcase):
    page = visit(showcase + TYPING)
    named = page.get_by_role(
        "textbox", name="Blank 2 of 5: grows from \u2026 promises that are blank"
    )
    assert named.count() == 1
    assert page.get_by_role("combobox", name="Blank 1 of 5: Trust grows from blank").count() == 1
    assert page.get_by_role("textbox", name="Your answer").count() == 4


@every_look
def test_typing_breaks_no_rule_of_axe(visit, showcase, axe, width, scheme):
    page = visit(showcase + TYPING, width, color_scheme=scheme)
    for question, given in WRONG.items():
        check(page, question, given)
    assert violations(page, axe) == []


@pytest.mark.parametrize("width", [320, 390])
def test_typing_fits_a_small_screen(visit, showcase, width):
    page = visit(showcase + TYPING, width)
    for question, given in WRONG.items():
        check(page, question, given)
    assert page.evaluate("probes.overflow()") == 0
    assert page.evaluate("probes.small()") == []


def test_without_a_script_the_answers_are_one_link_away(visit, showcase):
    page = visit(showcase + TYPING, java_script_enabled=False)
    page.get_by_role("link", name="See the answers").click()
    text = page.locator("main").inner_text()
    for told in ("credulous", "trusting (50 % of the points)", "42.195 km", "5\u201310", "broken"):
        assert told in text
