"""Storage that is blocked, full, silent, damaged or shared, and browsers that die: no answer is
lost and no page fails. The long versions of these trials are in `tools/soak.py`."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import expect

from .conftest import ROOT, build
from .faults import junk_texts, kills, two_windows, write_choices
from .learner import answer, solution
from .pages import EVERYTHING, LESSON

REFUSE = "() => { throw new DOMException('', 'SecurityError'); }"
TROUBLES = {
    "blocked": f"Object.defineProperty(window, 'indexedDB', {{ get: {REFUSE} }});",
    "missing": "Object.defineProperty(window, 'indexedDB', { value: undefined });",
    "refused": f"IDBFactory.prototype.open = {REFUSE};",
    "silent": "IDBFactory.prototype.open = () => ({});",
    "without its store": "const open = IDBFactory.prototype.open;"
    "IDBFactory.prototype.open = function () { return open.call(this, 'other', 1); };"
    "IDBDatabase.prototype.createObjectStore = () => {};",
    "unreadable": f"IDBObjectStore.prototype.getAll = {REFUSE};",
    "full": f"IDBObjectStore.prototype.put = {REFUSE};",
}
CONTRACT = r"""async ([module, name]) => {
  const make = (await import(module))[name];
  const tracker = await make();
  const same = (is, wanted) => {
    if (JSON.stringify(is) !== JSON.stringify(wanted)) throw new Error(JSON.stringify(is));
  };
  const load = async prefix => [...await tracker.load(prefix)].sort();
  const text = "é\u0000\ud83d\ude00\n\"'{";
  const texts = [["c:one:a", "0"], ["c:one:a", "1"], ["c:one:b", text], ["d:one:a", "3"]];
  await Promise.all(texts.map(([key, value]) => tracker.write(key, value)));
  same(await load("c:"), [["c:one:a", "1"], ["c:one:b", text]]);
  await Promise.all([tracker.remove("c:one:a"), tracker.remove("c:never")]);
  same(await load("c:"), [["c:one:b", text]]);
  same(await load("e:"), []);
  tracker.listen(() => {});
  const again = new Map(await (await make()).load("c:"));
  same(tracker.persistent, again.get("c:one:b") === text);
}"""


@pytest.fixture(scope="module")
def modules(serve) -> str:
    """The address of the browser's modules."""
    return serve(ROOT / "builder" / "web")


@pytest.mark.parametrize("name", ["indexed", "local", "memory"])
def test_every_tracker_keeps_the_contract(browser, modules, name):
    page = browser.new_page()
    page.goto(modules)
    page.evaluate(CONTRACT, [f"/trackers/{name}.js", f"{name}Tracker"])
    page.context.close()


def test_a_window_hears_of_another_ones_answers(visit, showcase):
    context = visit.context()
    first, second = (visit.open(context, showcase + EVERYTHING) for _ in range(2))
    first.get_by_role("button", name="Mark lesson complete").click()
    home = visit.open(context, showcase)
    expect(home.locator("[data-done]")).to_have_text("1")
    first.locator("#_complete").click()
    expect(home.locator("[data-done]")).to_have_text("0")
    second.close()


def test_windows_without_a_channel_hear_of_each_other_too(visit, showcase):
    context = visit.context()
    context.add_init_script("delete globalThis.BroadcastChannel")
    home, lesson = visit.open(context, showcase), visit.open(context, showcase + EVERYTHING)
    lesson.get_by_role("button", name="Mark lesson complete").click()
    expect(home.locator("[data-done]")).to_have_text("1")


def test_a_site_opened_from_a_folder_remembers(visit, built):
    context = visit.context()
    address = f"{built.as_uri()}/"
    home, lesson = (
        visit.open(context, address + "index.html"),
        visit.open(context, address + LESSON),
    )
    lesson.get_by_role("button", name="Mark lesson complete").click()
    expect(home.locator("[data-done]")).to_have_text("1")
    home.reload()
    expect(home.locator("[data-done]")).to_have_text("1")


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
def test_without_a_database_the_second_storage_serves_and_nothing_is_lost(visit, course, trouble):
    context = visit.context()
    page = visit.open(context, course + LESSON)
    page.get_by_role("button", name="Mark lesson complete").click()
    expect(page.locator(".finish-status")).to_contain_text("Completed on")
    troubled = context.new_page()
    troubled.add_init_script(trouble)
    troubled.goto(course + LESSON)
    troubled.locator(".note").first.fill("Written in trouble")
    troubled.locator(".note").first.blur()
    expect(troubled.locator(".note-status").first).to_have_text("Saved in this browser.")
    expect(troubled.locator(".notice")).to_have_count(0)
    troubled.reload()
    expect(troubled.locator(".note").first).to_have_value("Written in trouble")
    troubled.close()
    later = visit.open(context, course + LESSON)
    expect(later.locator(".note").first).to_have_value("Written in trouble")
    expect(later.locator("#_complete")).to_have_attribute("aria-pressed", "true")
    later.wait_for_function("!Object.keys(localStorage).some(key => key.includes(':note:'))")


def test_a_database_that_is_cleared_while_a_page_is_open_is_made_anew(visit, course):
    page = visit(course + LESSON)
    page.get_by_role("button", name="Mark lesson complete").click()
    page.evaluate(
        "new Promise(done => (indexedDB.deleteDatabase('coursewright').onsuccess = done))"
    )
    page.locator(".note").first.fill("Written afterwards")
    page.locator(".note").first.blur()
    page.wait_for_function(
        "probes.stored().then(s => Object.keys(s).some(k => k.includes(':note:')))"
    )
    page.reload()
    expect(page.locator(".note").first).to_have_value("Written afterwards")


def test_two_windows_at_once_lose_nothing(browser, modules):
    context = browser.new_context()
    assert two_windows(context, modules, 300) == 0
    context.close()


@pytest.mark.slow
def test_a_killed_browser_has_kept_the_answer_it_gave_a_verdict_on(browser, serve, tmp_path):
    address = serve(build(write_choices(tmp_path / "course"), tmp_path / "site"))
    assert kills(browser.browser_type, address + "m/l.html", tmp_path / "profile", 2) == []


def test_no_stored_value_breaks_a_page(visit, showcase):
    """A thousand values of any shape under the keys the pages read."""
    context = visit.context()
    page = visit.open(context, showcase + EVERYTHING)
    ids = page.evaluate(
        """[...document.querySelectorAll("[data-record]")].map(q => q.dataset.record).concat(
          [...document.querySelectorAll("[data-takeaway]")].map(t => t.dataset.takeaway),
          ["everything", "last", "certificate"])"""
    )
    chance, tried = random.Random(3), 0
    while tried < 1000:
        texts = junk_texts(chance, "coursewright:showcase:", ids)
        page.evaluate("texts => probes.change(texts)", texts)
        tried += len(texts)
        page.goto(showcase + EVERYTHING)
        page.wait_for_function("document.querySelector('.finish-status').textContent !== null")
        expect(page.locator(".notice")).to_contain_text("could not be read")
    page.goto(showcase + EVERYTHING)
    form = page.locator(".q").first
    if page.locator(".quiz-reset").is_visible():
        page.locator(".quiz-reset").click()
    answer(form, solution(page)["one"])
    form.locator("[type=submit]").click()
    expect(form.locator(".verdict")).not_to_be_empty()
