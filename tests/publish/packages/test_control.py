"""Our own control documents say of our manifests, sound and broken, what the official ones say."""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from builder.publish.lms.control import control

from .conftest import MODULES, read
from .mutants import LISTS, MANIFEST
from .standards import official, verdicts
from .test_schemas import COURSES

SPACES = {
    "scorm2004": {
        "imscp_v1p1.xsd": "http://www.imsglobal.org/xsd/imscp_v1p1",
        "adlcp_v1p3.xsd": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "adlseq_v1p3.xsd": "http://www.adlnet.org/xsd/adlseq_v1p3",
        "adlnav_v1p3.xsd": "http://www.adlnet.org/xsd/adlnav_v1p3",
        "imsss_v1p0.xsd": "http://www.imsglobal.org/xsd/imsss",
        "lom.xsd": "http://ltsc.ieee.org/xsd/LOM",
    },
    "scorm12": {
        "imscp_rootv1p1p2.xsd": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "adlcp_rootv1p2.xsd": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "imsmd_rootv1p2p1.xsd": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
    },
}
VERSIONS = tuple(SPACES)
BEYOND = ("resources that nobody plays",)
"""Sound parts of the format that SCORM has no use for: ours need not know them."""


@pytest.fixture(scope="module")
def own(pack, tmp_path_factory) -> dict[str, Path]:
    """The control documents as they lie in a package, with one that imports them all."""
    return {version: unpacked(pack(version), version, tmp_path_factory) for version in VERSIONS}


def unpacked(package: Path, version: str, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp(version)
    with ZipFile(package) as files:
        for name in control(version):
            (folder / name).write_bytes(files.read(name))
    rows = (
        f'<xs:import namespace="{space}" schemaLocation="{file}"/>'
        for file, space in SPACES[version].items()
    )
    text = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{"".join(rows)}</xs:schema>'
    (folder / "_all.xsd").write_text(text)
    return folder / "_all.xsd"


@pytest.mark.parametrize("course", COURSES)
@pytest.mark.parametrize("version", VERSIONS)
def test_they_take_our_manifests(pack, own, version, course):
    document = read(pack(version, COURSES[course]), MANIFEST)
    assert verdicts(own[version], document) == verdicts(official(version), document) == (True, True)


@pytest.mark.parametrize("version", VERSIONS)
def test_they_agree_on_mistakes(pack, own, version):
    sound = read(pack(version, MODULES), MANIFEST)
    differ, seen = [], 0
    for name, change in LISTS[version].items():
        files = {MANIFEST: sound}
        try:
            change(files)
        except KeyError:
            continue  # a mistake in the archive, not in the manifest
        document = files.get(MANIFEST, sound)
        if document == sound or name in ("not well-formed", "document type"):
            continue
        seen += 1
        ours, theirs = verdicts(own[version], document), verdicts(official(version), document)
        if ours != theirs and name not in BEYOND:
            differ.append((name, ours, theirs))
    sys.stdout.write(f"{version}: {seen} broken manifests judged by both\n")
    assert seen >= 50
    assert differ == []


@pytest.mark.parametrize("version", VERSIONS)
def test_they_are_small_and_say_whose_they_are(version):
    files = control(version).values()
    assert sum(file.stat().st_size for file in files) < 20_000
    assert all("Coursewright" in file.read_text("utf-8") for file in files)
