"""Opening a package: names and sizes are looked at, the manifest is read, nothing is unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from builder.diagnostics import Diagnostic, Failure, Level, Span, code
from builder.model.package import Form, Node, Package, Packed
from builder.model.result import Result
from builder.read.package.xml import XmlTrouble, parse

SCORM, CMI5 = "imsmanifest.xml", "cmi5.xml"
_LARGEST_FILE = 4_000_000_000
_MOST_ENTRIES = 65_000
_LARGEST_MANIFEST = 16_000_000
_FORMS = {
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2": Form.SCORM12,
    "http://www.imsglobal.org/xsd/imscp_v1p1": Form.SCORM2004,
    "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd": Form.CMI5,
}

UNREADABLE = code(
    "package-manifest-unreadable",
    Level.ERROR,
    "The manifest cannot be read",
    "A platform reads the manifest first. It has to be well-formed XML in an encoding that its "
    "first line names, without a document type: entities could make a platform fetch files or "
    "fill its memory, so many refuse them.",
)
NO_MANIFEST = code(
    "package-no-manifest",
    Level.ERROR,
    "The package has no manifest where platforms look for it",
    "SCORM platforms look for `imsmanifest.xml`, cmi5 platforms for `cmi5.xml`, in the top folder "
    "of the archive and in lower case. Most often a folder was packed instead of its contents.",
)


def read_package(path: Path) -> Result[Package]:
    """The package in a file. Raises Failure for a file that is no archive or no manifest."""
    try:
        size = path.stat().st_size
        if size > _LARGEST_FILE:
            raise Failure(f"{path} is larger than 4 GB", "no platform takes such a package")
        if path.suffix.lower() == ".xml":
            return _bare(path, size)
        with ZipFile(path) as archive:
            return _opened(archive, size)
    except (BadZipFile, LargeZipFile) as problem:
        hint = "inspect takes the .zip file that a platform would be given"
        raise Failure(f"{path} is not a zip archive that can be opened ({problem})", hint) from None
    except OSError as problem:
        raise Failure(f"cannot read {path}: {problem.strerror or problem}") from None


def read_archive(data: bytes) -> Result[Package]:
    """The package in an archive that lies in memory."""
    with ZipFile(BytesIO(data)) as archive:
        return _opened(archive, len(data))


def _bare(path: Path, size: int) -> Result[Package]:
    if size > _LARGEST_MANIFEST:
        raise Failure(f"{path} is too large for a manifest")
    return _with_manifest(path.read_bytes(), path.name, (), size, bare=True)


def _opened(archive: ZipFile, size: int) -> Result[Package]:
    infos = archive.infolist()
    if len(infos) > _MOST_ENTRIES:
        raise Failure(f"the archive lists {len(infos):,} files", "no platform takes so many")
    entries = tuple(Packed(i.orig_filename, i.file_size, i.compress_size) for i in infos)
    found = next((name for name in (SCORM, CMI5) if name in {e.name for e in entries}), "")
    if not found:
        return _without(entries, size)
    data = _content(archive, archive.getinfo(found))
    return _with_manifest(data, found, entries, size, bare=False)


def _content(archive: ZipFile, info: ZipInfo) -> bytes:
    """The manifest, read no further than a manifest can be long."""
    if info.flag_bits & 1:
        raise Failure(f"{info.filename} is encrypted", "pack without a password")
    try:
        with archive.open(info) as stream:
            data = stream.read(_LARGEST_MANIFEST + 1)
    except (BadZipFile, zlib.error, NotImplementedError, EOFError) as problem:
        raise Failure(f"{info.filename} in the archive is damaged ({problem})") from None
    if len(data) > _LARGEST_MANIFEST:
        raise Failure(f"{info.filename} is larger than 16 MB", "no manifest is")
    return data


def _with_manifest(
    data: bytes, name: str, entries: tuple[Packed, ...], size: int, *, bare: bool
) -> Result[Package]:
    source = data.decode("utf-8-sig", "replace")
    findings: tuple[Diagnostic, ...] = ()
    root: Node | None = None
    try:
        root = parse(data)
    except XmlTrouble as trouble:
        span = Span(name, trouble.line, trouble.column)
        findings = (UNREADABLE.at(span, f"the manifest cannot be read: {trouble.message}"),)
    package = Package(
        _form(root, name),
        size,
        entries,
        root,
        name,
        source,
        bare,
        frozenset(entry.name for entry in entries),
    )
    return Result(package, findings)


def _form(root: Node | None, name: str) -> Form:
    """The kind of package, by the namespace of its manifest, else by the manifest's name."""
    if root and root.space in _FORMS:
        return _FORMS[root.space]
    if name.endswith(CMI5) or (root and root.name == "courseStructure"):
        return Form.CMI5
    text = _version(root)
    return Form.SCORM12 if text.startswith("1.") else Form.SCORM2004


def _version(root: Node | None) -> str:
    nodes = root.walk() if root else ()
    return next((node.text.strip() for node in nodes if node.name == "schemaversion"), "")


def _without(entries: tuple[Packed, ...], size: int) -> Result[Package]:
    near = _nearest(entry.name for entry in entries)
    message = "there is no imsmanifest.xml and no cmi5.xml in the top folder"
    hint = f"it lies at {near}; pack the contents of its folder" if near else ""
    if near and "/" not in near:
        hint = f"it is called {near}; its name has to be in lower case"
    names = frozenset(entry.name for entry in entries)
    package = Package(Form.NONE, size, entries, names=names)
    return Result(package, (NO_MANIFEST.at(Span(near or SCORM), message, hint),))


def _nearest(names: Iterable[str]) -> str:
    wanted = (SCORM, CMI5)
    found = [name for name in names if name.rpartition("/")[2].lower() in wanted]
    return min(found, key=lambda name: (name.count("/"), name), default="")
