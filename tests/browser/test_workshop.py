"""The kit's screen pages in a real browser: live view and deck by keyboard, paper by print."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from kits import EVERYTHING, SHIPPED, kit_files
from playwright.sync_api import Page

PLAN = "half-day-of-trust"
LOOKS = [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
every_look = pytest.mark.parametrize(("width", "scheme"), LOOKS)
MAIN = ("index", "guide", "live", "slides")
PAPER = (
    "guide-online",
    "workbook",
    "quiz-A",
    "answer-key",
    "marking",
    "reaction",
    "certificate",
    "name-cards",
    "attendance",
    "handouts/map",
)
BEFORE, NOON = "2026-11-25T11:59:00", "2026-11-25T12:00:00"


@pytest.fixture(scope="session")
def kit_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kit of a shipped plan, without the files that only print."""
    out = tmp_path_factory.mktemp("kits")
    for path, data in kit_files(PLAN).items():
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return out


@pytest.fixture(scope="session")
def kit(kit_folder: Path, serve: Callable[[Path], str]) -> str:
    """The address of that kit."""
    return serve(kit_folder)


@pytest.fixture
def live(visit, kit) -> Page:
    """The live view at noon, with a clock that the test moves."""
    context = visit.context()
    context.clock.install(time=BEFORE)
    page = visit.open(context, kit + "live.html")
    page.wait_for_function("'ready' in document.documentElement.dataset")
    page.clock.pause_at(NOON)
    return page


@pytest.fixture
def deck(visit, kit) -> Page:
    page = visit(kit + "slides.html")
    page.wait_for_function("'ready' in document.documentElement.dataset")
    return page


def shown(page: Page, name: str) -> str:
    return page.locator(f'[data-lv="{name}"]').inner_text()


def title(page: Page) -> str:
    return page.locator(".lv-block:not([hidden]) h2").inner_text()


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: list[str] = page.evaluate("probes.violations()")
    return found


# -- every page


@every_look
def test_no_violation_on_the_pages_one_works_with(visit, kit, axe, width, scheme):
    page = visit(kit + "index.html", width, color_scheme=scheme)
    for name in MAIN:
        page.goto(f"{kit}{name}.html")
        assert (name, violations(page, axe)) == (name, [])
        assert (name, page.evaluate("probes.overflow()")) == (name, 0)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (390, "light")])
def test_no_violation_on_the_pages_to_print(visit, kit, axe, width, scheme):
    page = visit(kit + "index.html", width, color_scheme=scheme)
    for name in PAPER:
        page.goto(f"{kit}{name}.html")
        assert (name, violations(page, axe)) == (name, [])
        assert (name, page.evaluate("probes.overflow()")) == (name, 0)


@every_look
def test_no_violation_in_the_live_view_at_work(live, axe, width, scheme):
    live.set_viewport_size({"width": width, "height": 900})
    live.emulate_media(color_scheme=scheme)
    live.keyboard.press("Space")
    live.clock.run_for(1000)
    for _ in range(30):
        live.keyboard.press("+")
    live.clock.resume()
    assert violations(live, axe) == []
    live.keyboard.press("?")
    assert violations(live, axe) == []


@every_look
def test_no_violation_on_any_slide(visit, kit, axe, width, scheme):
    page = visit(kit + "slides.html", width, color_scheme=scheme)
    assert violations(page, axe) == []
    for key in ("n", "n", "o"):
        page.keyboard.press(key)
        assert (key, violations(page, axe)) == (key, [])
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert violations(page, axe) == []


def test_a_kit_opens_from_a_folder(visit, kit_folder):
    for name in ("index", "live", "slides"):
        page = visit((kit_folder / f"{name}.html").as_uri())
        if name != "index":
            page.wait_for_function("'ready' in document.documentElement.dataset")


# -- the live view


def test_a_workshop_is_led_by_keyboard_alone(live):
    live.keyboard.press("Space")
    assert title(live) == "A yes you need"
    assert shown(live, "left") == "12:00"
    live.clock.run_for(5 * 60_000)
    assert shown(live, "left") == "7:00"
    assert shown(live, "drift") == "On time"
    live.keyboard.press("ArrowRight")
    live.clock.run_for(500)
    assert title(live) == "Six questions before we begin"
    assert shown(live, "drift") == "7 min ahead"
    live.keyboard.press("ArrowLeft")
    assert title(live) == "A yes you need"
    live.keyboard.press("z")
    assert title(live) == "Six questions before we begin"


