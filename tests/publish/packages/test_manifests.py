"""What manifests say: metadata from the course alone, marks, sequencing, files."""

from __future__ import annotations

import json
import re
from zipfile import ZipFile

import pytest
from lxml import etree

from .conftest import COURSE, MODULES, read

NS = {
    "cp": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "cp12": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "adlcp12": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "adlnav": "http://www.adlnet.org/xsd/adlnav_v1p3",
    "ss": "http://www.imsglobal.org/xsd/imsss",
    "lom": "http://ltsc.ieee.org/xsd/LOM",
    "md": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
    "cmi5": "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd",
}
TOLD = {
    "content/course.yml": COURSE
    + "lms:\n  date: 2026-11-25\n  keywords: [trust & care, listening]\n  base_iri: https://a.test/b/\n"
}


def parsed(package, name="imsmanifest.xml"):
    return etree.fromstring(read(package, name))


def texts(root, path):
    return [node.strip() for node in root.xpath(path, namespaces=NS)]


def test_metadata_in_scorm_2004(pack):
    root = parsed(pack("scorm2004", TOLD))
    lom = "cp:metadata/lom:lom"
    assert texts(root, "cp:metadata/cp:schema/text()") == ["ADL SCORM"]
    assert texts(root, f"{lom}/lom:general/lom:title/lom:string/text()") == [
        "Building Trust and Influence"
    ]
    assert texts(root, f"{lom}//lom:keyword/lom:string/text()") == ["trust & care", "listening"]
    assert texts(root, f"{lom}//lom:dateTime/text()") == ["2026-11-25"]
    assert texts(root, f"{lom}//lom:version/lom:string/text()") == ["0.1.0"]
    assert texts(root, f"{lom}//lom:status/lom:value/text()") == ["draft"]
    assert re.fullmatch(r"PT\d+H\d+M", *texts(root, f"{lom}//lom:duration/text()"))
    assert "FN:The Coursewright founders" in texts(root, f"{lom}//lom:entity/text()")[0]


@pytest.mark.parametrize("form", ["scorm12", "scorm2004", "cmi5"])
@pytest.mark.parametrize("course", [None, TOLD, MODULES], ids=["plain", "told", "modules"])
def test_nothing_is_empty(pack, form, course):
    root = parsed(pack(form, course), "cmi5.xml" if form == "cmi5" else "imsmanifest.xml")
    kept = ("file", "dependency", "objective", "deliveryControls", "controlMode", "rollupRules")
    empty = [
        node.tag
        for node in root.iter()
        if not len(node)
        and not (node.text or "").strip()
        and etree.QName(node).localname not in (*kept, "completionThreshold")
    ]
    assert empty == []
    assert b"x-none" not in etree.tostring(root)
    languages = root.xpath("//@xml:lang | //@language | //@lang", namespaces=NS)
    assert set(languages) == {"en"}


def test_no_date_without_the_authors(pack):
    for form, path in (("scorm12", "//md:date"), ("scorm2004", "//lom:date")):
        assert parsed(pack(form)).xpath(path, namespaces=NS) == []
        assert len(parsed(pack(form, TOLD)).xpath(path, namespaces=NS)) == 1


def test_marks_agree(pack):
    mark = texts(parsed(pack("scorm12")), "//adlcp12:masteryscore/text()")
    measure = texts(parsed(pack("scorm2004")), "//ss:minNormalizedMeasure/text()")
    assert [int(mark[0])] == [round(float(measure[0]) * 100)] == [70]
    root = parsed(pack("cmi5"), "cmi5.xml")
    judged = root.xpath("//cmi5:au[@masteryScore]", namespaces=NS)
    assert {unit.get("moveOn") for unit in judged} == {"CompletedAndPassed"}
    assert {unit.get("masteryScore") for unit in judged} == {"0.7"}
    assert len(judged) == 5
    rest = root.xpath("//cmi5:au[not(@masteryScore)]/@moveOn", namespaces=NS)
    assert set(rest) == {"Completed"}


def test_no_mark_without_a_score(pack):
    unscored = {"content/course.yml": COURSE + "lms:\n  score: none\n"}
    assert b"masteryscore" not in read(pack("scorm12", unscored), "imsmanifest.xml")
    manifest = read(pack("scorm2004", unscored), "imsmanifest.xml")
    assert b"primaryObjective" not in manifest
    assert b"completionSetByContent" in manifest
    assert b"masteryScore" not in read(pack("cmi5", unscored), "cmi5.xml")


def test_sequencing(pack):
    root = parsed(pack("scorm2004"))
    assert (
        texts(root, "//ss:controlMode/@choice") == texts(root, "//ss:controlMode/@flow") == ["true"]
    )
    controls = root.xpath("//cp:item//ss:deliveryControls", namespaces=NS)
    assert [dict(node.attrib) for node in controls] == [
        dict.fromkeys(("tracked", "completionSetByContent", "objectiveSetByContent"), "true")
    ]
    assert texts(root, "//adlnav:hideLMSUI/text()") == ["continue", "previous"]


def test_weights_make_the_platform_arrive_at_the_courses_score(pack):
    root = parsed(pack("scorm2004", MODULES))
    weights = map(float, texts(root, "//ss:rollupRules/@objectiveMeasureWeight"))
    progress = map(float, texts(root, "//adlcp:completionThreshold/@progressWeight"))
    assert round(sum(weights), 9) == round(sum(progress), 9) == 1
    assert root.xpath("count(//cp:organization/ss:sequencing/ss:objectives)", namespaces=NS) == 1
    assert texts(root, "//adlnav:hideLMSUI/text()") == []


@pytest.mark.parametrize("form", ["scorm12", "scorm2004"])
@pytest.mark.parametrize("course", [None, MODULES], ids=["one", "modules"])
def test_every_file_is_listed_once_and_the_course_comes_first(pack, form, course):
    package = pack(form, course)
    root = parsed(package)
    space = root.nsmap[None]
    listed = [node.get("href") for node in root.iter(f"{{{space}}}file")]
    with ZipFile(package) as files:
        assert sorted(listed) == sorted(set(files.namelist()) - {"imsmanifest.xml"})
    resources = list(root.iter(f"{{{space}}}resource"))
    for resource in resources[:-1]:
        own = [node.get("href") for node in resource.iter(f"{{{space}}}file")]
        assert resource.get("href") in own
    assert resources[0].get("href") is not None
    assert resources[-1].get("href") is None


def test_objectives_of_the_map_are_those_of_the_manifest(pack):
    root = parsed(pack("scorm2004"))
    html = read(pack("scorm2004"), "index.html").decode()
    data = json.loads(re.search(r'id="_lms">(.*?)</script>', html)[1])
    declared = texts(root, "//ss:objective/@objectiveID")
    assert declared == [objective["id"] for objective in data["objectives"]]
    assert declared == ["quiz.final.final-assessment"]


def test_identifiers_of_cmi5_begin_as_the_author_says(pack):
    root = parsed(pack("cmi5", TOLD), "cmi5.xml")
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids)) > 60
    assert all(name.startswith("https://a.test/b/") for name in ids)
    wanted = set(root.xpath("//@idref"))
    assert wanted <= set(ids)
    assert all(
        name.startswith("https://coursewright.invalid/bti/")
        for name in parsed(pack("cmi5"), "cmi5.xml").xpath("//@id")
    )
