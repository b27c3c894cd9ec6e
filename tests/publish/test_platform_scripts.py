"""The scripts that packages for learning platforms carry."""

from __future__ import annotations

import gzip
import re

import pytest

from builder.publish.assets import WEB, assets, script
from builder.publish.bundle import content_bytes
from builder.publish.web_script import join

ENTRIES = ("scorm12", "scorm2004", "lesson", "notes", "au")
TRACES = re.compile(rb"(?i)LMSInitialize|API_1484_11|suspend_data|xapi|adlnet|cmi\.|auth-token")


def test_the_site_carries_nothing_of_them():
    for path, content in assets().items():
        if path.endswith(".js"):
            assert not TRACES.search(content_bytes(content)), path


@pytest.mark.parametrize("name", ENTRIES)
def test_none_waits_for_the_page_to_be_unloaded_or_stops_it_to_ask(name):
    text = script(f"lms/{name}").decode()
    assert not re.search(r"\b(?:before)?unload\b", text)
    assert not re.search(r"\b(?:alert|confirm|prompt|eval)\(", text)


def test_each_knows_its_own_version_only():
    old, new = script("lms/scorm12"), script("lms/scorm2004")
    assert b"LMSInitialize" in old
    assert b"API_1484_11" not in old
    assert b"API_1484_11" in new
    assert b"LMSInitialize" not in new
    for name in ("lesson", "notes"):
        assert not TRACES.search(script(f"lms/{name}").replace(b"coursewright", b"")), name


def test_the_cmi5_client_takes_three_kilobytes_at_most(tmp_path):
    entry = tmp_path / "entry.js"
    client = (WEB / "lms" / "cmi5.js").read_text("utf-8")
    (tmp_path / "cmi5.js").write_text(client, "utf-8")
    use = 'import { Cmi5, launchOf } from "./cmi5.js";\nglobalThis.client = [Cmi5, launchOf];\n'
    entry.write_text(use, "utf-8")
    joined = join(str(entry))
    assert b"terminated" in joined
    assert len(gzip.compress(joined, 9)) <= 3000
