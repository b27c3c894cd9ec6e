"""Our own control documents say of our manifests, sound and broken, what the official ones say."""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from builder.publish.lms.control import control_2004

from .conftest import MODULES, read
from .mutants import MANIFEST, SCORM2004
from .standards import official, verdicts
from .test_schemas import COURSES

_ALL = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.imsglobal.org/xsd/imscp_v1p1" schemaLocation="imscp_v1p1.xsd"/>
  <xs:import namespace="http://www.adlnet.org/xsd/adlcp_v1p3" schemaLocation="adlcp_v1p3.xsd"/>
  <xs:import namespace="http://www.adlnet.org/xsd/adlseq_v1p3" schemaLocation="adlseq_v1p3.xsd"/>
  <xs:import namespace="http://www.adlnet.org/xsd/adlnav_v1p3" schemaLocation="adlnav_v1p3.xsd"/>
  <xs:import namespace="http://www.imsglobal.org/xsd/imsss" schemaLocation="imsss_v1p0.xsd"/>
  <xs:import namespace="http://ltsc.ieee.org/xsd/LOM" schemaLocation="lom.xsd"/>
</xs:schema>"""


@pytest.fixture(scope="module")
def own(pack, tmp_path_factory) -> Path:
    """The control documents as they lie in a package, with one that imports them all."""
    folder = tmp_path_factory.mktemp("control")
    with ZipFile(pack("scorm2004")) as files:
        for name in control_2004():
            (folder / name).write_bytes(files.read(name))
    (folder / "_all.xsd").write_text(_ALL)
    return folder / "_all.xsd"


@pytest.mark.parametrize("course", COURSES)
def test_they_take_our_manifests(pack, own, course):
    document = read(pack("scorm2004", COURSES[course]), MANIFEST)
    assert verdicts(own, document) == verdicts(official("scorm2004"), document) == (True, True)


def test_they_agree_on_mistakes(pack, own):
    sound = read(pack("scorm2004", MODULES), MANIFEST)
    differ, seen = [], 0
    for name, change in SCORM2004.items():
        files = {MANIFEST: sound}
        try:
            change(files)
        except KeyError:
            continue  # a mistake in the archive, not in the manifest
        document = files.get(MANIFEST, sound)
        if document == sound or name in ("not well-formed", "document type"):
            continue
        seen += 1
        ours, theirs = verdicts(own, document), verdicts(official("scorm2004"), document)
        if ours != theirs:
            differ.append((name, ours, theirs))
    sys.stdout.write(f"{seen} broken manifests judged by both\n")
    assert seen >= 50
    assert differ == []


def test_they_are_small_and_say_whose_they_are():
    files = control_2004().values()
    assert sum(file.stat().st_size for file in files) < 20_000
    assert all("Coursewright" in file.read_text("utf-8") for file in files)