def test_a_part_that_overruns_is_made_good_by_the_rest(live):
    live.keyboard.press("Space")
    live.clock.run_for(42 * 60_000)
    assert shown(live, "left") == "+30:00"
    assert shown(live, "drift") == "30 min behind"
    live.keyboard.press("r")
    assert shown(live, "drift") == "On time"
    assert shown(live, "said").startswith("Re-planned: ")
    assert live.locator('[data-lv="plan"] .cut').count() > 1
    kept = live.locator('[data-lv="plan"] li', has_text="Two names, one date")
    assert "cut" not in kept.get_attribute("class")
    assert live.locator('[data-lv="plan"] li').last.inner_text().startswith("16:00")


def test_minutes_more_and_less(live):
    live.keyboard.press("Space")
    for _ in range(3):
        live.keyboard.press("+")
    assert shown(live, "left") == "15:00"
    assert shown(live, "drift") == "On time"
    assert "Time in hand 20 min" in shown(live, "said")
    live.keyboard.press("-")
    assert shown(live, "left") == "14:00"


def test_pausing_keeps_the_part_and_moves_the_end(live):
    live.keyboard.press("Space")
    live.clock.run_for(60_000)
    live.keyboard.press("Space")
    live.clock.run_for(10 * 60_000)
    assert shown(live, "left") == "11:00"
    assert shown(live, "drift") == "10 min behind"
    live.keyboard.press("Space")
    live.clock.run_for(60_000)
    assert shown(live, "left") == "10:00"


def test_a_reload_changes_nothing(live):
    live.keyboard.press("Space")
    live.keyboard.press("s")
    live.keyboard.press("n")
    live.keyboard.type("Ask Ana. r s z + do nothing here.")
    live.keyboard.press("Escape")
    live.clock.run_for(90_000)
    before = title(live), shown(live, "left"), shown(live, "end")
    live.reload()
    assert (title(live), shown(live, "left"), shown(live, "end")) == before
    assert live.locator("#_note").input_value() == "Ask Ana. r s z + do nothing here."
    live.keyboard.press("ArrowRight")
    assert live.locator("#_note").input_value() == ""


def test_the_timer_speaks_seldom(live):
    """What is read out: the part, five minutes and one minute before its end, and its end."""
    live.evaluate(
        "window.heard = []; new MutationObserver(() => heard.push(document.querySelector("
        "'[data-lv=voice]').textContent)).observe(document.querySelector('[data-lv=voice]'),"
        " {childList: true, characterData: true, subtree: true})"
    )
    live.keyboard.press("Space")
    for _ in range(14):
        live.clock.run_for(60_000)
    assert live.evaluate("heard") == [
        "Now: A yes you need, 12 minutes.",
        "5 minutes left in this part.",
        "1 minute left in this part.",
        "This part is over its time.",
    ]
    assert live.locator('[role="timer"]').get_attribute("aria-live") == "off"


def test_the_end_tells_how_long_it_took(live):
    live.keyboard.press("Space")
    for _ in range(40):
        live.clock.run_for(60_000)
        live.keyboard.press("ArrowRight")
    assert "of 240 minutes" in shown(live, "taken")
    live.keyboard.press("?")
    live.get_by_role("button", name="Start again").click()
    live.get_by_role("button", name="Start again").click()
    assert live.locator('[data-lv="start"]').is_visible()


def test_a_browser_that_keeps_nothing_says_so(visit, kit):
    context = visit.context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('off') }})"
    )
    page = visit.open(context, kit + "live.html")
    page.keyboard.press("Space")
    assert title(page) == "A yes you need"
    assert "keeps nothing" in shown(page, "said")


# -- the deck


