"""The resources of a SCORM manifest: every file of the package, each listed once."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from builder.publish.lms.names import identifier
from builder.publish.lms.scos import Sco
from builder.publish.lms.xml import Element, element

SHARED = "shared"


def resources(
    owned: Iterable[tuple[Sco, Iterable[str]]], files: Iterable[str], kind: str
) -> Element:
    """All resources; the one that is launched first stands first, since some platforms launch
    the first they find. `owned` are the pages that only one part shows, `files` are all files of
    the package, `kind` is the name of the attribute that tells what may talk to the platform.
    """
    parts = [(sco, sorted(set(pages) | {sco.url})) for sco, pages in owned]
    taken = {page for _, pages in parts for page in pages}
    rest = sorted(set(files) - taken)
    return element(
        "resources",
        *(_sco(sco, pages, kind, shared=bool(rest)) for sco, pages in parts),
        _shared(rest, kind) if rest else None,
    )


def resource_id(sco: Sco) -> str:
    """The identifier of the resource that an item launches."""
    return identifier("resource", sco.id)


def _sco(sco: Sco, pages: Iterable[str], kind: str, *, shared: bool) -> Element:
    needs = element("dependency", attributes={"identifierref": SHARED}) if shared else None
    return element(
        "resource",
        *map(_file, pages),
        needs,
        attributes=_head(resource_id(sco), kind, "sco") | {"href": quote(sco.url)},
    )


def _shared(files: Iterable[str], kind: str) -> Element:
    return element("resource", *map(_file, files), attributes=_head(SHARED, kind, "asset"))


def _head(name: str, kind: str, value: str) -> dict[str, str]:
    return {"identifier": name, "type": "webcontent", kind: value}


def _file(path: str) -> Element:
    return element("file", attributes={"href": quote(path)})
