"""Manifests against the official schemas, by two judges that share no code."""

from __future__ import annotations

import pytest

from .conftest import COURSE, MODULES, read
from .standards import official, verdicts

FORMS = {"scorm12": "imsmanifest.xml", "scorm2004": "imsmanifest.xml", "cmi5": "cmi5.xml"}
COURSES = {
    "as it is": None,
    "modules": MODULES,
    "unscored": {"content/course.yml": COURSE + "lms:\n  score: none\n  keywords: [a & b, <c>]\n"},
}


@pytest.mark.parametrize("course", COURSES)
@pytest.mark.parametrize("form", FORMS)
def test_manifest_is_valid(pack, form, course):
    document = read(pack(form, COURSES[course]), FORMS[form])
    assert verdicts(official(form), document) == (True, True)


@pytest.mark.parametrize("form", FORMS)
def test_judges_refuse_what_is_wrong(pack, form):
    document = read(pack(form), FORMS[form])
    begin = {"cmi5": b"<block "}.get(form, b"<organizations ")
    wrong = document.replace(begin, b"<wrong/>" + begin)
    assert wrong != document
    assert verdicts(official(form), wrong) == (False, False)
