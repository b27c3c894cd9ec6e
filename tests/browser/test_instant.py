"""The course inside stock Material with instant navigation, which exchanges a page in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from playwright.sync_api import Page, expect

from builder.pipeline import Options, load, site_bundle
from builder.pipeline.make import write
from builder.publish.staged import CONFIG, staged

from .conftest import SHOWCASE
from .learner import answer, solution


@pytest.fixture(scope="module")
def instant(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The address of the showcase in stock Material with instant navigation."""
    root = tmp_path_factory.mktemp("instant")
    shutil.copytree(SHOWCASE, root / "course")
    project = load(Options(root=root / "course", jobs=1))
    folder = root / "staged"
    write(staged(project.course, site_bundle(project)).files, folder, project.options)
    address = serve(folder / "site")
    path = folder / CONFIG
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config["site_url"] = address
    config["theme"]["features"] += ["navigation.instant", "navigation.tabs"]
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    mkdocs_build(load_config(str(path)))
    return address


def go(page: Page, name: str) -> None:
    """Follow a link of Material's navigation to a lesson, without the page being loaded anew."""
    page.evaluate("name => document.querySelector(`.md-nav a[href$='${name}.html']`).click()", name)
    page.wait_for_url(f"**/{name}.html")
    page.wait_for_function(
        "n => document.body.dataset.url?.endsWith(n + '.html')", arg=name, timeout=2000
    )
    assert page.evaluate("window.stayed") is True


def test_a_page_that_comes_in_place_starts_once_and_remembers(visit, instant):
    page = visit(instant + "basics/plain.html")
    page.evaluate("window.stayed = true")
    go(page, "everything")
    for name in ("one", "order"):
        form = page.locator(f'.q[data-question="{name}"]')
        answer(form, solution(page)[name])
        form.locator("[type=submit]").click()
        expect(form.locator(".verdict")).to_have_class("verdict js-only ok")
    expect(page.locator(".q-ordering > p.vh")).to_have_count(1)
    complete = page.locator("#_complete")
    complete.click()  # a second listener would undo it at once
    expect(complete).to_have_attribute("aria-pressed", "true")
    page.locator("textarea.note").first.fill("Typed and left at once")
    go(page, "sort")  # with kinds of question that the last page had not
    form = page.locator('.q[data-type="hotspot"]').first
    answer(form, solution(page)[form.get_attribute("data-question")])
    form.locator("[type=submit]").click()
    expect(form.locator(".verdict")).to_have_class("verdict js-only ok")
    expect(page.locator("#_complete")).to_have_attribute("aria-pressed", "false")
    go(page, "everything")
    expect(page.locator('.q[data-question="one"] .verdict')).to_have_class("verdict js-only ok")
    expect(page.locator("textarea.note").first).to_have_value("Typed and left at once")
    expect(page.locator("#_complete")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".q-ordering > p.vh")).to_have_count(1)


def test_home_and_certificate_know_the_course_inside_the_frame(visit, instant):
    context = visit.context()
    page = visit.open(context, instant + "basics/everything.html")
    page.locator("#_complete").click()
    expect(page.locator(".finish-status")).to_contain_text("Completed on")
    home = visit.open(context, instant)
    expect(home.locator("[data-done]")).to_have_text("1")
    expect(home.locator(".pickup h2")).to_have_text("Welcome back")
    certificate = visit.open(context, instant + "certificate.html")
    expect(certificate.locator("#_h-left")).to_contain_text("to go. This is a preview.")


def test_an_element_that_moves_within_a_page_does_not_start_again(visit, showcase):
    page = visit(showcase + "basics/everything.html")
    page.evaluate(
        "for (const e of document.querySelectorAll('course-quiz, course-takeaway, course-lesson'))"
        " e.after(e)"
    )
    expect(page.locator(".q-ordering > p.vh")).to_have_count(1)
    page.locator("#_complete").click()
    expect(page.locator("#_complete")).to_have_attribute("aria-pressed", "true")


def test_a_script_that_runs_again_does_nothing(visit, showcase):
    page = visit(showcase + "basics/everything.html")
    page.evaluate(
        """() => new Promise(done => {
          const old = document.querySelector("script[src$='lesson.js']");
          const again = document.createElement("script");
          again.onload = done;
          again.src = old.src;
          old.replaceWith(again);
        })"""
    )
    page.locator("#_complete").click()
    expect(page.locator("#_complete")).to_have_attribute("aria-pressed", "true")
