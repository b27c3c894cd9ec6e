"""What a package is, in a few words: its version, its items, what it takes to pass."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.package.manifest import Manifest
from builder.model.package import Form, Node, Package

_MOST = 12
Row = tuple[str, str]


def rows(package: Package) -> Iterator[Row]:
    """Pairs of a name and a value, for people."""
    root = package.manifest
    if root is None:
        yield "form", str(package.form)
    elif package.form is Form.CMI5:
        yield "form", "cmi5 (Quartz)"
        yield from _structure(root)
    else:
        yield "form", _version(package, root)
        yield from _items(Manifest(package, root))


def _version(package: Package, root: Node) -> str:
    said = next((n.text.strip() for n in root.walk() if n.name == "schemaversion"), "")
    return f"SCORM {said.removeprefix('SCORM ')}" if said else str(package.form)


def _items(manifest: Manifest) -> Iterator[Row]:
    yield "identifier", manifest.root.attributes.get("identifier", "(none)")
    yield "version", manifest.root.attributes.get("version", "(none)")
    for organization in manifest.organizations:
        yield "title", _title(organization)
    for item in manifest.items[:_MOST]:
        yield "item", f"{item.attributes.get('identifier', '')} {_title(item)}{_mark(item)}"
    if len(manifest.items) > _MOST:
        yield "item", f"and {len(manifest.items) - _MOST} more"


def _title(node: Node) -> str:
    title = node.one("title")
    return f"\u201c{' '.join(title.text.split())}\u201d" if title else "(no title)"


def _mark(item: Node) -> str:
    """What it takes to pass, in percent: 1.2 gives a number of points, 2004 a measure up to 1."""
    for node in item.children:
        if node.name == "masteryscore":
            return f", mastery {node.text.strip()} %"
        if node.name == "sequencing":
            for part in node.walk():
                if part.name == "minNormalizedMeasure":
                    return f", mastery {_percent(part.text)} %"
    return ""


def _percent(text: str) -> str:
    try:
        return f"{float(text) * 100:g}"
    except ValueError:
        return text.strip()


def _structure(root: Node) -> Iterator[Row]:
    course = root.one("course")
    if course:
        yield "identifier", course.attributes.get("id", "(none)")
        yield "title", _said(course)
    units = [node for node in root.walk() if node.name == "au" and node.space == root.space]
    for unit in units[:_MOST]:
        mark = unit.attributes.get("masteryScore")
        passed = f", mastery {_percent(mark)} %" if mark else ""
        move = unit.attributes.get("moveOn", "NotApplicable")
        yield "unit", f"{_said(unit)} ({move}{passed})"
    if len(units) > _MOST:
        yield "unit", f"and {len(units) - _MOST} more"


def _said(node: Node) -> str:
    title = node.one("title")
    text = next((part.text for part in title.walk() if part.text.strip()), "") if title else ""
    return f"\u201c{' '.join(text.split())}\u201d"
