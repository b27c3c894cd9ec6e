"""Rules about sequencing in SCORM 2004 (IMS SS 1.0 as the 4th Edition's CAM 5 restricts it)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from builder.check.package.codes import MISPLACED, REFERENCE, SEQUENCING
from builder.check.package.manifest import ADLCP, ADLSEQ, IMSSS, Manifest
from builder.diagnostics import Diagnostic, Level
from builder.diagnostics.report import replaced
from builder.model.package import Form, Node

_READS = ("readSatisfiedStatus", "readNormalizedMeasure")
_WRITES = ("writeSatisfiedStatus", "writeNormalizedMeasure")
_TRUE = ("true", "1")


def sequencing_rules(manifest: Manifest) -> Iterator[Diagnostic]:
    """Everything about sequencing of organizations and items."""
    collection = {
        node.attributes["ID"]
        for group in manifest.root.children
        if group.space == IMSSS and group.name == "sequencingCollection"
        for node in group.children
        if "ID" in node.attributes
    }
    for activity in (*manifest.organizations, *manifest.items):
        found = [c for c in activity.children if c.space == IMSSS and c.name == "sequencing"]
        for extra in found[1:]:
            yield SEQUENCING.at(manifest.span(extra), "sequencing stands twice here")
        for sequencing in found[:1]:
            yield from _sequencing(manifest, activity, sequencing, collection)
        yield from _shared_data(manifest, activity)


def _sequencing(
    manifest: Manifest, activity: Node, sequencing: Node, collection: set[str]
) -> Iterator[Diagnostic]:
    name = sequencing.attributes.get("IDRef")
    if name is not None and name not in collection:
        message = f"there is no sequencing {name} in the collection"
        yield REFERENCE.at(manifest.span(sequencing), message)
    mode = sequencing.one("controlMode")
    if mode is not None and activity.name == "item" and not activity.all("item"):
        message = "controlMode stands on an item that holds no other items"
        yield replaced(MISPLACED.at(manifest.span(mode), message), Level.WARNING)
    for node in sequencing.all("auxiliaryResources"):
        yield MISPLACED.at(manifest.span(node), "SCORM has no use for auxiliaryResources")
    objectives = sequencing.one("objectives")
    if objectives is not None:
        yield from _objectives(manifest, objectives)
        yield from _extended(manifest, sequencing, objectives)


def _objectives(manifest: Manifest, objectives: Node) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    written: Counter[tuple[str, str]] = Counter()
    for node in objectives.children:
        if node.space != IMSSS:
            continue
        name = node.attributes.get("objectiveID", "")
        if name and name in seen:
            yield SEQUENCING.at(manifest.span(node), f"two objectives are called {name}")
        elif not name and (node.name == "objective" or node.all("mapInfo")):
            yield SEQUENCING.at(manifest.span(node), "this objective needs an objectiveID")
        seen.add(name)
        yield from _maps(manifest, node, written)
        yield from _measure(manifest, node)


def _measure(manifest: Manifest, node: Node) -> Iterator[Diagnostic]:
    by_measure = node.attributes.get("satisfiedByMeasure") in _TRUE
    if node.one("minNormalizedMeasure") is not None and not by_measure:
        message = "minNormalizedMeasure has no effect without satisfiedByMeasure"
        yield replaced(SEQUENCING.at(manifest.span(node), message), Level.WARNING)


def _maps(
    manifest: Manifest, node: Node, written: Counter[tuple[str, str]]
) -> Iterator[Diagnostic]:
    """An objective reads from one shared objective; one objective writes to each."""
    reading: Counter[str] = Counter()
    for info in node.all("mapInfo"):
        target = info.attributes.get("targetObjectiveID", "")
        for what in _READS:
            reading[what] += info.attributes.get(what, "true") in _TRUE
        for what in _WRITES:
            if info.attributes.get(what, "false") in _TRUE:
                written[what, target] += 1
                if written[what, target] > 1:
                    message = f"two objectives write to the shared objective {target}"
                    yield SEQUENCING.at(manifest.span(info), message)
    if any(count > 1 for count in reading.values()):
        message = "this objective reads from more than one shared objective"
        yield SEQUENCING.at(manifest.span(node), message)


def _extended(manifest: Manifest, sequencing: Node, objectives: Node) -> Iterator[Diagnostic]:
    """The 4th Edition's own maps extend objectives that are there."""
    known = {node.attributes.get("objectiveID") for node in objectives.children}
    for group in sequencing.children:
        if group.space == ADLSEQ and group.name == "objectives":
            for node in group.children:
                name = node.attributes.get("objectiveID")
                if name not in known:
                    yield REFERENCE.at(manifest.span(node), f"there is no objective {name}")


def _shared_data(manifest: Manifest, activity: Node) -> Iterator[Diagnostic]:
    space = ADLCP[Form.SCORM2004]
    for data in activity.children:
        if data.space == space and data.name == "data":
            targets = Counter(one.attributes.get("targetID") for one in data.children)
            for target, often in targets.items():
                if often > 1:
                    message = f"the shared data {target} is named {often} times"
                    yield SEQUENCING.at(manifest.span(data), message)
