"""The preview as an author sees it, in a real browser."""

import threading
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from builder.diagnostics import Diagnostic, Level, Report, Span
from builder.hosts.preview import Preview
from builder.hosts.preview.stage import Built
from builder.publish.bundle import Bundle, Recipe, digest

pytestmark = pytest.mark.browser
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'


def reader(root):
    def make():
        text = (root / "lesson.md").read_text()
        if "wrong" in text:
            finding = Diagnostic(Span("lesson.md", 1, 1), "bad-word", Level.ERROR, "a mistake")
            return Built(Report([finding]), lambda path: text)
        rows = "".join(f"<p>row {n}</p>" for n in range(200))
        head = f"<html lang=en><head>{POLICY}<title>x</title></head>"
        html = f"{head}<body><h1>{text}</h1>{rows}</body></html>".encode()
        page = Recipe(digest(text), lambda html=html: html)
        return Built(Report(), lambda path: None, Bundle({"index.html": page, "favicon.ico": b""}))

    return make


@contextmanager
def running(root):
    (root / "lesson.md").write_text("first")
    stop = threading.Event()
    with Preview(root, reader(root), lambda line: None, port=0) as preview:

        def loop():
            while not stop.is_set():
                preview.step(0.05)

        thread = threading.Thread(target=loop)
        thread.start()
        try:
            yield preview.address
        finally:
            stop.set()
            thread.join()


def test_a_saved_lesson_appears_where_the_author_was_reading(browser, tmp_path):
    with running(tmp_path) as address:
        page = browser.new_page()
        page.goto(address)
        page.evaluate("scrollTo(0, 1500)")
        (tmp_path / "lesson.md").write_text("second")
        expect(page.locator("h1")).to_have_text("second", timeout=5000)
        page.wait_for_function("scrollY === 1500")
        page.close()


def test_mistakes_open_a_panel_that_goes_when_they_do(browser, tmp_path):
    with running(tmp_path) as address:
        page = browser.new_page()
        noise = []
        page.on("console", lambda message: noise.append(message.text))
        page.goto(address)
        region = page.get_by_role("region", name="Preview: findings")
        (tmp_path / "lesson.md").write_text("wrong")
        expect(region).to_contain_text("lesson.md:1:1 a mistake [bad-word]")
        expect(region.get_by_role("status")).to_have_text("1 error")
        assert region.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
        assert page.evaluate("document.activeElement.tagName") == "BODY"
        region.get_by_role("button", name="Hide").press("Escape")
        expect(region).to_have_count(0)
        (tmp_path / "lesson.md").write_text("wrong again")
        expect(region).to_contain_text("a mistake")
        (tmp_path / "lesson.md").write_text("mended")
        expect(page.locator("h1")).to_have_text("mended")
        expect(region).to_have_count(0)
        assert noise == []
        page.close()
