"""The shell's page."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from builder.render.lms import UNFOLDED, shell
from builder.render.site import SiteRenderer
from tests.render import samples

LESSON = {"minutes": 4, "slot": 0, "sections": [], "quiz": None, "assessment": False}


def data(count: int = 3, **more: Any) -> dict[str, Any]:
    lessons = [
        {**LESSON, "id": f"l{n}", "url": f"m/l{n}.html", "title": f"Lesson <{n}>", "module": n % 2}
        for n in range(count)
    ]
    modules = [{"id": "a", "title": "First & last"}, {"id": "b", "title": "Second"}]
    return {
        "format": "scorm12",
        "title": "A </script> course",
        "lessons": lessons,
        "modules": modules,
        **more,
    }


@pytest.fixture(scope="module")
def renderer() -> SiteRenderer:
    return SiteRenderer(samples.course(samples.lesson()))


def test_lessons_stand_under_their_modules_as_links_into_the_frame(renderer):
    page = shell(renderer, "index.html", data())
    first, second = page.split('<details class="m"')[1:]
    assert re.findall(r'data-lesson="(\w+)"', first) == ["l0", "l2"]
    assert re.findall(r'data-lesson="(\w+)"', second) == ["l1"]
    assert 'href="m/l0.html" target="lesson"' in first
    assert "First &amp; last" in first
    assert '<iframe id="_frame" name="lesson"' in page


def test_the_map_goes_into_the_page_and_cannot_end_its_element(renderer):
    page = shell(renderer, "index.html", data())
    [text] = re.findall(r'<script type="application/json" id="_lms">(.*?)</script>', page)
    assert json.loads(text) == data()


def test_a_part_of_a_course_leads_to_its_lessons_from_its_own_folder(renderer):
    page = shell(renderer, "m/sco.html", data())
    assert 'href="../m/l0.html" target="lesson"' in page
    assert 'src="../assets/lms/scorm12.js"' in page
    assert 'data-base=".."' in page


def test_each_version_has_its_own_script(renderer):
    assert "assets/lms/scorm2004.js" in shell(renderer, "index.html", data(format="scorm2004"))


def test_many_lessons_are_folded_until_they_are_wanted(renderer):
    assert shell(renderer, "index.html", data(UNFOLDED)).count("data-module open") == 2
    assert shell(renderer, "index.html", data(UNFOLDED + 1)).count("data-module open") == 0


def test_no_link_leads_out(renderer):
    page = shell(renderer, "index.html", data())
    targets = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>', page)
    assert {t for t in targets if not t.startswith(("m/", "#"))} == {"notes.html"}


def test_an_assessment_is_named_as_one(renderer):
    lessons = data()["lessons"]
    lessons[0]["assessment"] = True
    assert shell(renderer, "index.html", data(lessons=lessons)).count("assessment</span>") == 1
