"""Hotspot: pick regions of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from builder.model.parts import Picture
from builder.model.questions.base import Option, Question


class Region(NamedTuple):
    """Where a region lies, in percent of the picture's width and height."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot(Question):
    """`options` are the regions by name, `regions` their places, in the same order."""

    picture: Picture
    options: tuple[Option, ...]
    regions: tuple[Region, ...]

    @property
    def several(self) -> bool:
        """Whether more than one region is right."""
        return sum(option.correct for option in self.options) > 1
