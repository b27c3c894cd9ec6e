"""Pages fit every width, keep their targets large, and bear a reader's own spacing."""

from __future__ import annotations

import pytest

from .pages import EVERYTHING, KINDS, LESSON

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# What a pointer can hit, by its own box or that of its label. Links inside a sentence are exempt.
SMALL = """() => {
  const seen = e => e.checkVisibility({ opacityProperty: false, visibilityProperty: true });
  const inText = e => e.matches("a") && getComputedStyle(e).display === "inline"
    && e.closest("p, li, td, dd, dt, figcaption, div").textContent.trim() !== e.textContent.trim();
  const box = e => (e.matches("input[type=radio], input[type=checkbox]") && e.labels[0]
    || e.closest("h3 a") && e.closest(".card") || e).getBoundingClientRect();
  const all = [...document.querySelectorAll("a[href], button, select, textarea, input, summary, label")];
  return all.filter(seen).filter(e => !inText(e) && !e.disabled).map(e => [e, box(e)])
    .filter(([, r]) => r.width > 0 && (r.width < 24 || r.height < 24))
    .map(([e, r]) => `${e.outerHTML.slice(0, 90)} ${r.width} x ${r.height}`);
}"""

# WCAG 1.4.12: what a reader may set without losing text.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""

# Text that its own box cuts off.
CLIPPED = """() => [...document.querySelectorAll("body *")].filter(e => e.checkVisibility()
  && !e.closest("svg, .vh, dialog, [popover], .skip") && !/auto|scroll/.test(getComputedStyle(e).overflowX + getComputedStyle(e).overflowY)
  && getComputedStyle(e).overflow !== "visible" && e.textContent.trim()
  && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
  && !e.matches("textarea, select, option, .tool span")).map(e => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", [320, 768, 1920])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways(visit, course, kind, width):
    assert visit(course + KINDS[kind], width).evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320, 1440])
def test_every_part_of_a_text_fits_in_both_directions(visit, showcase, width, direction):
    page = visit(showcase + EVERYTHING, width)
    page.evaluate("d => { document.documentElement.dir = d; }", direction)
    assert page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough(visit, course, kind, width):
    assert visit(course + KINDS[kind], width).evaluate(SMALL) == []


def test_targets_in_a_text_are_large_enough(visit, showcase):
    assert visit(showcase + EVERYTHING, 390).evaluate(SMALL) == []


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("kind", ["home", "lesson", "module"])
def test_text_may_be_spaced_out(visit, course, kind, width):
    page = visit(course + KINDS[kind], width)
    page.add_style_tag(content=SPACING)
    assert page.evaluate(OVERFLOW) == 0
    assert page.evaluate(CLIPPED) == []


@pytest.mark.parametrize("size", ["s", "l", "xl"])
def test_every_text_size_fits_a_small_screen(visit, course, size):
    page = visit(course + LESSON, 320)
    page.evaluate("s => document.documentElement.setAttribute('data-size', s)", size)
    assert page.evaluate(OVERFLOW) == 0