def test_the_deck_goes_by_keyboard(deck):
    position = lambda: deck.locator(".sl-pos").inner_text()  # noqa: E731
    count = deck.locator(".slide").count()
    assert position() == f"1 / {count}"
    for key in ("ArrowRight", "Space", "PageDown"):
        deck.keyboard.press(key)
    assert position() == f"4 / {count}"
    assert deck.locator(".slide.current").count() == 1
    deck.keyboard.press("ArrowLeft")
    deck.keyboard.press("End")
    assert position() == f"{count} / {count}"
    deck.keyboard.press("Home")
    deck.keyboard.press("o")
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        deck.keyboard.press(key)
    assert position() == f"3 / {count}"
    deck.keyboard.press("b")
    assert not deck.locator(".slide.current h2").is_visible()
    deck.keyboard.press("b")
    deck.keyboard.press("n")
    assert deck.locator(".slide.current .sl-notes").is_visible()
    deck.reload()
    assert position() == f"3 / {count}"


def test_a_swipe_turns_the_slide(visit, kit):
    page = visit(kit + "slides.html", 390, has_touch=True)
    swipe = (
        "x => { const touch = (type, clientX) => document.dispatchEvent(new PointerEvent(type,"
        " {bubbles: true, pointerType: 'touch', clientX})); touch('pointerdown', 200);"
        " touch('pointerup', x); }"
    )
    page.evaluate(swipe, 100)
    assert page.locator(".sl-pos").inner_text().startswith("2 /")
    page.evaluate(swipe, 300)
    assert page.locator(".sl-pos").inner_text().startswith("1 /")


def test_the_presenter_s_window_follows_and_leads(deck):
    deck.keyboard.press("End")
    deck.keyboard.press("Home")
    for _ in range(7):
        deck.keyboard.press("ArrowRight")
    with deck.expect_popup() as opened:
        deck.keyboard.press("p")
    other = opened.value
    other.wait_for_function("'ready' in document.documentElement.dataset")
    other.wait_for_function("document.querySelector('.pv-notes').textContent.includes('Leyla')")
    assert other.locator(".pv-now h2").inner_text() == deck.locator(".current h2").inner_text()
    other.keyboard.press("ArrowRight")
    deck.wait_for_function("document.querySelector('.sl-pos').textContent.startsWith('9 ')")
    deck.keyboard.press("ArrowRight")
    other.wait_for_function("document.querySelector('.sl-pos').textContent.startsWith('10 ')")
    deck.keyboard.press("b")
    other.wait_for_function("document.documentElement.classList.contains('blank')")


def test_the_countdown_counts_down(visit, kit):
    context = visit.context()
    context.clock.install(time=BEFORE)
    page = visit.open(context, kit + "slides.html")
    number = page.locator(".slide.sl-pause").first.get_attribute("id")
    page.goto(f"{kit}slides.html#{number}")
    page.reload()
    page.clock.pause_at(NOON)
    page.keyboard.press("t")
    page.clock.run_for(61_000)
    assert page.locator(".current [data-left]").inner_text() == "13:59"
    page.clock.run_for(15 * 60_000)
    assert page.locator(".current [data-left]").inner_text().startswith("+")
    assert page.locator(".sl-said").inner_text() == "Time is up"
    page.keyboard.press("t")
    assert page.locator(".current [data-left]").inner_text() == "15:00"


@pytest.mark.parametrize("plan", [*SHIPPED, EVERYTHING])
def test_every_slide_fits_a_wide_screen(visit, tmp_path, plan):
    """At 16 by 9, the least height that a slide gets; every question of the course is among
    these."""
    for name, data in kit_files(plan).items():
        if name == "slides.html" or name.startswith(("assets/", "pictures/")):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(data)
    page = visit((tmp_path / "slides.html").as_uri(), 1280, 720)
    full = page.evaluate(
        "[...document.querySelectorAll('.slide')].filter(s => s.querySelector('.sl-in')"
        ".scrollHeight > s.clientHeight + 1).map(s => s.id)"
    )
    assert full == []


# -- paper


def sheets(page: Page, **options: object) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(**options)))


def test_a_printed_deck_has_a_slide_a_page(deck):
    assert sheets(deck, prefer_css_page_size=True) == deck.locator(".slide").count()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_sheets_print_on_the_pages_they_should(visit, kit, paper):
    page = visit(kit + "index.html")
    for name, most in {"attendance": 1, "certificate": 1, "reaction": 1, "pre-test": 2}.items():
        page.goto(f"{kit}{name}.html")
        landscape = name == "certificate"
        assert (name, sheets(page, format=paper, landscape=landscape) <= most) == (name, True)
    page.goto(f"{kit}name-cards.html")
    assert sheets(page, format=paper) == -(-page.locator(".tent").count() // 3)
