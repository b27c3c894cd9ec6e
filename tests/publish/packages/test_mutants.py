"""Every seeded mistake of a manifest is found; sound packages have none."""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from builder.check.package import check_package
from builder.diagnostics import Level
from builder.publish.archive import archive
from builder.read.package import read_package

from .conftest import MODULES
from .mutants import LISTS
from .standards import STANDARDS

LEAST = {"scorm2004": 37, "scorm12": 37, "cmi5": 26}


def findings(path: Path) -> list[str]:
    result = read_package(path)
    found = [*result.findings, *check_package(result.value)]
    return [f"{f.span} {f.message} [{f.code}]" for f in found if f.level is not Level.INFO]


def bones(package: Path) -> dict[str, bytes]:
    """The files of a package, with contents only where somebody looks at them."""
    with ZipFile(package) as files:
        names = files.namelist()
        return {name: files.read(name) if name.endswith(".xml") else b"" for name in names}


@pytest.mark.parametrize("form", LISTS)
def test_seeded_mistakes_are_found(pack, tmp_path, form, capsys):
    sound = pack(form, MODULES)
    assert findings(sound) == []
    survivors = []
    for name, change in LISTS[form].items():
        files = bones(sound)
        before = dict(files)
        change(files)
        assert files != before, name
        mutant = tmp_path / "mutant.zip"
        mutant.write_bytes(archive(files, next(iter(files))))
        if not findings(mutant):
            survivors.append(name)
    total = len(LISTS[form])
    with capsys.disabled():
        found = total - len(survivors)
        sys.stdout.write(f"\n{form}: {found} of {total} seeded manifest mistakes found\n")
    assert total >= LEAST[form]
    assert survivors == []


@pytest.mark.parametrize("form", LISTS)
def test_shipped_packages_have_no_findings(pack, form):
    assert findings(pack(form)) == []


def test_relative_addresses_need_a_package(pack, tmp_path):
    with ZipFile(pack("cmi5")) as files:
        bare = tmp_path / "cmi5.xml"
        bare.write_bytes(files.read("cmi5.xml"))
    found = findings(bare)
    assert found
    assert all("relative" in line for line in found)


@pytest.mark.parametrize("name", ["complex", "extended", "simple"])
def test_examples_of_the_cmi5_standard_have_no_errors(name):
    """Their addresses lie on a server, and units leave open what counts as done."""
    examples = STANDARDS / "cmi5" / "v1" / "examples"
    found = findings(examples / f"{name}-cmi5.xml")
    assert all(line.endswith("[package-move-on]") for line in found)


RUSTIC = """<?xml version="1.0"?>
<manifest identifier="g" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
 xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2" xmlns:tool="http://example.com/tool">
 <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>
  <imsmd:lom><imsmd:anything/></imsmd:lom><tool:stamp by="somebody"/></metadata>
 <organizations default="o"><organization identifier="o"><title>Golf</title>
  <item identifier="group"><title>Play</title>
   <item identifier="a" identifierref="r" isvisible="1" parameters="?hole=1&amp;par=4#start">
    <title>First</title><adlcp:prerequisites type="aicc_script">b</adlcp:prerequisites>
    <adlcp:maxtimeallowed>0001:30:00</adlcp:maxtimeallowed>
    <adlcp:timelimitaction>exit,no message</adlcp:timelimitaction>
    <adlcp:datafromlms>x</adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore></item>
   <item identifier="b" identifierref="s" parameters=""><title>Second</title></item>
  </item></organization></organizations>
 <resources xml:base="shared/">
  <resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="play.html?a=b">
   <file href="play.html"/><file href="my%20notes.pdf"/><dependency identifierref="s"/></resource>
  <resource identifier="s" type="webcontent" adlcp:scormtype="asset" xml:base="more/"
   href="rules.html"><file href="rules.html"/></resource>
 </resources>
</manifest>"""


def test_a_manifest_by_hand_with_all_the_format_has(tmp_path):
    names = ("imsmanifest.xml", "imscp_rootv1p1p2.xsd", "common/anyElement.xsd")
    files = ("shared/play.html", "shared/my notes.pdf", "shared/more/rules.html")
    package = tmp_path / "golf.zip"
    package.write_bytes(archive({n: RUSTIC.encode() for n in (*names, *files)}, names[0]))
    plain = [line for line in findings(package) if "package-plain-name" not in line]
    assert plain == []
