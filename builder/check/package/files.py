"""Rules about the resources of a SCORM manifest and the files they list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

from builder.check.package.codes import (
    BASE,
    LAUNCH,
    MISSING,
    REFERENCE,
    RESOURCE,
    SHAPE,
    UNLISTED,
)
from builder.check.package.manifest import BASE as XML_BASE
from builder.check.package.manifest import Manifest
from builder.diagnostics import Diagnostic, Level
from builder.diagnostics.report import replaced
from builder.model.package import Form, Node

_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_CONTROL = (".xsd", ".dtd")
_MOST_NAMED = 20


def file_rules(manifest: Manifest) -> Iterator[Diagnostic]:
    """Everything about resources and files."""
    listed: Counter[str] = Counter()
    for resource in manifest.resources:
        yield from _resource(manifest, resource)
        yield from _files(manifest, resource, listed)
        yield from _dependencies(manifest, resource)
    yield from _bases(manifest)
    yield from _locations(manifest)
    yield from _launch(manifest)
    if not manifest.package.bare:
        yield from _unlisted(manifest, listed)


def _resource(manifest: Manifest, resource: Node) -> Iterator[Diagnostic]:
    span = manifest.span(resource)
    kind = resource.attributes.get("type")
    if kind is not None and kind != "webcontent":
        yield RESOURCE.at(span, f"the type of a resource is webcontent, not {kind!r}")
    if not manifest.scorm_type(resource):
        older = manifest.form is Form.SCORM12
        message = "this resource does not say whether it is a SCO or an asset"
        finding = RESOURCE.at(span, message, "add scormtype" if older else "add scormType")
        yield replaced(finding, Level.WARNING) if older else finding
    href = resource.attributes.get("href")
    files = [file.attributes.get("href") for file in resource.all("file")]
    inside = href is not None and not _REMOTE.match(href)
    if href and inside and _bare(href) not in map(_bare, filter(None, files)):
        yield RESOURCE.at(span, f"{href} is not among the files of its resource")
    if href is None and manifest.scorm_type(resource) == "sco":
        yield RESOURCE.at(span, "this SCO has no address to launch")


def _files(manifest: Manifest, resource: Node, listed: Counter[str]) -> Iterator[Diagnostic]:
    base = _base(manifest, resource)
    named = [resource] if "href" in resource.attributes else []
    own: Counter[str] = Counter()
    for node in [*named, *resource.all("file")]:
        href = node.attributes.get("href", "")
        path, why = _resolved(base, href)
        if why:
            yield MISSING.at(manifest.span(node), why)
        elif path:
            own[path] += node is not resource
            if not manifest.package.bare and path not in manifest.package.names:
                yield MISSING.at(manifest.span(node), _absent(manifest, path))
    for path, often in own.items():
        listed[path] += 1
        if often > 1:
            message = f"{path} stands {often} times in its resource"
            yield replaced(SHAPE.at(manifest.span(resource), message), Level.WARNING)


def _absent(manifest: Manifest, path: str) -> str:
    near = next((n for n in manifest.package.names if n.casefold() == path.casefold()), "")
    return f"there is no file {path} in the package" + (f"; there is {near}" if near else "")


def _resolved(base: str, href: str) -> tuple[str, str]:
    """The path of a file in the archive, or why there cannot be one; both empty for a remote."""
    if _REMOTE.match(href):
        return "", ""
    if "\\" in href:
        return "", f"{href} has a backslash"
    if _BAD_ESCAPE.search(href):
        return "", f"{href} has a percent sign that begins no escape"
    if not href or href.startswith("/"):
        return "", f"{href!r} is no address within the package"
    try:
        path = normpath(unquote(join(base, urlsplit(href).path), errors="strict"))
    except (UnicodeDecodeError, ValueError):
        return "", f"{href} is not encoded as an address has to be"
    if path == ".." or path.startswith("../"):
        return "", f"{href} leads out of the package"
    return path, ""


def _base(manifest: Manifest, resource: Node) -> str:
    group = manifest.root.one("resources")
    nodes = (manifest.root, group, resource)
    bases = [node.attributes.get(XML_BASE, "") for node in nodes if node]
    return join("", *bases)


def _bare(href: str) -> str:
    return unquote(urlsplit(href).path)


def _dependencies(manifest: Manifest, resource: Node) -> Iterator[Diagnostic]:
    for node in resource.all("dependency"):
        name = node.attributes.get("identifierref", "")
        if name not in manifest.by_id:
            yield REFERENCE.at(manifest.span(node), f"there is no resource {name!r}")
        elif manifest.by_id[name] is resource:
            yield REFERENCE.at(manifest.span(node), "this resource depends on itself")


def _bases(manifest: Manifest) -> Iterator[Diagnostic]:
    for node in manifest.root.walk():
        base = node.attributes.get(XML_BASE)
        if base is None or node.space != manifest.root.space:
            continue
        if "\\" in base or base.startswith("/") or not base.endswith("/") or ".." in base:
            yield BASE.at(manifest.span(node), f"xml:base is {base!r}")


def _locations(manifest: Manifest) -> Iterator[Diagnostic]:
    """Metadata in files of their own."""
    for node in manifest.root.walk():
        if node.name == "location" and node.space == manifest.adlcp and not manifest.package.bare:
            path, why = _resolved("", node.text.strip())
            if why or (path and path not in manifest.package.names):
                yield MISSING.at(manifest.span(node), why or _absent(manifest, path))


def _launch(manifest: Manifest) -> Iterator[Diagnostic]:
    first = next((r for r in manifest.resources if "href" in r.attributes), None)
    scos = any(manifest.scorm_type(r) == "sco" for r in manifest.resources)
    if first and scos and manifest.scorm_type(first) == "asset":
        message = "the first resource with an address is an asset, not what is launched"
        yield LAUNCH.at(manifest.span(first), message)


def _unlisted(manifest: Manifest, listed: Counter[str]) -> Iterator[Diagnostic]:
    located = {n.text.strip() for n in manifest.root.walk() if n.name == "location"}
    names = sorted(
        name
        for name in manifest.package.names
        - set(listed)
        - located
        - {manifest.package.manifest_path}
        if not name.endswith(("/", *_CONTROL))
    )
    for name in names[:_MOST_NAMED]:
        yield UNLISTED.at(manifest.span(manifest.root), f"no resource lists {name}")
    if len(names) > _MOST_NAMED:
        rest = len(names) - _MOST_NAMED
        yield UNLISTED.at(manifest.span(manifest.root), f"no resource lists {rest} more files")
