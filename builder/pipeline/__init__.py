"""The whole story: `load` a course, look at its report, publish it."""

from builder.pipeline.load import load
from builder.pipeline.options import Options, Progress
from builder.pipeline.project import Project
from builder.pipeline.site import SiteBuild, SiteResult, building, site_bundle

__all__ = [
    "Options",
    "Progress",
    "Project",
    "SiteBuild",
    "SiteResult",
    "building",
    "load",
    "site_bundle",
]
