"""The learner's own pages: notes, review, certificate."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .pages import EVERYTHING, LESSON
from .test_axe import every_look, violations

ALL_DONE = """async () => {
  const { modules } = JSON.parse(document.querySelector("#_outline").textContent);
  const key = id => `coursewright:${document.body.dataset.course}:done:${id}`;
  const time = Date.UTC(2026, 2, 4, 12);
  await probes.change(Object.fromEntries(modules.flatMap(module => module.lessons)
    .map(({ id }) => [key(id), JSON.stringify({ at: time, value: time })])));
}"""


@pytest.fixture
def learner(visit, course):
    """Opens pages in a browser whose owner has worked on one lesson."""
    context = visit.context()
    page = visit.open(context, course + LESSON)
    page.locator(".note").first.fill("Wrote to <three> people.\n\nTwo answered.")
    page.locator(".steps label").first.click()
    page.get_by_role("button", name="Mark lesson complete").click()
    expect(page.locator(".finish-status")).to_contain_text("Completed on")
    return lambda name: visit.open(context, course + name)


def saved(page: Page, selector: str) -> tuple[str, str]:
    with page.expect_download() as download:
        page.locator(selector).click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    return download.value.suggested_filename, text


def test_notes_show_what_was_written_and_ticked_and_are_saved_in_three_forms(learner):
    page = learner("notes.html")
    expect(page.locator(".own-note blockquote")).to_have_text(
        "Wrote to <three> people.\n\nTwo answered."
    )
    expect(page.locator(".own-steps li")).to_have_count(1)
    expect(page.locator(".note-group a")).to_have_attribute("href", f"./{LESSON}")
    name, text = saved(page, "[data-save=md]")
    assert name == "bti-notes.md"
    assert text.startswith("# My notes")
    assert "\n\nWrote to <three> people.\n\nTwo answered.\n\n" in text
    assert "- [x] " in text
    _, html = saved(page, "[data-save=html]")
    assert "<blockquote>Wrote to &lt;three&gt; people." in html
    _, data = saved(page, "[data-save=json]")
    (lesson,) = json.loads(data)["lessons"]
    assert lesson["items"][0]["note"].startswith("Wrote to <three>")


def test_an_answer_that_was_put_aside_is_found_among_the_notes(visit, showcase):
    context = visit.context()
    page = visit.open(context, showcase + EVERYTHING)
    record = page.locator(".q").first.get_attribute("data-record")
    old = json.dumps({"at": 1, "value": {"answer": "an-older-answer", "of": "0123456789ab"}})
    page.evaluate("e => probes.change(e)", {f"coursewright:showcase:answer:{record}": old})
    page.reload()
    expect(page.locator(".q-changed")).to_have_count(1)
    notes = visit.open(context, showcase + "notes.html")
    expect(notes.locator(".own-note.aside blockquote")).to_have_text("an older answer")
    expect(notes.locator(".own-note.aside")).to_contain_text("The question has changed since")


def test_notes_of_exercises_that_are_gone_are_still_there(visit, course):
    context = visit.context()
    page = visit.open(context, course)
    page.evaluate("e => probes.change(e)", {"coursewright:bti:note:gone": '{"at":1,"value":"Old"}'})
    notes = visit.open(context, course + "notes.html")
    expect(notes.locator(".note-group h2")).to_have_text("From an earlier version of this course")
    expect(notes.locator("blockquote")).to_have_text("Old")


def test_first_visits_find_honest_empty_pages(visit, course):
    expect(visit(course + "notes.html").locator(".own-empty h2")).to_have_text("Nothing here yet")
    review = visit(course + "review.html")
    expect(review.locator(".own-empty h2")).to_have_text("No cards yet")
    expect(review.locator(".practise")).to_be_hidden()
    certificate = visit(course + "certificate.html")
    expect(certificate.locator("[data-preview]")).to_be_visible()
    expect(certificate.locator("#_h-left")).to_contain_text("to go. This is a preview.")


def test_review_asks_answers_and_says_when_a_card_returns(learner):
    page = learner("review.html")
    expect(page.locator(".flash")).to_be_visible()
    left = int(page.locator(".deck-count").inner_text().split()[0])
    expect(page.locator(".flash-back")).to_be_hidden()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Show the answer").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".flash-back")).to_be_focused()
    expect(page.locator(".flash-back a").last).to_have_attribute("href", re.compile(LESSON))
    expect(page.locator("[data-rating='1'] small")).to_have_text("once more today")
    expect(page.locator("[data-rating='4'] small")).to_have_text("in 8 days")
    page.locator("[data-rating='3']").press("Enter")
    expect(page.locator("#_flash-front")).to_be_focused()
    expect(page.locator(".deck-count")).to_have_text(f"{left - 1} cards left.")
    for _ in range(left - 1):
        page.locator(".flip").click()
        page.locator("[data-rating='4']").click()
    expect(page.locator(".own-empty h2")).to_have_text("That is all for today")
    expect(page.locator(".own-empty h2")).to_be_focused()
    page.reload()
    expect(page.locator(".own-empty h2")).to_have_text("Nothing is due today")
    expect(page.locator(".own-empty p").first).to_contain_text("The next card returns in 2 days.")
    page.locator(".practise").click()
    expect(page.locator(".deck-count")).to_have_text(f"{left} cards left.")


def test_a_card_that_was_not_known_comes_once_more(learner):
    page = learner("review.html")
    page.locator(".flip").click()
    before = page.locator(".deck-count").inner_text()
    page.locator("[data-rating='1']").click()
    expect(page.locator(".deck-count")).to_have_text(before)


def test_cards_leave_as_a_file_for_anki(learner):
    page = learner("review.html")
    page.locator(".own-more summary").click()
    name, text = saved(page, ".anki")
    assert name == "bti-anki.txt"
    head, rows = text.splitlines()[:5], text.splitlines()[5:]
    assert head[:2] == ["#separator:tab", "#html:true"]
    assert head[3] == "#deck:Building Trust and Influence"
    assert rows
    assert all(row.count("\t") == 2 for row in rows)


@pytest.fixture
def sorter(visit, showcase):
    """The review page of a learner who has begun lessons with richer questions."""
    context = visit.context(390, 844)
    page = visit.open(context, showcase + "basics/sort.html")
    page.get_by_role("button", name="Mark lesson complete").click()
    page = visit.open(context, showcase + "basics/type.html")
    page.get_by_role("button", name="Mark lesson complete").click()
    expect(page.locator(".finish-status")).to_contain_text("Completed on")
    return visit.open(context, showcase + "review.html")


FRONTS = {
    "signs": ("Yes · No · Sometimes", "Wait before you answer"),
    "desk": ("", "1. The screen"),
    "letter": ("put her phone away", ""),
    "gaps": ("[small / secret / large]", ""),
}


def test_richer_questions_are_cards_too(sorter, axe):
    page, seen = sorter, {}
    while page.locator(".flash").is_visible():
        name = page.locator("#_flash-front").inner_text()
        seen[name] = (
            page.locator(".flash-ask").inner_text(),
            page.locator(".flash-rows").inner_text(),
        )
        if page.locator(".flash-ask .spots").count():
            expect(page.locator(".flash-ask .spot").first).to_be_visible()
            assert page.evaluate("document.querySelector('.spots img').naturalWidth") > 0
            page.locator(".flip").click()
            assert page.evaluate("probes.overflow()") <= 0
            page.evaluate(axe)
            assert page.evaluate("probes.violations()") == []
        else:
            page.locator(".flip").click()
        page.locator("[data-rating='3']").click()
    shown = list(seen.values())
    for ask, row in FRONTS.values():
        assert any(ask in one and row in rows for one, rows in shown), (ask, row, shown)


def test_a_file_for_anki_leaves_out_what_shows_pictures(sorter):
    sorter.locator(".own-more summary").click()
    _, text = saved(sorter, ".anki")
    assert "[small / secret / large]" in text
    assert "<img" not in text
    expect(sorter.locator(".own-status")).to_contain_text("Left out, as they show pictures: 2.")


def test_a_quiz_that_keeps_its_key_makes_no_cards(showcase_folder):
    data = "".join(p.read_text("utf-8") for p in (showcase_folder / "assets/review").glob("*.js"))
    assert '"k":"everything/one"' in data
    assert '"k":"secret/' not in data


def test_the_pages_work_from_a_folder(visit, built):
    context = visit.context()
    page = visit.open(context, f"{built.as_uri()}/{LESSON}")
    page.get_by_role("button", name="Mark lesson complete").click()
    expect(page.locator(".finish-status")).to_contain_text("Completed on")
    review = visit.open(context, f"{built.as_uri()}/review.html")
    expect(review.locator(".flash")).to_be_visible()


def test_the_certificate_is_a_preview_until_every_lesson_is_done(visit, course):
    context = visit.context()
    page = visit.open(context, course + "certificate.html")
    page.get_by_role("button", name="Print or save as PDF").click()
    expect(page.locator(".own-status")).to_have_text("Type your name first, then print.")
    expect(page.locator("#_name")).to_be_focused()
    page.locator("#_name").fill("Ada Lovelace")
    expect(page.locator("[data-name]")).to_have_text("Ada Lovelace")
    page.evaluate(ALL_DONE)
    page.reload()
    expect(page.locator("[data-name]")).to_have_text("Ada Lovelace")
    expect(page.locator("[data-preview]")).to_be_hidden()
    expect(page.locator(".cert-left")).to_be_hidden()
    expect(page.locator("[data-date]")).to_have_text("March 4, 2026")
    home = visit.open(context, course)
    expect(home.locator("[data-resume]")).to_have_text("Make your certificate")


def test_the_certificate_is_one_sheet_of_paper(visit, course):
    page = visit(course + "certificate.html")
    page.locator("#_name").fill("Ada Lovelace")
    sheets = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", sheets)) == 1
    (box,) = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", sheets)
    assert [round(float(side)) for side in box] == [842, 595]


def test_what_good_looks_like_opens_after_trying_and_for_who_asks(visit, course):
    page = visit(course + LESSON)
    good = page.locator("details.good").first
    expect(good).not_to_have_attribute("open", "")
    expect(good.locator("small")).to_be_visible()
    page.locator(".note").first.fill("Tried")
    page.locator(".note").first.blur()
    expect(good).to_have_attribute("open", "")
    other = visit(course + LESSON)
    other.locator("details.good summary").first.click()
    expect(other.locator("details.good").first).to_have_attribute("open", "")


def test_every_change_of_a_note_is_kept_within_300_milliseconds(visit, course):
    context = visit.context()
    page = visit.open(context, course + LESSON)
    page.locator(".note").first.focus()
    page.keyboard.type("One sentence without any pause, typed at a steady pace.", delay=20)
    kept = page.evaluate("probes.stored().then(s => JSON.stringify(s))")
    assert "One sentence without any pause, typed" in kept
    page.wait_for_timeout(300)
    kept = page.evaluate("probes.stored().then(s => JSON.stringify(s))")
    assert "at a steady pace." in kept


def test_read_sections_count_on_the_home_page(visit, course):
    context = visit.context(height=700)
    page = visit.open(context, course + LESSON)
    page.locator("#keep-small-promises").evaluate("s => s.scrollIntoView()")
    page.wait_for_function("probes.stored().then(s => JSON.stringify(s).includes(':read:'))")
    home = visit.open(context, course)
    row = '.lrow[data-lesson="building-relationships-and-networks"] [data-state]'
    expect(home.locator(row)).to_have_text(re.compile(r"^1 of \d sections$"))
    expect(home.locator(".m-tally").first).to_have_text(re.compile(r"^0 of \d+ lessons done$"))


@every_look
def test_pages_in_use_break_no_rule(learner, visit, course, axe, width, scheme):
    for name in ("notes.html", "review.html"):
        page = learner(name)
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if name == "review.html":
            page.locator(".flip").click()
        assert violations(page, axe) == []
        assert page.evaluate("probes.overflow()") == 0
