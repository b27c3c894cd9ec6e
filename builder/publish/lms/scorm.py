"""A SCORM package as files: what both versions share, and what each adds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from builder.model.course import Course
from builder.publish.bundle import Bundle, Content
from builder.publish.lms.course_map import Atlas
from builder.publish.lms.pages import Pages
from builder.publish.lms.presets import Preset
from builder.publish.lms.resources import resources
from builder.publish.lms.scos import Sco, scos
from builder.publish.lms.slots import MOST_CHARACTERS
from builder.publish.lms.xml import Element, document
from builder.render.lms import shell

MANIFEST = "imsmanifest.xml"
LONGEST_TITLE = 200
LONGEST_VERSION = 20
"""Characters that every platform keeps."""
ManifestOf = Callable[[Course, tuple[Sco, ...], Element, Preset], Element]


@dataclass(frozen=True, slots=True)
class Version:
    """What sets a version of SCORM apart: its manifest, the attribute that tells the type of a
    resource, and the control documents that travel with the manifest."""

    name: str
    manifest: ManifestOf
    kind: str
    control: Mapping[str, Content]


class Scorm:
    """A publisher of SCORM packages."""

    def __init__(self, version: Version, pages: Pages, atlas: Atlas, preset: Preset) -> None:
        self.version = version
        self.pages = pages
        self.atlas = atlas
        self.preset = preset

    @property
    def name(self) -> str:
        """The word on the command line."""
        return self.version.name

    @property
    def first(self) -> str:
        """The file that stands first in the archive."""
        return MANIFEST

    def state(self) -> tuple[int, int]:
        """The largest saved state of a part, and the room for it."""
        parts = scos(self.pages.course)
        most = max((self.atlas.slots(sco).worst_case() for sco in parts), default=0)
        return most, MOST_CHARACTERS

    def bundle(self) -> Bundle:
        """The package with its manifest."""
        course = self.pages.course
        parts = scos(course)
        owned = [(sco, self.pages.shelled(sco)) for sco in parts]
        files: dict[str, Content] = {**self.pages.copied(), **self.pages.notes()}
        files.update(self.pages.look((self.name, "lesson", "notes")))
        for sco, lessons in owned:
            files.update(lessons)
            files[sco.url] = self._shell(sco)
        files.update(self.version.control)
        listed = resources(owned, files, self.version.kind)
        manifest = self.version.manifest(course, parts, listed, self.preset)
        return Bundle({MANIFEST: document(manifest), **files})

    def _shell(self, sco: Sco) -> bytes:
        data = self.atlas.map(sco, self.name, self.preset)
        return shell(self.pages.lessons.renderer, sco.url, data).encode()
