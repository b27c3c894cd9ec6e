"""Rules about the items of a SCORM manifest: what they launch and what may stand on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.package.codes import DEPRECATED, ITEM, MISPLACED, PARAMETERS, REFERENCE
from builder.check.package.manifest import ADLCP, ADLNAV, IMSSS, Manifest
from builder.diagnostics import Diagnostic
from builder.model.package import Form, Node

_PAIR = r"[\w.~!$'()*+,;:@/%-]+=[\w.~!$'()*+,;:@/?%-]*"
_PARAMETERS = re.compile(rf"(\?|&)?{_PAIR}(&{_PAIR})*(#[^\s#]*)?|#[^\s#]*")
_OF_SCOS = ("presentation", "timeLimitAction", "dataFromLMS", "completionThreshold", "data")
_OF_SCOS_12 = ("timelimitaction", "datafromlms", "masteryscore", "maxtimeallowed")


def item_rules(manifest: Manifest) -> Iterator[Diagnostic]:
    """Everything about items."""
    for item in manifest.items:
        yield from _launches(manifest, item)
        yield from _parameters(manifest, item)
        yield from _settings(manifest, item)
    yield from _other_version(manifest)


def _launches(manifest: Manifest, item: Node) -> Iterator[Diagnostic]:
    span, group = manifest.span(item), bool(item.all("item"))
    name = item.attributes.get("identifierref")
    if group and name is not None:
        yield ITEM.at(span, "this item launches something and holds other items")
    elif not group and not name:
        yield ITEM.at(span, "this item launches nothing and holds no other items")
    if name and name not in manifest.by_id:
        yield REFERENCE.at(span, f"there is no resource {name}")
    elif name and "href" not in manifest.by_id[name].attributes:
        yield REFERENCE.at(span, f"the resource {name} has no address to launch")


def _parameters(manifest: Manifest, item: Node) -> Iterator[Diagnostic]:
    given = item.attributes.get("parameters")
    if not given:
        return
    if not _PARAMETERS.fullmatch(given):
        yield PARAMETERS.at(manifest.span(item), f"the parameters are {given!r}")
    elif item.all("item"):
        yield MISPLACED.at(manifest.span(item), "parameters stand on an item that launches nothing")


def _settings(manifest: Manifest, item: Node) -> Iterator[Diagnostic]:
    resource = manifest.launched(item)
    is_sco = resource is not None and manifest.scorm_type(resource) in ("sco", "")
    spaces = (manifest.adlcp, ADLNAV)
    names = _OF_SCOS_12 if manifest.form is Form.SCORM12 else _OF_SCOS
    for child in item.children:
        if child.space in spaces and child.name in names and not is_sco:
            where = "an item that launches no SCO"
            yield MISPLACED.at(manifest.span(child), f"{child.name} stands on {where}")
    for name in names:
        found = [c for c in item.children if c.space in spaces and c.name == name]
        for extra in found[1:]:
            yield MISPLACED.at(manifest.span(extra), f"{name} stands twice on this item")
    yield from _threshold(manifest, item)


def _threshold(manifest: Manifest, item: Node) -> Iterator[Diagnostic]:
    for child in item.children:
        if child.name == "completionThreshold" and child.text.strip():
            message = "completionThreshold takes attributes, such as minProgressMeasure"
            yield DEPRECATED.at(manifest.span(child), message)


def _other_version(manifest: Manifest) -> Iterator[Diagnostic]:
    """Elements and attributes of the other version of SCORM."""
    mine = manifest.form
    foreign = {space for form, space in ADLCP.items() if form is not mine}
    if mine is Form.SCORM12:
        foreign |= {IMSSS, ADLNAV}
    for node in manifest.root.walk():
        strange = node.space in foreign or any(
            name.startswith(f"{{{space}}}") for name in node.attributes for space in foreign
        )
        if strange:
            yield MISPLACED.at(manifest.span(node), f"{node.name} is not of {mine}")
