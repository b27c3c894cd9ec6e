"""SCORM 2004 4th Edition: the manifest, and the package as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.course import Course
from builder.publish.lms.control import control, named
from builder.publish.lms.course_map import objectives
from builder.publish.lms.lom import course_facts, lom, one_line, part_facts
from builder.publish.lms.names import identifier
from builder.publish.lms.presets import Preset
from builder.publish.lms.resources import resource_id
from builder.publish.lms.scorm import LONGEST_TITLE, LONGEST_VERSION, Version
from builder.publish.lms.scos import Sco, shares
from builder.publish.lms.xml import Element, element

_HIDDEN = ("continue", "previous")
"""Buttons of the platform that would do nothing: one part has no part after it."""
_NAMESPACES = {
    "": ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
    "adlcp": ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
    "adlseq": ("http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd"),
    "adlnav": ("http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd"),
    "imsss": ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
    "lom": ("http://ltsc.ieee.org/xsd/LOM", "lom.xsd"),
}
"""What the manifest uses, with the control documents that travel with it."""


def manifest(course: Course, parts: tuple[Sco, ...], resources: Element, preset: Preset) -> Element:
    """`imsmanifest.xml` of SCORM 2004 4th Edition."""
    version = {"version": course.version[:LONGEST_VERSION]} if course.version else {}
    name = identifier("organization", course.id)
    return element(
        "manifest",
        element(
            "metadata",
            element("schema", "ADL SCORM"),
            element("schemaversion", "2004 4th Edition"),
            lom(course_facts(course, parts)),
        ),
        element(
            "organizations",
            _organization(course, name, parts, preset),
            attributes={"default": name},
        ),
        resources,
        attributes={"identifier": identifier("course", course.id), **version, **named(_NAMESPACES)},
    )


def _organization(course: Course, name: str, parts: tuple[Sco, ...], preset: Preset) -> Element:
    alone = len(parts) == 1 and parts[0].id == course.id
    items = (_whole(parts[0], preset),) if alone else _items(course, parts, preset)
    scored = any(sco.assessments for sco in parts)
    goal = _goal(course.pass_mark) if scored and not alone else None
    return element(
        "organization",
        element("title", one_line(course.title, LONGEST_TITLE)),
        *items,
        element(
            "imsss:sequencing",
            element("imsss:controlMode", attributes={"choice": "true", "flow": "true"}),
            goal,
        ),
        attributes={
            "identifier": name,
            "structure": "hierarchical",
            "adlseq:objectivesGlobalToSystem": "false",
        },
    )


def _whole(sco: Sco, preset: Preset) -> Element:
    """The item of a course in one part."""
    return _item(sco, _sequencing(sco, None), _hiding(*_HIDDEN, *preset.hidden))


def _hiding(*names: str) -> Element | None:
    """Which buttons the platform is not to show."""
    if not names:
        return None
    hidden = (element("adlnav:hideLMSUI", name) for name in names)
    return element("adlnav:presentation", element("adlnav:navigationInterface", *hidden))


def _items(course: Course, parts: tuple[Sco, ...], preset: Preset) -> Iterator[Element]:
    """One item for each part. Their weights make the platform arrive at the course's own score
    and progress."""
    for sco, (points, lessons) in zip(parts, shares(parts), strict=True):
        about = element("metadata", lom(part_facts(course, sco)))
        weight = {"completedByMeasure": "false", "progressWeight": lessons}
        threshold = element("adlcp:completionThreshold", attributes=weight)
        rollup = {
            "rollupObjectiveSatisfied": "true" if sco.assessments else "false",
            "objectiveMeasureWeight": points,
        }
        rules = element("imsss:rollupRules", attributes=rollup)
        yield _item(sco, about, threshold, _sequencing(sco, rules), _hiding(*preset.hidden))


def _item(sco: Sco, *parts: Element | None) -> Element:
    return element(
        "item",
        element("title", one_line(sco.title, LONGEST_TITLE)),
        *parts,
        attributes={
            "identifier": identifier("item", sco.id),
            "identifierref": resource_id(sco),
            "isvisible": "true",
        },
    )


def _sequencing(sco: Sco, rollup: Element | None) -> Element:
    """The part says itself when it is complete and passed; a platform that may not would count
    it as done when it is left."""
    says = ("tracked", "completionSetByContent", "objectiveSetByContent")
    named = (
        element("imsss:objective", attributes={"objectiveID": goal["id"]})
        for goal in objectives(sco)
    )
    return element(
        "imsss:sequencing",
        rollup,
        None if sco.mark is None else _goal(sco.mark, *named),
        element("imsss:deliveryControls", attributes=dict.fromkeys(says, "true")),
    )


def _goal(mark: int, *others: Element) -> Element:
    """What it takes to pass: `mark` is in percent."""
    measure = element("imsss:minNormalizedMeasure", f"{mark / 100:g}")
    by_measure = {"satisfiedByMeasure": "true"}
    primary = element("imsss:primaryObjective", measure, attributes=by_measure)
    return element("imsss:objectives", primary, *others)


VERSION = Version("scorm2004", manifest, "adlcp:scormType", control("scorm2004"))
