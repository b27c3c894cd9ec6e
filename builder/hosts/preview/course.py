"""Reading the course for the preview."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from builder.diagnostics.formats import render, summary
from builder.hosts.preview.stage import Built
from builder.pipeline import Options, Project, load, site_bundle

if TYPE_CHECKING:
    from collections.abc import Callable


def maker(options: Options, tell: Callable[[str], None]) -> Callable[[], Built]:
    """A function that reads the course at `options.root` and prints what is wrong with it."""
    printed = ""

    def make() -> Built:
        nonlocal printed
        project = load(options)
        words = _words(project)
        if words and words != printed:
            tell(words)
        printed = words
        bundle = None if project.report.failed else site_bundle(project)
        return Built(project.report, project.source, bundle)

    return make


def _words(project: Project) -> str:
    """All findings and their number; empty when there are none."""
    if not len(project.report):
        return ""
    text = render(project.report, "text", project.source, colour=sys.stdout.isatty())
    return f"{text.rstrip()}\n\n{summary(project.report)}"
