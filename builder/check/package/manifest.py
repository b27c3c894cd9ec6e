"""A SCORM manifest as its rules look at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from builder.diagnostics import Span
from builder.model.package import Form, Node, Package

ADLCP = {
    Form.SCORM12: "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    Form.SCORM2004: "http://www.adlnet.org/xsd/adlcp_v1p3",
}
ADLNAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
ADLSEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"
BASE = "{http://www.w3.org/XML/1998/namespace}base"


@dataclass(frozen=True)
class Manifest:
    """A package with its manifest's root."""

    package: Package
    root: Node

    @property
    def form(self) -> Form:
        """Which version of SCORM it is."""
        return self.package.form

    @property
    def adlcp(self) -> str:
        """The namespace of SCORM's own extensions in this version."""
        return ADLCP[self.form]

    def span(self, node: Node) -> Span:
        """Where an element stands."""
        return Span(self.package.manifest_path, node.line, node.column)

    @cached_property
    def organizations(self) -> tuple[Node, ...]:
        """The organizations, in their order."""
        group = self.root.one("organizations")
        return group.all("organization") if group else ()

    @cached_property
    def resources(self) -> tuple[Node, ...]:
        """The resources, in their order."""
        group = self.root.one("resources")
        return group.all("resource") if group else ()

    @cached_property
    def by_id(self) -> dict[str, Node]:
        """Resources by identifier, the first where several have one."""
        found: dict[str, Node] = {}
        for resource in self.resources:
            found.setdefault(resource.attributes.get("identifier", ""), resource)
        return found

    @cached_property
    def items(self) -> tuple[Node, ...]:
        """Every item of every organization, in their order."""
        return tuple(item for one in self.organizations for item in _items(one))

    def scorm_type(self, resource: Node) -> str:
        """What a resource says it is: "sco", "asset" or ""."""
        name = "scormtype" if self.form is Form.SCORM12 else "scormType"
        return resource.attributes.get(f"{{{self.adlcp}}}{name}", "")

    def launched(self, item: Node) -> Node | None:
        """The resource of an item, None for a group or where it is not there."""
        return self.by_id.get(item.attributes.get("identifierref", ""))


def _items(node: Node) -> Iterator[Node]:
    for item in node.all("item"):
        yield item
        yield from _items(item)
