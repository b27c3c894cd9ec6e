"""Packages with one mistake each: what an admin, a tool or a hand edit gets wrong in a manifest.

A mutant is a name and a change of the files of a sound package. Each list is for one format; the
lists of the two SCORM versions hold the same mistakes as far as the versions know them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Files = dict[str, bytes]
Change = Callable[[Files], None]

MANIFEST, STRUCTURE = "imsmanifest.xml", "cmi5.xml"


def swap(old: str, new: str, path: str = MANIFEST, count: int = 1) -> Change:
    """Text for text, the first `count` times."""

    def change(files: Files) -> None:
        text = files[path].decode()
        assert old in text, f"{old!r} is not in the manifest"
        files[path] = text.replace(old, new, count).encode()

    return change


def cut(pattern: str, new: str = "", path: str = MANIFEST) -> Change:
    """The first match of a pattern gives way."""

    def change(files: Files) -> None:
        text, times = re.subn(pattern, new, files[path].decode(), count=1, flags=re.DOTALL)
        assert times, f"{pattern!r} is not in the manifest"
        files[path] = text.encode()

    return change


def both(*changes: Change) -> Change:
    def change(files: Files) -> None:
        for one in changes:
            one(files)

    return change


def drop(path: str) -> Change:
    return lambda files: files.pop(path) and None


def add(path: str) -> Change:
    return lambda files: files.update({path: b"x"})


def rename(old: str, new: str) -> Change:
    return lambda files: files.update({new: files.pop(old)})


LESSON = "psychology-of-influence/cultivating-empathy.html"
SHELL = "psychology-of-influence/sco.html"
ITEM = 'identifier="item-psychology-of-influence"'
RESOURCE = 'identifier="resource-psychology-of-influence"'

SHARED: dict[str, Change] = {
    "no metadata": cut(r"<metadata>.*?</metadata>"),
    "no schema": cut(r"<schema>.*?</schema>"),
    "wrong schema": swap("ADL SCORM<", "IMS Content<"),
    "no schemaversion": cut(r"<schemaversion>.*?</schemaversion>"),
    "empty schemaversion": cut(r"<schemaversion>.*?<", "<schemaversion><"),
    "wrong schemaversion": cut(r"<schemaversion>.*?<", "<schemaversion>9.9<"),
    "schema after schemaversion": cut(
        r"(<schema>.*?</schema>)\s*(<schemaversion>.*?</schemaversion>)", r"\2\1"
    ),
    "default names no organization": swap('default="organization-bti"', 'default="nothing"'),
    "no default": swap(' default="organization-bti"', ""),
    "no organizations": cut(r"<organizations.*</organizations>"),
    "no resources": cut(r"<resources.*</resources>"),
    "organizations after resources": cut(
        r"(<organizations.*</organizations>)\s*(<resources.*</resources>)", r"\2\1"
    ),
    "item refers to nothing": swap(
        'identifierref="resource-psychology-of-influence"', 'identifierref="nothing"'
    ),
    "leaf without reference": swap(' identifierref="resource-psychology-of-influence"', ""),
    "group with reference": swap(
        "<title>The Psychology of Influence</title>",
        "<title>The Psychology of Influence</title>"
        '<item identifier="inner" identifierref="resource-final"><title>Inner</title></item>',
    ),
    "same identifier twice": swap(
        'identifier="item-growing-your-network"', 'identifier="item-final"'
    ),
    "identifier with a blank": swap(ITEM, 'identifier="item one"'),
    "identifier begins with a digit": swap(ITEM, 'identifier="1item"'),
    "item without identifier": swap(ITEM + " ", ""),
    "organization without title": cut(r"(<organization [^>]*>)\s*<title>.*?</title>", r"\1"),
    "item without title": swap("<title>The Psychology of Influence</title>", ""),
    "empty title": swap("<title>The Psychology of Influence</title>", "<title> </title>"),
    "two titles": swap(
        "<title>The Psychology of Influence</title>", "<title>One</title><title>Two</title>"
    ),
    "title too long": swap("<title>The Psychology of Influence<", f"<title>{'x' * 300}<"),
    "launched file is not listed": cut(rf'<file href="{SHELL}"/>'),
    "file is not there": drop(LESSON),
    "file in other case": rename(LESSON, LESSON.replace("cultivating", "Cultivating")),
    "address leads out": swap(f'<file href="{LESSON}"/>', '<file href="../secret.html"/>'),
    "address with backslash": swap(
        f'<file href="{LESSON}"/>', '<file href="psychology\\lesson.html"/>'
    ),
    "address badly escaped": swap(f'<file href="{LESSON}"/>', '<file href="100%.html"/>'),
    "file without address": swap(f'<file href="{LESSON}"/>', "<file/>"),
    "unlisted file": add("left-over.html"),
    "dependency on nothing": swap('identifierref="shared"', 'identifierref="nothing"'),
    "resource without type": cut(rf'({RESOURCE}) type="webcontent"', r"\1"),
    "resource of another type": cut(rf'({RESOURCE}) type="webcontent"', r'\1 type="imsqti"'),
    "base with backslash": swap("<resources>", '<resources xml:base="a\\">'),
    "base begins with a slash": swap("<resources>", '<resources xml:base="/a/">'),
    "base without a slash at its end": swap("<resources>", '<resources xml:base="a">'),
    "parameters with a blank": swap(ITEM, ITEM + ' parameters="?a b"'),
    "visible or not": swap('isvisible="true"', 'isvisible="perhaps"'),
    "an element nobody knows": swap("<resources>", "<wrong/><resources>"),
    "manifest in a folder": rename(MANIFEST, f"course/{MANIFEST}"),
    "manifest in upper case": rename(MANIFEST, "IMSMANIFEST.XML"),
    "no manifest": drop(MANIFEST),
    "not well-formed": swap("</resources>", ""),
    "document type": swap("<manifest", "<!DOCTYPE manifest [<!ENTITY a 'b'>]><manifest"),
    "other root": both(swap("<manifest ", "<package "), swap("</manifest>", "</package>")),
    "no namespace": cut(r' xmlns="[^"]*"'),
    "prefixed manifest": both(
        swap("<manifest ", "<cp:manifest "),
        swap("</manifest>", "</cp:manifest>"),
        swap(' xmlns="', ' xmlns:cp="'),
    ),
}

_OBJECTIVE = '<imsss:objective objectiveID="quiz.final.final-assessment"/>'
_PRESENTATION = "<adlnav:presentation/></item>"
_MAP = '<imsss:mapInfo targetObjectiveID="{}" writeSatisfiedStatus="true"/>'


def _objective(name: str, *targets: str) -> str:
    maps = "".join(map(_MAP.format, targets))
    return f'<imsss:objective objectiveID="{name}">{maps}</imsss:objective>'


SCORM2004: dict[str, Change] = {
    **SHARED,
    "resource does not say what it is": swap(' adlcp:scormType="sco"', ""),
    "scormType in lower case": swap("adlcp:scormType", "adlcp:scormtype"),
    "SCO in upper case": swap('scormType="sco"', 'scormType="SCO"'),
    "version of SCORM 1.2": cut(r"<schemaversion>.*?<", "<schemaversion>1.2<"),
    "older edition": cut(r"<schemaversion>.*?<", "<schemaversion>2004 3rd Edition<"),
    "two objectives of one name": swap(_OBJECTIVE, _OBJECTIVE * 2),
    "objective without a name": swap(_OBJECTIVE, "<imsss:objective/>"),
    "reads from two": swap(_OBJECTIVE, _objective("a", "one", "two")),
    "two write to one": swap(_OBJECTIVE, _objective("a", "one") + _objective("b", "one")),
    "no primary objective": cut(r"<imsss:primaryObjective.*?</imsss:primaryObjective>"),
    "measure over 1": swap("<imsss:minNormalizedMeasure>0.7<", "<imsss:minNormalizedMeasure>70<"),
    "measure is a word": swap("Measure>0.7<", "Measure>most<"),
    "weight over 1": swap('objectiveMeasureWeight="0"', 'objectiveMeasureWeight="2"'),
    "threshold as text": cut(
        r"<adlcp:completionThreshold [^>]*/>",
        "<adlcp:completionThreshold>0.5</adlcp:completionThreshold>",
    ),
    "threshold over 1": swap('progressWeight="0.24"', 'progressWeight="24"'),
    "hides what nobody knows": swap(
        "</imsss:sequencing>\n      </item>",
        "</imsss:sequencing><adlnav:presentation><adlnav:navigationInterface>"
        "<adlnav:hideLMSUI>next</adlnav:hideLMSUI>"
        "</adlnav:navigationInterface></adlnav:presentation></item>",
    ),
    "presentation on an asset": both(
        cut(rf'({RESOURCE} type="webcontent" adlcp:scormType=)"sco"', r'\1"asset"'),
        swap(
            "</imsss:sequencing>\n      </item>", "</imsss:sequencing><adlnav:presentation/></item>"
        ),
    ),
    "controls of a group on a leaf": swap(
        "<imsss:sequencing>\n          <imsss:rollupRules",
        '<imsss:sequencing><imsss:controlMode flow="true"/><imsss:rollupRules',
    ),
    "sequencing from no collection": swap(
        "<imsss:sequencing>\n          <imsss:roll", '<imsss:sequencing IDRef="x">\n<imsss:roll'
    ),
    "sequencing out of order": cut(
        r"(<imsss:rollupRules [^>]*/>)\s*(<imsss:deliveryControls [^>]*/>)", r"\2\1"
    ),
    "resources that nobody plays": swap(
        "<imsss:rollupRules",
        '<imsss:auxiliaryResources><imsss:auxiliaryResource auxiliaryResourceID="a" purpose="b"/>'
        "</imsss:auxiliaryResources><imsss:rollupRules",
    ),
    "limit in words": swap(
        "<imsss:rollupRules",
        '<imsss:limitConditions attemptAbsoluteDurationLimit="an hour"/><imsss:rollupRules',
    ),
    "delivery is neither": swap('tracked="true"', 'tracked="yes"'),
    "element of SCORM 1.2": swap(
        "<imsss:sequencing>\n          <imsss:roll",
        '<old:masteryscore xmlns:old="http://www.adlnet.org/xsd/adlcp_rootv1p2">70'
        "</old:masteryscore><imsss:sequencing>\n          <imsss:roll",
    ),
    "shared data twice": swap(
        "<imsss:sequencing>\n          <imsss:roll",
        '<adlcp:data><adlcp:map targetID="a"/><adlcp:map targetID="a"/></adlcp:data>'
        "<imsss:sequencing>\n          <imsss:roll",
    ),
    "time limit without a word": swap(
        "<imsss:sequencing>\n          <imsss:roll",
        "<adlcp:timeLimitAction>stop</adlcp:timeLimitAction>"
        "<imsss:sequencing>\n          <imsss:roll",
    ),
    "too much for the SCO": swap(
        "<imsss:sequencing>\n          <imsss:roll",
        f"<adlcp:dataFromLMS>{'x' * 4001}</adlcp:dataFromLMS>"
        "<imsss:sequencing>\n          <imsss:roll",
    ),
    "manifest within": swap(
        "</resources>",
        '</resources><manifest identifier="x"><organizations/><resources/></manifest>',
    ),
    "a word that LOM does not know": swap("<lom:value>draft<", "<lom:value>ready<"),
    "no language": swap('lom:string language="en"', 'lom:string language="in English"'),
    "two LOM titles": cut(r"(<lom:title>.*?</lom:title>)", r"\1\1"),
    "time of study in words": cut(r"<lom:duration>.*?<", "<lom:duration>8 hours<"),
    "control document is missing": drop("imsss_v1p0.xsd"),
}

SCORM12: dict[str, Change] = {
    **SHARED,
    "resource does not say what it is": swap(' adlcp:scormtype="sco"', ""),
    "scormtype in mixed case": swap("adlcp:scormtype", "adlcp:scormType"),
    "SCO in upper case": swap('scormtype="sco"', 'scormtype="SCO"'),
    "version of SCORM 2004": cut(r"<schemaversion>.*?<", "<schemaversion>2004 4th Edition<"),
    "mastery over 100": swap("masteryscore>70<", "masteryscore>180<"),
    "mastery below 0": swap("masteryscore>70<", "masteryscore>-1<"),
    "mastery is a word": swap("masteryscore>70<", "masteryscore>most<"),
    "mastery before the title": cut(
        r"(<title>Final assessment</title>)(.*?)(<adlcp:masteryscore>.*?</adlcp:masteryscore>)",
        r"\3\1\2",
    ),
    "mastery on an asset": cut(
        r'(identifier="resource-final" type="webcontent" adlcp:scormtype=)"sco"', r'\1"asset"'
    ),
    "two masteries": cut(r"(<adlcp:masteryscore>.*?</adlcp:masteryscore>)", r"\1\1"),
    "time in another form": swap(
        "<adlcp:mastery", "<adlcp:maxtimeallowed>1:30</adlcp:maxtimeallowed><adlcp:mastery"
    ),
    "time limit without a word": swap(
        "<adlcp:mastery", "<adlcp:timelimitaction>stop</adlcp:timelimitaction><adlcp:mastery"
    ),
    "too much for the SCO": swap(
        "<adlcp:mastery", f"<adlcp:datafromlms>{'x' * 256}</adlcp:datafromlms><adlcp:mastery"
    ),
    "prerequisites without a type": swap(
        "<adlcp:mastery", "<adlcp:prerequisites>a</adlcp:prerequisites><adlcp:mastery"
    ),
    "element of SCORM 2004": swap(
        "<adlcp:mastery",
        '<new:timeLimitAction xmlns:new="http://www.adlnet.org/xsd/adlcp_v1p3">exit,message'
        "</new:timeLimitAction><adlcp:mastery",
    ),
    "metadata out of order": cut(
        r"(<imsmd:general>.*?</imsmd:general>)\s*(<imsmd:lifecycle>.*?</imsmd:lifecycle>)", r"\2\1"
    ),
    "no words in a metadata title": cut(
        r"<imsmd:title>.*?</imsmd:title>", "<imsmd:title>Plain</imsmd:title>"
    ),
    "metadata in a file that is not there": swap(
        "<schemaversion>1.2</schemaversion>",
        "<schemaversion>1.2</schemaversion><adlcp:location>metadata.xml</adlcp:location>",
    ),
}


def unit(old: str, new: str) -> Change:
    return swap(old, new, STRUCTURE)


_AU = '<au id="https://coursewright.invalid/bti/lesson/cultivating-empathy"'
_URL = f"<url>{LESSON}</url>"

CMI5: dict[str, Change] = {
    # refused by the schema
    "mastery in percent": unit('masteryScore="0.7"', 'masteryScore="80"'),
    "mastery below 0": unit('masteryScore="0.7"', 'masteryScore="-0.1"'),
    "moveOn in lower case": unit('moveOn="Completed"', 'moveOn="passed"'),
    "launch in a popup": unit('launchMethod="AnyWindow"', 'launchMethod="Popup"'),
    "title after description": cut(
        r"(<title>.*?</title>)\s*(<description>.*?</description>)", r"\2\1", STRUCTURE
    ),
    "language in words": unit('lang="en"', 'lang="english us"'),
    "title as plain text": cut(r"<title>.*?</title>", "<title>Plain</title>", STRUCTURE),
    "an element nobody knows": unit("<objectives>", "<wrong/><objectives>"),
    "empty block": cut(r"(<block .*?</description>).*?</block>", r"\1</block>", STRUCTURE),
    # let through by the schema
    "course id is no IRI": unit('<course id="https://coursewright.invalid/bti/', '<course id="'),
    "block id is no IRI": unit('<block id="https://coursewright.invalid/bti/', '<block id="'),
    "unit id is no IRI": unit(_AU, '<au id="cultivating-empathy"'),
    "objective id is no IRI": unit(
        '<objective id="https://coursewright.invalid/bti/', '<objective id="'
    ),
    "two units of one id": unit(_AU, _AU.replace("cultivating-empathy", "giving-first")),
    "two objectives of one id": cut(r"(<objective id=[^>]*>.*?</objective>)", r"\1\1", STRUCTURE),
    "objective that nobody declared": cut(
        r'idref="[^"]*"', 'idref="https://example.com/nothing"', STRUCTURE
    ),
    "parameter of the platform": unit(_URL, f"<url>{LESSON}?endpoint=x</url>"),
    "address with a fragment": unit(_URL, f"<url>{LESSON}#part</url>"),
    "address with a blank": unit(_URL, "<url>a lesson.html</url>"),
    "address from the root": unit(_URL, f"<url>/{LESSON}</url>"),
    "address leads out": unit(_URL, f"<url>../{LESSON}</url>"),
    "file is not there": drop(LESSON),
    "structure in a folder": rename(STRUCTURE, f"course/{STRUCTURE}"),
    "structure in upper case": rename(STRUCTURE, "CMI5.XML"),
    "address of a folder": unit(_URL, "<url>psychology-of-influence/</url>"),
    # let through by everybody
    "unit has the id of the course": unit(
        _AU, '<au id="https://coursewright.invalid/bti/course/bti"'
    ),
    "unit has the id of a block": unit(
        _AU, '<au id="https://coursewright.invalid/bti/module/growing-your-network"'
    ),
    "id with a blank": unit(_AU, '<au id="https://example.com/a lesson"'),
    "mastery with five decimals": unit('masteryScore="0.7"', 'masteryScore="0.70001"'),
    "text without a language": unit('<langstring lang="en">', "<langstring>"),
    "empty text": cut(r"(<langstring[^>]*>)[^<]*", r"\1", STRUCTURE),
    "nothing counts as done": unit(' moveOn="Completed"', ""),
    "counts as done at once": unit('moveOn="Completed"', 'moveOn="NotApplicable"'),
    "document type": unit("<courseStructure", "<!DOCTYPE x><courseStructure"),
}

SCORM12["control document is missing"] = drop("adlcp_rootv1p2.xsd")
LISTS = {"scorm2004": SCORM2004, "scorm12": SCORM12, "cmi5": CMI5}
