"""A package for a learning platform as it arrives: what lies in it and what its manifest says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Form(StrEnum):
    """What kind of package it is; NONE for one without a manifest that anybody knows."""

    SCORM12 = "SCORM 1.2"
    SCORM2004 = "SCORM 2004"
    CMI5 = "cmi5"
    NONE = "unknown"


class Packed(NamedTuple):
    """A file in the archive: its name as written there, its size and what it takes, in bytes."""

    name: str
    size: int
    packed: int


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a manifest. `attributes` are by name, those of another namespace as
    `{namespace}name`. `text` is its own text without that of its children."""

    space: str
    name: str
    attributes: Mapping[str, str]
    children: tuple[Node, ...]
    text: str
    line: int
    column: int

    def all(self, name: str) -> tuple[Node, ...]:
        """The children of that name in this element's namespace."""
        return tuple(c for c in self.children if c.name == name and c.space == self.space)

    def one(self, name: str) -> Node | None:
        """The first child of that name, None without one."""
        return next(iter(self.all(name)), None)

    def walk(self) -> Iterator[Node]:
        """This element and all within, in their order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was opened and not unpacked.

    `manifest` is None when there is none that can be read; `manifest_path` is its place, `source`
    its text. `bare` tells that the file is a manifest by itself. `size` is in bytes.
    """

    form: Form
    size: int
    entries: tuple[Packed, ...] = ()
    manifest: Node | None = None
    manifest_path: str = ""
    source: str = ""
    bare: bool = False
    names: frozenset[str] = field(default_factory=frozenset)
