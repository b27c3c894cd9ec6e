"""Conversations, confidence, surveys and reflections, in use."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .test_axe import every_look, violations
from .test_keyboard import walk

SAY = "basics/say.html"
ANSWERS = "answers/basics/say.html"
BEST = ["hello.ask", "listens.more"]
ROUND = ["hello.advise", "closes.stop", "listens.more"]
AFTER_A_PRESS = 480


def question(page: Page, name: str) -> Locator:
    return page.locator(f"#_q-{name}")


def press(form: Locator) -> None:
    """Press the button, not so fast that it is taken for a slip."""
    form.page.wait_for_timeout(AFTER_A_PRESS)
    form.locator("[type=submit]").click()


def say(form: Locator, *replies: str) -> None:
    for reply in replies:
        form.locator(f'.now .option[data-i="{reply}"] input').check(force=True)
        press(form)


def verdict(form: Locator) -> str:
    """What is said of an answer, once it is kept."""
    expect(form.locator(".verdict b")).to_be_visible()
    return form.locator(".verdict").inner_text()


def heard(form: Locator) -> list[str]:
    """What stands above the choices, line by line."""
    return form.locator(".talk-log .words").all_inner_texts()


def choices(form: Locator) -> list[str]:
    found: list[str] = form.locator(".now .option").evaluate_all("all => all.map(o => o.dataset.i)")
    return found


def test_a_conversation_shows_one_turn_and_what_was_said(visit, showcase):
    form = question(visit(showcase + SAY), "coffee")
    assert len(heard(form)) == 3
    assert choices(form) == ["hello.ask", "hello.advise", "hello.later"]
    say(form, "hello.advise")
    assert heard(form)[3:] == [
        "If it is the report, just use last quarter's table.",
        "She folds the page.",
        "Right. Well. I should go back to it.",
    ]
    assert choices(form) == ["closes.stop", "closes.bye"]
    assert form.locator("[type=submit]").inner_text() == "Say this"
    assert form.locator(".verdict").inner_text() == ""


def test_what_is_said_is_announced_once_and_without_the_learners_own_words(visit, showcase):
    form = question(visit(showcase + SAY), "coffee")
    live = form.locator("p.vh[role=status]")
    assert live.inner_text() == ""
    say(form, "hello.advise")
    assert live.inner_text() == "She folds the page. Sara: Right. Well. I should go back to it."


def test_a_consequence_belongs_to_the_way_taken(visit, showcase):
    form = question(visit(showcase + SAY), "coffee")
    say(form, "hello.ask")
    assert heard(form)[4] == "Her shoulders drop a little. She pulls up a chair."
    assert "She stops, and almost smiles." not in heard(form)


def test_an_ending_debriefs_and_compares(visit, showcase):
    form = question(visit(showcase + SAY), "coffee")
    say(form, *ROUND)
    assert form.locator(".now .end-title").inner_text() == "She comes back on Thursday"
    assert "This is how it ended." in verdict(form)
    assert "Your choices earned 3 of 4 points." in verdict(form)
    steps = form.locator(".compare li").all_inner_texts()
    assert len(steps) == 3
    assert "A quick answer to a question she has not asked yet." in steps[0]
    assert "An open question" in steps[0]
    assert form.locator("[type=submit]").inner_text() == "Next question"
    assert not form.locator(".reveal").is_visible()


def test_one_can_go_back_and_try_another_way(visit, showcase):
    form = question(visit(showcase + SAY), "coffee")
    say(form, *ROUND)
    form.locator(".compare .back").first.click()
    assert heard(form)[2:] == ["Morning, you two."]
    assert form.locator(".verdict").inner_text() == ""
    assert form.locator(".compare").count() == 0
    say(form, *BEST)
    assert "Your choices earned 4 of 4 points." in verdict(form)


def test_a_conversation_is_picked_up_where_it_was_left(visit, showcase):
    page = visit(showcase + SAY)
    say(question(page, "coffee"), "hello.advise")
    page.wait_for_timeout(200)
    page.reload()
    form = question(page, "coffee")
    assert choices(form) == ["closes.stop", "closes.bye"]
    say(form, "closes.stop", "listens.more")
    page.wait_for_timeout(200)
    page.reload()
    form = question(page, "coffee")
    assert form.locator(".now .end-title").is_visible()
    assert form.locator(".compare li").count() == 3
    assert "3 of 4" in verdict(form)


def test_a_hasty_second_press_says_nothing(visit, showcase):
    form = question(visit(showcase + SAY), "coffee")
    form.locator('.option[data-i="hello.ask"] input').check(force=True)
    form.locator("[type=submit]").dblclick()
    assert choices(form) == ["listens.more", "listens.me"]
    assert not form.locator(".q-error").is_visible()


def test_without_a_choice_the_first_one_is_offered(visit, showcase):
    form = question(visit(showcase + SAY), "coffee")
    press(form)
    assert "Choose what you say first." in form.locator(".q-error").inner_text()
    assert form.page.evaluate("document.activeElement.value") == "hello.ask"


def test_a_conversation_with_keys_only(visit, showcase):
    page = visit(showcase + SAY, 390)
    form = question(page, "coffee")
    form.locator("legend").focus()
    for reply in ROUND:
        page.keyboard.press("Tab")
        while page.evaluate("document.activeElement.type") != "radio":
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        while page.evaluate("document.activeElement.value") != reply:
            page.keyboard.press("ArrowDown")
        page.wait_for_timeout(AFTER_A_PRESS)
        page.keyboard.press("Enter")
        assert form.evaluate("f => f.contains(document.activeElement)")
    assert page.evaluate("document.activeElement.className") == "end-title"
    while page.evaluate("document.activeElement.className") != "back":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "you-say"
    assert choices(form)[0] == "hello.ask"


@pytest.mark.parametrize(
    ("option", "sure", "said"),
    [
        ("after-you-have-asked", 3, "Certain, and right."),
        ("after-you-have-asked", 1, "A guess, and it was right."),
        ("at-once", 3, "You were certain. Ask somebody who disagrees."),
        ("at-once", 1, "You did not trust this answer"),
    ],
)
def test_confidence_is_answered_to(visit, showcase, option, sure, said):
    page = visit(showcase + SAY)
    form = question(page, "sure")
    form.locator(f'.option[data-i="{option}"] input').check(force=True)
    press(form)
    assert "Say how sure you are" in form.locator(".q-error").inner_text()
    form.locator(f'.certainty input[value="{sure}"]').check(force=True)
    press(form)
    assert said in verdict(form)
    page.wait_for_timeout(200)
    page.reload()
    if option != "at-once":
        assert said in verdict(question(page, "sure"))
        assert question(page, "sure").locator(f'.certainty input[value="{sure}"]').is_checked()


def test_a_survey_is_saved_and_never_wrong(visit, showcase):
    page = visit(showcase + SAY)
    form = question(page, "habits")
    press(form)
    assert "Choose at least one answer" in form.locator(".q-error").inner_text()
    row = form.locator('.option[data-i="ask"]')
    row.locator('input[value="mostly"]').check(force=True)
    press(form)
    assert "Saved." in verdict(form)
    assert "Come back in a month" in verdict(form)
    assert "see it that way" in row.locator(".fb").inner_text()
    assert form.locator(".is-try").count() == 0
    row.locator('input[value="a-little"]').check(force=True)
    assert form.locator("[type=submit]").inner_text() == "Next question"
    page.wait_for_timeout(200)
    page.reload()
    assert question(page, "habits").locator('input[value="a-little"]').first.is_checked()
    assert "Saved." in verdict(question(page, "habits"))


def test_what_a_point_of_one_scale_says(visit, showcase):
    form = question(visit(showcase + SAY), "mood")
    form.locator('input[value="5"]').check(force=True)
    press(form)
    assert "That is good to hear." in verdict(form)


def test_a_reflection_is_saved_as_typed(visit, showcase):
    page = visit(showcase + SAY)
    question(page, "think").locator("textarea").type("My sis")
    page.wait_for_timeout(200)
    page.reload()
    assert question(page, "think").locator("textarea").input_value() == "My sis"
    assert not question(page, "think").locator(".compare").is_visible()


def test_the_model_answer_comes_after_writing(visit, showcase):
    page = visit(showcase + SAY)
    form = question(page, "think")
    assert not form.locator(".compare").is_visible()
    form.locator("textarea").fill("My sister")
    press(form)
    assert "Write at least 5 words" in form.locator(".q-error").inner_text()
    form.locator("textarea").fill("My sister, last Sunday. She stopped talking.")
    assert form.locator(".word-count").inner_text() == "7 words"
    press(form)
    assert "Saved." in verdict(form)
    assert "unfair" in form.locator(".model").inner_text()
    form.locator('.option input[value="clearly"]').first.check(force=True)
    page.wait_for_timeout(200)
    page.reload()
    form = question(page, "think")
    assert form.locator('.option input[value="clearly"]').first.is_checked()
    assert "unfair" in form.locator(".model").inner_text()
    assert form.locator("textarea").input_value().startswith("My sister,")


def test_the_model_answer_comes_when_asked_for(visit, showcase):
    page = visit(showcase + SAY)
    form = question(page, "think")
    form.locator("textarea").fill("Hm")
    press(form)
    form.get_by_role("button", name="Show the model answer now").click()
    assert "unfair" in form.locator(".model").inner_text()
    assert page.evaluate("document.activeElement.matches('.compare')")
    press(form)
    assert "Saved." in verdict(form)


def test_starting_again_forgets_everything(visit, showcase):
    page = visit(showcase + SAY)
    answer_all(page)
    page.get_by_role("button", name="Start the quiz again").click()
    assert choices(question(page, "coffee"))[0] == "hello.ask"
    assert question(page, "think").locator("textarea").input_value() == ""
    assert page.locator(".point input:checked, .option input:checked").count() == 0


def answer_all(page: Page) -> None:
    say(question(page, "coffee"), *ROUND)
    assert verdict(question(page, "coffee"))
    question(page, "sure").locator('.option[data-i="after-you-have-asked"] input').check(force=True)
    question(page, "sure").locator('.certainty input[value="2"]').check(force=True)
    question(page, "habits").locator('input[value="mostly"]').first.check(force=True)
    question(page, "mood").locator('input[value="4"]').check(force=True)
    question(page, "think").locator("textarea").fill("My sister, last Sunday. She stopped.")
    for name in ("sure", "habits", "mood", "think"):
        press(question(page, name))
        assert verdict(question(page, name))


@every_look
def test_axe_finds_nothing_before_and_after(visit, showcase, axe, width, scheme):
    page = visit(showcase + SAY, width, color_scheme=scheme)
    assert violations(page, axe) == []
    answer_all(page)
    assert violations(page, axe) == []
    page = visit(showcase + ANSWERS, width, color_scheme=scheme)
    assert violations(page, axe) == []


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_everything_fits_and_is_large_enough_to_hit(visit, showcase, width):
    page = visit(showcase + SAY, width)
    answer_all(page)
    assert page.evaluate("probes.overflow()") <= 0
    assert page.evaluate("probes.small()") == []
    assert page.evaluate("probes.clipped()") == []


def test_every_stop_can_be_seen(visit, showcase):
    page = visit(showcase + SAY, 390)
    answer_all(page)
    page.reload()
    stops = walk(page)
    assert [stop for stop in stops if stop["faults"]] == []


def test_a_gamebook_without_a_script(visit, showcase):
    page = visit(showcase + SAY, java_script_enabled=False)
    form = question(page, "coffee")
    assert form.locator(".turn:visible").count() == 5
    option = form.locator('.option[data-i="hello.advise"]')
    link = option.locator("a")
    assert link.inner_text() == "Go to 3"
    link.click()
    turn = form.locator(".turn:target")
    assert turn.get_attribute("data-turn") == "closes"
    assert "She folds the page." in turn.inner_text()
    assert form.locator('.option[data-i="hello.later"] a').inner_text() == "Go to ending 2"
    assert "You asked before you advised" in form.inner_text()


def test_a_gamebook_on_paper(visit, showcase):
    page = visit(showcase + SAY)
    say(question(page, "coffee"), "hello.advise")
    page.emulate_media(media="print")
    form = question(page, "coffee")
    assert form.locator(".turn:visible").count() == 5
    assert form.locator(".go:visible").count() == 7
    assert not form.locator(".talk-log").is_visible()
    assert "Names one real situation" in question(page, "think").inner_text()


def test_the_answers_have_a_page(visit, showcase):
    text = visit(showcase + ANSWERS).locator("main").inner_text()
    for said in ("An open question", "2 points", "unfair", "You were certain", "good to hear"):
        assert said in text
