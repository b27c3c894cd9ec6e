"""Identifiers last: records hang on them, so no edit of words, order or place changes one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.pipeline import Options, load
from builder.pipeline.package import Packer
from builder.publish.lms.names import addresses, encoded, identifier
from builder.publish.lms.scos import Assessment, scos, shares, units

from .conftest import COURSE, MODULES, ROOT, read

NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
FORMS = {"scorm12": "imsmanifest.xml", "scorm2004": "imsmanifest.xml", "cmi5": "cmi5.xml"}
IDS = re.compile(r'\b(?:identifier|objectiveID|id)="([^"]*)"')


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_identifiers_are_names_and_differ(one, other):
    first, second = identifier("item", one), identifier("item", other)
    assert NCNAME.fullmatch(first)
    assert len(first) <= 120
    assert (first == second) == (one == other)
    assert (encoded(one) == encoded(other)) == (one == other)


PARTS = st.text(
    st.characters(exclude_characters="/", exclude_categories=("Cs",)), min_size=1, max_size=40
)
PATHS = st.lists(PARTS, min_size=1, max_size=4).map("/".join)


@given(st.sets(PATHS, max_size=8))
def test_addresses_are_plain_and_differ(paths):
    found = addresses(paths, ("index.html",))
    assert set(found) == paths
    assert (
        len({address.casefold() for address in found.values()} | {"index.html"}) == len(paths) + 1
    )
    for path, address in found.items():
        assert re.fullmatch(r"[A-Za-z0-9._/-]+", address)
        assert len(address) <= 180
        assert address.count("/") == path.count("/")


def ids(package, form):
    return IDS.findall(read(package, FORMS[form]).decode())


@pytest.mark.parametrize("form", FORMS)
def test_edits_of_words_and_order_change_no_identifier(pack, form):
    lines = COURSE.splitlines()
    at = lines.index("  - growing-your-network")
    lines[at], lines[at - 1] = lines[at - 1], lines[at]
    text = "\n".join(lines).replace("title: Building Trust and Influence", "title: Other words")
    lesson = "content/psychology-of-influence/cultivating-empathy.md"
    words = (ROOT / lesson).read_text("utf-8").replace("title: ", "title: New ", 1)
    edited = {"content/course.yml": text.replace("version: 0.1.0", "version: 9.0"), lesson: words}
    after = pack(form, edited)
    assert sorted(ids(after, form)) == sorted(ids(pack(form), form))
    assert read(after, FORMS[form]) != read(pack(form), FORMS[form])


def test_identifiers_of_modules_do_not_depend_on_other_modules(pack):
    fewer = MODULES["content/course.yml"]
    items = [i for i in ids(pack("scorm12", MODULES), "scorm12") if i.startswith("item-")]
    course = load(Options(ROOT, jobs=1)).course
    assert items == [identifier("item", module.id) for module in course.modules]
    assert "multi_sco: module" in fewer


def test_shares_add_up():
    course = load(Options(ROOT, jobs=1)).course
    (whole,) = scos(course)
    assert [one.quiz.id for one in whole.assessments] == ["final/final-assessment"]
    assert (whole.mark, whole.assessments[0].points) == (70, 15.0)
    units_ = [sco for _, sco in units(course)]
    assert len(units_) == len(whole.lessons)
    assert sum(sco.mark is not None for sco in units_) == 5
    thirds = [part(1, 1.0), part(1, 1.0), part(1, 1.0), part(4, 0.0)]
    points, lessons = zip(*shares(thirds), strict=True)
    assert round(sum(map(float, points)), 9) == 1
    assert round(sum(map(float, lessons)), 9) == 1
    assert points[3] == "0"
    assert [p for p, _ in shares([part(1, 0.0)])] == ["0"]


def part(lessons: int, points: float):
    from types import SimpleNamespace

    judged = [Assessment(None, None, 70, points)] if points else []
    return SimpleNamespace(lessons=[None] * lessons, assessments=judged)


CASES = {
    "exams go before checks": ("exam", "check", "", [("a", 70)]),
    "checks count where there is no exam": ("check", "practice", "", [("a", 70)]),
    "several are held against the course": (
        "check",
        "check",
        "pass_mark: 55\n",
        [("a", 55), ("b", 55)],
    ),
    "nothing is scored": ("exam", "exam", "lms:\n  score: none\n", []),
    "practice is no assessment": ("practice", "practice", "", []),
}
QUIZ = """mode: {mode}
{more}questions:
  - id: q
    type: true-false
    prompt: Is it so?
    answer: true
    feedback: It is.
"""


@pytest.mark.parametrize("case", CASES)
def test_what_counts(folder, case):
    first, second, settings, expected = CASES[case]
    (sco,) = course_of(folder, first, second, settings)
    assert [(one.quiz.id, one.mark) for one in sco.assessments] == expected
    marks = {mark for _, mark in expected}
    assert {sco.mark} == (marks or {None})


def course_of(folder, first, second, settings, more=""):
    root = folder(
        {
            "content/course.yml": f"id: c\ntitle: C\nmodules: [m]\n{settings}",
            "content/m/a.md": "# A\n",
            "content/m/b.md": "# B\n",
            "quizzes/a.yml": QUIZ.format(mode=first, more=more),
            "quizzes/b.yml": QUIZ.format(mode=second, more=""),
        }
    )
    return scos(load(Options(root, jobs=1)).course)


def test_a_single_assessment_has_its_own_mark(folder):
    (sco,) = course_of(folder, "exam", "practice", "pass_mark: 50\n", more="pass_mark: 85\n")
    assert sco.mark == 85


def test_a_quiz_without_a_key_gives_no_score(folder):
    (sco,) = course_of(folder, "exam", "check", "", more="reveal: never\n")
    assert [one.quiz.id for one in sco.assessments] == ["b"]


def test_a_course_without_lessons_is_refused(folder):
    from builder.diagnostics import Failure

    root = folder({"content/course.yml": "id: c\ntitle: C\n"})
    with pytest.raises(Failure, match="no lesson"):
        Packer(load(Options(root, jobs=1))).pack("cmi5")


def test_too_much_for_the_record_is_refused(folder, monkeypatch):
    from builder.diagnostics import Failure
    from builder.publish.lms import scorm

    monkeypatch.setattr(scorm, "MOST_CHARACTERS", 3)
    root = folder(
        {"content/course.yml": "id: c\ntitle: C\nmodules: [m]\n", "content/m/a.md": "# A\n"}
    )
    with pytest.raises(Failure, match="what learners do may take"):
        Packer(load(Options(root, jobs=1))).pack("scorm12")
    assert not (root / "dist").exists()
