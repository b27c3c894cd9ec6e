"""Pages fit every width, keep their targets large, and bear a reader's own spacing."""

from __future__ import annotations

import pytest

from .pages import EVERYTHING, KINDS, LESSON

# WCAG 1.4.12: what a reader may set without losing text.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""


@pytest.mark.parametrize("width", [320, 768, 1920])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways(visit, course, kind, width):
    assert visit(course + KINDS[kind], width).evaluate("probes.overflow()") == 0


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [320, 1440])
def test_every_part_of_a_text_fits_in_both_directions(visit, showcase, width, direction):
    page = visit(showcase + EVERYTHING, width)
    page.evaluate("d => { document.documentElement.dir = d; }", direction)
    assert page.evaluate("probes.overflow()") == 0


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_large_enough(visit, course, kind, width):
    assert visit(course + KINDS[kind], width).evaluate("probes.small()") == []


def test_targets_in_a_text_are_large_enough(visit, showcase):
    assert visit(showcase + EVERYTHING, 390).evaluate("probes.small()") == []


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("kind", ["home", "lesson", "module"])
def test_text_may_be_spaced_out(visit, course, kind, width):
    page = visit(course + KINDS[kind], width)
    page.add_style_tag(content=SPACING)
    assert page.evaluate("probes.overflow()") == 0
    assert page.evaluate("probes.clipped()") == []


@pytest.mark.parametrize("size", ["s", "l", "xl"])
def test_every_text_size_fits_a_small_screen(visit, course, size):
    page = visit(course + LESSON, 320)
    page.evaluate("s => document.documentElement.setAttribute('data-size', s)", size)
    assert page.evaluate("probes.overflow()") == 0
