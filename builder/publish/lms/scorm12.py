"""SCORM 1.2: the manifest, and the package as a whole."""

from __future__ import annotations

from builder.model.course import Course
from builder.publish.lms.control import control, named
from builder.publish.lms.lom import course_facts, one_line, part_facts
from builder.publish.lms.lom12 import lom12
from builder.publish.lms.names import identifier
from builder.publish.lms.presets import Preset
from builder.publish.lms.resources import resource_id
from builder.publish.lms.scorm import LONGEST_TITLE, LONGEST_VERSION, Version
from builder.publish.lms.scos import Sco
from builder.publish.lms.xml import Element, element

_NAMESPACES = {
    "": ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
    "adlcp": ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
    "imsmd": ("http://www.imsglobal.org/xsd/imsmd_rootv1p2p1", "imsmd_rootv1p2p1.xsd"),
}
"""What the manifest uses, with the control documents that travel with it."""


def manifest(course: Course, parts: tuple[Sco, ...], resources: Element, _: Preset) -> Element:
    """`imsmanifest.xml` of SCORM 1.2."""
    name = identifier("organization", course.id)
    title = element("title", one_line(course.title, LONGEST_TITLE))
    alone = len(parts) == 1 and parts[0].id == course.id
    items = (_item(course, sco, alone=alone) for sco in parts)
    organization = element("organization", title, *items, attributes={"identifier": name})
    return element(
        "manifest",
        element(
            "metadata",
            element("schema", "ADL SCORM"),
            element("schemaversion", "1.2"),
            lom12(course_facts(course, parts)),
        ),
        element("organizations", organization, attributes={"default": name}),
        resources,
        attributes={
            "identifier": identifier("course", course.id),
            **({"version": course.version[:LONGEST_VERSION]} if course.version else {}),
            **named(_NAMESPACES),
        },
    )


def _item(course: Course, sco: Sco, *, alone: bool) -> Element:
    """An item; the metadata of the only one are the course's. Its mark stands in the manifest
    only where something is scored: platforms that find one recompute the status from the score."""
    mark = None if sco.mark is None else element("adlcp:masteryscore", str(sco.mark))
    about = None if alone else element("metadata", lom12(part_facts(course, sco)))
    return element(
        "item",
        element("title", one_line(sco.title, LONGEST_TITLE)),
        about,
        mark,
        attributes={
            "identifier": identifier("item", sco.id),
            "identifierref": resource_id(sco),
            "isvisible": "true",
        },
    )


VERSION = Version("scorm12", manifest, "adlcp:scormtype", control("scorm12"))
