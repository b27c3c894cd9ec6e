"""The workshop kit: everything a facilitator needs, as a folder of pages, one for each plan."""

from builder.publish.workshop.kits import VERSIONS, kit_names, workshop_kit

__all__ = ["VERSIONS", "kit_names", "workshop_kit"]
