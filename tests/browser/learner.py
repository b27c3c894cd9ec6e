"""What a learner does with a quiz, for tests."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

Key = dict[str, Any]


def solution(page: Page) -> dict[str, Key]:
    """The key of every question of the page, by question id."""
    keys: dict[str, Key] = page.evaluate("probes.keys()")
    return keys


def wrong(key: Key) -> Key:
    """A key by which the wrong answer is given."""
    rows = key["rows"]
    if key["type"] == "ordering":
        return {**key, "rows": [*rows[1:], rows[0]]}
    if key["type"] == "matching":
        partners = [row["partner"] for row in rows]
        turned = [*partners[1:], partners[0]]
        return {**key, "rows": [{**r, "partner": p} for r, p in zip(rows, turned, strict=True)]}
    return {**key, "rows": [{**row, "right": not row["right"]} for row in rows]}


def answer(form: Locator, key: Key) -> None:
    """Enter the answer that `key` holds, with the mouse."""
    if key["type"] == "ordering":
        return _arrange(form, [row["id"] for row in key["rows"]])
    for row in key["rows"]:
        option = form.locator(f'.option[data-i="{row["id"]}"]')
        if key["type"] == "matching":
            option.locator("select").select_option(row["partner"])
        elif option.locator("input").is_checked() != row["right"]:
            _press(option)
    return None


def _press(option: Locator) -> None:
    """Press the row of a radio or checkbox, once it has stopped moving. A radio that another one
    is about to switch off needs no press of its own."""
    field = option.locator("input")
    if field.get_attribute("type") == "radio" and field.is_checked():
        return
    option.locator("label").first.click()


def _arrange(form: Locator, wanted: list[str]) -> None:
    for place, name in enumerate(wanted):
        for _ in range(order(form).index(name) - place):
            form.locator(f'.option[data-i="{name}"] .up').click()
    assert order(form) == wanted


def order(form: Locator) -> list[str]:
    """The ids of an ordering's rows as they stand."""
    ids: list[str] = form.locator(".order").evaluate("l => [...l.children].map(r => r.dataset.i)")
    return ids
