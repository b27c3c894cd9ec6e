"""What a learner did is kept, shown on the course's pages, and survives bad storage."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import build
from .learner import answer, solution
from .pages import EVERYTHING, LESSON

LOCAL = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });"
INDEXED = "Object.defineProperty(window, 'indexedDB', { get() { throw new Error('blocked'); } });"
SILENT = "IDBFactory.prototype.open = () => ({});"
FULL = """
Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };
IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); };
"""
LESSON_ID = "building-relationships-and-networks"


def test_a_finished_lesson_shows_on_home_and_module(visit, course):
    context = visit.context()
    page = visit.open(context, course + LESSON)
    page.get_by_role("button", name="Mark lesson complete").click()
    expect(page.locator(".finish-status")).to_contain_text("Press again to undo.")
    home = visit.open(context, course)
    row = f'.lrow[data-lesson="{LESSON_ID}"]'
    expect(home.locator(f"{row} [data-state]")).to_have_text("Done")
    expect(home.locator("[data-done]")).to_have_text("1")
    expect(home.locator("#_h-pickup, .pickup h2").first).to_have_text("Welcome back")
    module = visit.open(context, course + "psychology-of-influence/index.html")
    expect(module.locator(f"{row} [data-state]")).to_have_text("Done")
    page.locator("#_complete").click()
    expect(page.locator(".finish-status")).to_have_text("Marked as not complete.")
    expect(home.locator("[data-done]")).to_have_text("0")


def test_a_finished_lesson_colours_its_thread(visit, showcase):
    context = visit.context()
    page = visit.open(context, showcase + EVERYTHING)
    page.get_by_role("button", name="Mark lesson complete").click()
    home = visit.open(context, showcase)
    done = re.compile(r"\bdone\b")
    expect(home.locator('[data-strand="everything"]').first).to_have_class(done)
    expect(home.locator('[data-strand="plain"]').first).not_to_have_class(done)


def test_home_and_lesson_lead_back_to_where_reading_stopped(visit, course):
    context = visit.context(height=700)
    page = visit.open(context, course + LESSON)
    page.locator("#keep-small-promises").evaluate("s => s.scrollIntoView()")
    page.wait_for_function("probes.stored().then(s => 'coursewright:bti:place:last' in s)")
    home = visit.open(context, course)
    expect(home.locator(".pickup-line")).to_contain_text("at “Keep small promises”.")
    home.locator("[data-resume]").click()
    expect(home).to_have_url(re.compile(r"#keep-small-promises$"))
    again = visit.open(context, course + LESSON)
    expect(again.locator(".resume")).to_contain_text("Keep small promises")


def test_steps_and_notes_are_kept_each_for_itself(visit, showcase):
    context = visit.context()
    page = visit.open(context, showcase + EVERYTHING)
    first = page.locator(".takeaway").first
    first.locator(".steps label").nth(1).click()
    expect(first.locator(".steps-status")).to_have_text("1 of 2 steps done.")
    first.locator("textarea").fill("Mine. é 🙂")
    first.locator("textarea").blur()
    expect(first.locator(".note-status")).to_have_text("Saved in this browser.")
    again = visit.open(context, showcase + EVERYTHING)
    sections = again.locator(".takeaway")
    expect(sections.nth(0).locator("textarea")).to_have_value("Mine. é 🙂")
    expect(sections.nth(1).locator("textarea")).to_have_value("")
    expect(sections.nth(0).locator(".steps input").nth(1)).to_be_checked()
    expect(sections.nth(0).locator(".steps input").nth(0)).not_to_be_checked()


def test_a_note_typed_just_before_leaving_is_kept(visit, showcase):
    context = visit.context()
    page = visit.open(context, showcase + EVERYTHING)
    page.locator("textarea").first.focus()
    page.keyboard.type("In a hurry")
    page.goto(showcase + "index.html")
    again = visit.open(context, showcase + EVERYTHING)
    expect(again.locator("textarea").first).to_have_value("In a hurry")


def test_a_note_and_a_reminder_can_be_saved_as_files(visit, showcase):
    page = visit(showcase + EVERYTHING)
    section = page.locator(".takeaway").first
    section.locator(".note-save").click()
    expect(section.locator(".note-status")).to_have_text("Write something first, then download it.")
    section.locator("textarea").fill("Two boxes")
    with page.expect_download() as note:
        section.locator(".note-save").click()
    text = Path(note.value.path()).read_text(encoding="utf-8")
    assert "Two boxes" in text
    assert "**What did you notice?**" in text
    with page.expect_download() as reminder:
        section.locator(".note-cal").click()
    assert "SUMMARY:Look back: Try it out" in Path(reminder.value.path()).read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("trouble", [LOCAL + INDEXED, FULL], ids=["blocked", "full"])
def test_without_storage_everything_works_and_the_reader_is_told(visit, showcase, trouble):
    context = visit.context()
    context.add_init_script(trouble)
    page = visit.open(context, showcase + EVERYTHING)
    page.locator(".steps label").first.click()
    expect(page.locator(".notice")).to_contain_text("This browser blocks storage")
    form = page.locator(".q").first
    answer(form, solution(page)["one"])
    form.locator("[type=submit]").click()
    expect(form.locator(".verdict b").first).to_have_text("Right.")
    page.locator("textarea").first.fill("Text")
    page.locator("textarea").first.blur()
    expect(page.locator(".note-status").first).to_contain_text("Download your note to keep it.")
    page.get_by_role("button", name="Reading").click()
    page.get_by_role("radio", name="Dark").check()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_damaged_entries_are_set_aside_with_a_word(visit, showcase):
    context = visit.context()
    page = visit.open(context, showcase + EVERYTHING)
    page.evaluate("probes.change({ 'coursewright:showcase:note:first': '{broken' })")
    again = visit.open(context, showcase + EVERYTHING)
    expect(again.locator(".notice")).to_contain_text("could not be read and were set aside: 1")
    expect(again.locator("textarea").first).to_have_value("")


def test_progress_moves_to_another_browser_by_a_file(visit, course, tmp_path):
    page = visit(course + LESSON)
    page.get_by_role("button", name="Mark lesson complete").click()
    page.goto(course)
    with page.expect_download() as saved:
        page.locator("#_export").click()
    backup = tmp_path / "progress.json"
    saved.value.save_as(backup)
    other = visit(course)
    expect(other.locator("[data-done]")).to_have_text("0")
    other.locator("#_import-file").set_input_files(backup)
    expect(other.locator("#_data-status")).to_have_text("Progress restored.")
    expect(other.locator("[data-done]")).to_have_text("1")


HEAD = {"format": "coursewright-progress-1", "course": "bti"}
NO_BACKUPS = [
    "",
    "{",
    "[]",
    "null",
    json.dumps({"format": "other"}),
    json.dumps(HEAD | {"course": "other", "facts": {}}),
    json.dumps(HEAD),
    json.dumps(HEAD | {"facts": None}),
    json.dumps(HEAD | {"facts": [1]}),
    json.dumps(HEAD | {"facts": "text"}),
]


@pytest.mark.parametrize("text", NO_BACKUPS)
def test_a_file_that_is_no_backup_changes_nothing(visit, course, tmp_path, text):
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")
    page = visit(course)
    page.locator("#_import-file").set_input_files(path)
    expect(page.locator("#_data-status")).to_contain_text("not a backup of this course")


@pytest.fixture(scope="module")
def large(tmp_path_factory, serve) -> str:
    """The address of a course so large that its home lists modules only."""
    root = tmp_path_factory.mktemp("large")
    for number in range(64):
        path = root / "content" / f"{number // 16 + 1}-part" / f"{number % 16 + 1}-lesson.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# Lesson {number + 1}\n\n## One\n\nText.\n\n## Two\n\nText.\n")
    return serve(build(root, root / "built"))


def test_a_large_course_knows_the_way_too(visit, large):
    context = visit.context()
    home = visit.open(context, large)
    expect(home.locator(".mrow")).to_have_count(4)
    expect(home.locator(".lrow")).to_have_count(0)
    home.locator("[data-resume]").click()
    home.get_by_role("button", name="Mark lesson complete").click()
    home.goto(large)
    expect(home.locator("[data-done]")).to_have_text("1")
    state = home.locator(".mrow").first.locator("[data-state]")
    expect(state).to_have_text("1 of 16 lessons")
    expect(home.locator(".pickup-line")).to_contain_text("63 lessons to go.")
    home.locator("[data-resume]").click()
    expect(home.locator(".lrow.done")).to_have_count(1)
