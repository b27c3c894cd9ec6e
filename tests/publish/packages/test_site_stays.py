"""The public site carries nothing of packages: no SCORM, no xAPI, no shell."""

from __future__ import annotations

import re

from builder.pipeline import Options, load, site_bundle
from builder.publish.assets import assets
from builder.publish.bundle import content_bytes

from .conftest import ROOT

TRACES = re.compile(rb"xapi|cmi5|LMSInitialize|API_1484|adlnet|suspend_data|_lms\b", re.IGNORECASE)


def test_scripts_and_styles_of_the_site():
    for path, content in assets().items():
        data = content_bytes(content)
        assert not path.startswith("assets/lms"), path
        if path.endswith((".js", ".css")):
            assert not TRACES.search(data), path


def test_pages_of_the_site():
    site = site_bundle(load(Options(ROOT, jobs=1)))
    assert not [path for path in site if "lms" in path or path.endswith((".xml", ".xsd"))]
    for path in ("index.html", "psychology-of-influence/cultivating-empathy.html", "notes.html"):
        assert not TRACES.search(site.read(path)), path
