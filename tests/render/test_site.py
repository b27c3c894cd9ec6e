"""Whole pages."""

from __future__ import annotations

import pytest

from builder.render.site import SiteRenderer
from render.html_check import problems
from render.samples import course, page


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    whole = course()
    site = SiteRenderer(whole)
    return {
        "trust/first.html": site.lesson(page()),
        "index.html": site.home(),
        "trust/index.html": site.module(whole.modules[0], page().body),
        "tags/started.html": site.tag("started"),
        "tags/index.html": site.tags(),
        "about.html": site.about(page().body),
        "404.html": site.not_found(),
    }


KINDS = (
    "trust/first.html",
    "index.html",
    "trust/index.html",
    "tags/started.html",
    "tags/index.html",
    "about.html",
    "404.html",
)


@pytest.mark.parametrize("name", KINDS)
def test_every_page_is_well_formed(pages: dict[str, str], name: str) -> None:
    assert problems(pages[name]) == []
