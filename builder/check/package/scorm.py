"""Rules for SCORM manifests beyond their schemas: SCORM 1.2 and SCORM 2004 4th Edition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.package.codes import (
    CONTROL,
    DUPLICATE,
    LAUNCH,
    LONG,
    OLD_EDITION,
    REFERENCE,
    SHAPE,
    TITLE,
    VALUE,
    VERSION,
)
from builder.check.package.files import file_rules
from builder.check.package.grammars import grammars
from builder.check.package.items import item_rules
from builder.check.package.manifest import Manifest
from builder.check.package.sequencing import sequencing_rules
from builder.check.package.shape import faults
from builder.diagnostics import Diagnostic, Level
from builder.diagnostics.report import replaced
from builder.model.package import Form, Node, Package

_LONGEST_TITLE = 200
_VERSIONS = {Form.SCORM12: "1.2", Form.SCORM2004: "2004 4th Edition"}
_EDITIONS = ("CAM 1.3", "2004 2nd Edition", "2004 3rd Edition", "2004")
_PREFIXED = re.compile(r"<(\w[\w.-]*):manifest[\s>]")
_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def scorm_rules(package: Package, root: Node) -> Iterator[Diagnostic]:
    """Everything about a manifest and the files it lists."""
    manifest = Manifest(package, root)
    if root.name != "manifest" or root.space not in grammars(package.form):
        message = f"the root is {root.name} of the namespace {root.space or '(none)'!r}"
        yield SHAPE.at(manifest.span(root), f"{message}, not a manifest of {package.form}")
        return
    for node, what, kind in faults(root, grammars(package.form)):
        yield (SHAPE if kind == "shape" else VALUE).at(manifest.span(node), what)
    for rules in (_version, _identifiers, _organizations, _titles, _control, _prefix):
        yield from rules(manifest)
    yield from item_rules(manifest)
    yield from file_rules(manifest)
    if package.form is Form.SCORM2004:
        yield from sequencing_rules(manifest)
        yield from _submanifests(manifest)


def _version(manifest: Manifest) -> Iterator[Diagnostic]:
    about = manifest.root.one("metadata")
    names = [child.name for child in (about.children if about else ())][:2]
    span = manifest.span(about or manifest.root)
    if about is None or names != ["schema", "schemaversion"]:
        yield VERSION.at(span, "the metadata does not begin with schema and schemaversion")
        return
    schema, version = (node.text.strip() for node in about.children[:2])
    if schema != "ADL SCORM":
        yield VERSION.at(span, f"the schema is {schema!r}, not 'ADL SCORM'")
    wanted = _VERSIONS[manifest.form]
    if version == wanted:
        return
    if manifest.form is Form.SCORM2004 and version in _EDITIONS:
        yield OLD_EDITION.at(span, f"the schemaversion is {version!r}, not {wanted!r}")
    else:
        yield VERSION.at(span, f"the schemaversion is {version!r}, not {wanted!r}")


def _identifiers(manifest: Manifest) -> Iterator[Diagnostic]:
    seen: dict[str, Node] = {}
    for node in manifest.root.walk():
        name = node.attributes.get("identifier")
        if name is None or node.space != manifest.root.space:
            continue
        other = seen.setdefault(name, node)
        if other is not node:
            message = f"{other.name} in line {other.line} has the identifier {name}, too"
            yield DUPLICATE.at(manifest.span(node), message)


def _organizations(manifest: Manifest) -> Iterator[Diagnostic]:
    group = manifest.root.one("organizations")
    if group is None:
        return
    names = {one.attributes.get("identifier") for one in manifest.organizations}
    default = group.attributes.get("default")
    if not names:
        yield REFERENCE.at(manifest.span(group), "there is no organization to show to learners")
    elif default is None:
        yield REFERENCE.at(manifest.span(group), "organizations does not name its default")
    elif default not in names:
        yield REFERENCE.at(manifest.span(group), f"there is no organization {default}")
    for one in manifest.organizations:
        if not one.all("item"):
            yield SHAPE.at(manifest.span(one), "this organization has no item")


def _titles(manifest: Manifest) -> Iterator[Diagnostic]:
    for node in (*manifest.organizations, *manifest.items):
        title = node.one("title")
        if title is None or not title.text.strip():
            yield TITLE.at(manifest.span(title or node), f"this {node.name} has no title")
        elif len(title.text.strip()) > _LONGEST_TITLE:
            message = f"this title has {len(title.text.strip())} characters, more than 200"
            yield LONG.at(manifest.span(title), message)


def _control(manifest: Manifest) -> Iterator[Diagnostic]:
    """The documents that `schemaLocation` names; SCORM 2004 wants them in any case."""
    if manifest.package.bare:
        return
    pairs = manifest.root.attributes.get(_LOCATION, "").split()
    files = {name.rpartition("/")[2] for name in pairs[1::2]}
    if not files and manifest.form is Form.SCORM2004:
        files = {"imscp_v1p1.xsd"}
    for file in sorted(files - manifest.package.names):
        message = f"{file} is not at the top of the package"
        finding = CONTROL.at(manifest.span(manifest.root), message)
        older = manifest.form is Form.SCORM12
        yield replaced(finding, Level.WARNING) if older else finding


def _prefix(manifest: Manifest) -> Iterator[Diagnostic]:
    found = _PREFIXED.search(manifest.package.source)
    if found:
        message = f"the packaging namespace has the prefix {found[1]}"
        yield LAUNCH.at(manifest.span(manifest.root), message)


def _submanifests(manifest: Manifest) -> Iterator[Diagnostic]:
    for inner in manifest.root.all("manifest"):
        yield SHAPE.at(manifest.span(inner), "a manifest within a manifest is not allowed")
