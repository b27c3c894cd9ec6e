"""No violation of WCAG 2.2 A and AA nor of axe's best practice, on any kind of page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .learner import answer, solution, wrong
from .pages import EVERYTHING, KINDS, LESSON

LOOKS = [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
every_look = pytest.mark.parametrize(("width", "scheme"), LOOKS)


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found: list[str] = page.evaluate("probes.violations()")
    return found


@every_look
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page(visit, course, axe, kind, width, scheme):
    assert violations(visit(course + KINDS[kind], width, color_scheme=scheme), axe) == []


@every_look
@pytest.mark.parametrize("page", [EVERYTHING, "basics/plain.html", "index.html"])
def test_every_part_of_a_text_in_the_default_look(visit, showcase, axe, page, width, scheme):
    assert violations(visit(showcase + page, width, color_scheme=scheme), axe) == []


@every_look
def test_a_lesson_in_use(visit, course, axe, width, scheme):
    page = visit(course + LESSON, width, color_scheme=scheme)
    keys = solution(page)
    for number, form in enumerate(page.locator(".q").all()):
        name = form.get_attribute("data-question")
        answer(form, keys[name] if number % 2 else wrong(keys[name]))
        form.locator("[type=submit]").click()
    page.locator(".steps label").first.click()
    page.locator(".nudge summary").first.click()
    page.locator("#_complete").click()
    assert violations(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_open_panels(visit, course, axe, width, scheme):
    page = visit(course + LESSON, width, color_scheme=scheme)
    page.get_by_role("button", name="Reading").click()
    assert violations(page, axe) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.keyboard.type("trust")
    page.locator(".find-results a").first.wait_for()
    assert violations(page, axe) == []
