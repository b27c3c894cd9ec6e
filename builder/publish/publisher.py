"""What every output has in common: from a read course to files, without writing any."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from builder.model.course import Course
from builder.model.tree import Tree
from builder.publish.bundle import Bundle
from builder.publish.library import Library


@dataclass(frozen=True, slots=True)
class Source:
    """What a publisher works from. `root` is the course's folder, which only names files."""

    course: Course
    library: Library
    tree: Tree
    root: Path


class Publisher(Protocol):
    """One output by the name an author types."""

    @property
    def name(self) -> str:
        """The word on the command line."""

    @property
    def first(self) -> str:
        """The file that stands first in the archive."""

    def state(self) -> tuple[int, int]:
        """How many characters a learner's saved state takes at most, and how many there is room
        for; both 0 where any number will do."""

    def bundle(self) -> Bundle:
        """Everything the output consists of."""
