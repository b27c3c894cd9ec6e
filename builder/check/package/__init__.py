"""Rules for packages for learning platforms, whoever made them.

Schemas alone let most mistakes of manifests through: references that lead nowhere, files that are
not there, a score mark of 180. These rules know the formats' tables (`grammars`) and what the
standards say in words beyond them.
"""

from __future__ import annotations

from builder.check.package.archived import archive_rules
from builder.check.package.cmi5 import cmi5_rules
from builder.check.package.scorm import scorm_rules
from builder.diagnostics import Diagnostic
from builder.model.package import Form, Package

__all__ = ["check_package"]


def check_package(package: Package) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a package, sorted by place."""
    found = list(archive_rules(package))
    if package.manifest and package.form is Form.CMI5:
        found += cmi5_rules(package, package.manifest)
    elif package.manifest and package.form is not Form.NONE:
        found += scorm_rules(package, package.manifest)
    return tuple(sorted(set(found)))
