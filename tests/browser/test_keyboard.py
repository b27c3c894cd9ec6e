"""Everything works with the keyboard alone, and focus can always be seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from .learner import Key, order, solution
from .pages import EVERYTHING, KINDS, LESSON


def walk(page: Page) -> list[dict[str, object]]:
    stops: list[dict[str, object]] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate("probes.stop()")
        if stop is None:
            return stops
        stops.append(stop)
    raise AssertionError("Tab never leaves the page")


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_every_stop_can_be_seen_and_comes_in_order(visit, course, kind, width):
    stops = walk(visit(course + KINDS[kind], width))
    assert len(stops) > 4
    assert [stop for stop in stops if stop["faults"]] == []


def test_every_stop_of_a_text_can_be_seen(visit, showcase):
    stops = walk(visit(showcase + EVERYTHING, 390))
    assert [stop for stop in stops if stop["faults"]] == []


def test_the_first_stop_leads_past_the_header(visit, course):
    page = visit(course + LESSON)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_main"


def test_tabs_are_chosen_with_the_arrows(visit, showcase):
    page = visit(showcase + EVERYTHING)
    page.locator(".tabbed-set input").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".tabbed-block").nth(1).is_visible()
    assert not page.locator(".tabbed-block").nth(0).is_visible()


@pytest.mark.parametrize("place", ["shipped", "showcase"])
def test_a_whole_quiz_with_keys_only(visit, request, place):
    address = request.getfixturevalue({"shipped": "course", "showcase": "showcase"}[place])
    page = visit(address + {"shipped": LESSON, "showcase": EVERYTHING}[place], 390)
    keys = solution(page)
    forms = page.locator(".q").all()
    forms[0].locator("legend").focus()
    for form in forms:
        assert form.evaluate("f => f.contains(document.activeElement)")
        give(page, form, keys[form.get_attribute("data-question")])
        page.keyboard.press("Control+Enter")
        assert form.locator(".verdict b").inner_text() == "Right."
        page.wait_for_timeout(460)
        page.keyboard.press("Control+Enter")
    assert page.evaluate("document.activeElement.className") == "result js-only"
    assert page.locator(".result-line").inner_text() == f"All {len(forms)} right on the first try."


def give(page: Page, form: Locator, key: Key) -> None:
    """Enter the right answer by Tab, arrows, space and letters."""
    kind = key["type"]
    if kind == "ordering":
        arrange(page, form, [row["id"] for row in key["rows"]])
    elif kind == "matching":
        for row in key["rows"]:
            reach(page, form, row["id"])
            page.keyboard.type(row["partner"][:8])
    elif kind == "multiple-response":
        for row in (row for row in key["rows"] if row["right"]):
            reach(page, form, row["id"])
            page.keyboard.press("Space")
    else:
        right = next(row["id"] for row in key["rows"] if row["right"])
        reach(page, form, None)
        page.keyboard.press("Space")
        while focused_row(page) != right:
            page.keyboard.press("ArrowDown")


def focused_row(page: Page) -> str | None:
    name: str | None = page.evaluate("document.activeElement.closest('.option')?.dataset.i")
    return name


def reach(page: Page, form: Locator, row: str | None) -> None:
    """Press Tab until a field of the row, or of any row, has the focus."""
    backwards = form.evaluate("(form, row) => probes.behind(form, row)", row)
    for _ in range(40):
        here = focused_row(page)
        inside = form.evaluate("f => f.contains(document.activeElement)")
        if inside and here and row in (None, here):
            return
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
    raise AssertionError(f"no way to {row} with the Tab key")


def arrange(page: Page, form: Locator, wanted: list[str]) -> None:
    for place, name in enumerate(wanted):
        if order(form).index(name) == place:
            continue
        reach(page, form, name)
        while order(form).index(name) > place:
            page.keyboard.press("Alt+ArrowUp")
            assert focused_row(page) == name
