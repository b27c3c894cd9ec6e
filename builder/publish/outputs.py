"""Every output that is one file for somebody else's platform, by the name an author types."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from builder.model.registry import Registry
from builder.publish.lessons import Lessons, own_overrides
from builder.publish.lms.cmi5 import Cmi5
from builder.publish.lms.course_map import Atlas
from builder.publish.lms.pages import Pages
from builder.publish.lms.presets import PRESETS, Preset
from builder.publish.lms.scorm import Scorm, Version
from builder.publish.lms.scorm12 import VERSION as SCORM12
from builder.publish.lms.scorm2004 import VERSION as SCORM2004
from builder.publish.lms.slots import Book
from builder.publish.publisher import Publisher, Source


class Outputs:
    """Makes publishers for one course; they share what their packages have in common."""

    def __init__(self, source: Source, registry: Registry, preset: str = "generic") -> None:
        self.source = source
        self.registry = registry
        self.preset: Preset = PRESETS[preset]

    def publisher(self, name: str) -> Publisher:
        """The publisher of an output. Raises KeyError for an unknown name."""
        return _MAKERS[name](self)

    @cached_property
    def cmi5(self) -> Cmi5:
        """The publisher of cmi5."""
        return Cmi5(self.pages, self.atlas, self.preset)

    @cached_property
    def pages(self) -> Pages:
        """The pages of the course, as packages have them."""
        source = self.source
        lessons = Lessons(source.course, source.library, own_overrides(source.root))
        return Pages(lessons, source)

    @cached_property
    def atlas(self) -> Atlas:
        """The maps for the packages' scripts."""
        course, library = self.source.course, self.source.library
        return Atlas(course, self.pages, Book(self.registry, course, library))


def _scorm(version: Version) -> Callable[[Outputs], Publisher]:
    return lambda outputs: Scorm(version, outputs.pages, outputs.atlas, outputs.preset)


_MAKERS: dict[str, Callable[[Outputs], Publisher]] = {
    SCORM12.name: _scorm(SCORM12),
    SCORM2004.name: _scorm(SCORM2004),
    Cmi5.name: lambda outputs: outputs.cmi5,
}
PACKAGES = tuple(_MAKERS)
