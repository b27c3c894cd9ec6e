"""Starting the preview on a course."""

from __future__ import annotations

import sys
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING

from builder.diagnostics import Diagnostic, Level, Report
from builder.diagnostics.formats import render, summary
from builder.hosts.preview import Preview, Say
from builder.hosts.preview.stage import Built
from builder.pipeline import Options, Project, load, site_bundle
from builder.publish.bundle import Bundle, Recipe, digest
from builder.publish.teaching_notes import PAGE, teaching_notes
from builder.publish.trace import trace
from builder.publish.trace_formats import written

if TYPE_CHECKING:
    from collections.abc import Callable

TRACE = "traceability.html"


def serve(
    options: Options, *, port: int = 8000, open_browser: bool = False, tell: Say = print
) -> None:
    """Show the course at `options.root` until interrupted; `port` 0 takes any free one.

    Raises `Failure` when no port can be had.
    """
    with Preview(options.root, reader(options, tell), tell, port=port) as preview:
        tell(f"The course is at {preview.address} (stop with Ctrl+C).")
        sys.stdout.flush()  # whoever reads this from a pipe waits for the address
        if open_browser:
            webbrowser.open(preview.address)
        with suppress(KeyboardInterrupt):
            preview.run()
    tell("Stopped.")


def reader(options: Options, tell: Say) -> Callable[[], Built]:
    """A function that reads the course and says what is wrong with it, once for each state.

    The first reading goes through the cache on disk, later ones build on the one before.
    """
    said: tuple[Diagnostic, ...] = ()
    project: Project | None = None

    def read() -> Built:
        nonlocal said, project
        project = load(options, project)
        # Remarks would come again with every save; `coursewright check` is the place for them.
        found = tuple(f for f in project.report if f.level is not Level.INFO)
        if found and found != said:
            tell(_words(Report(found), project))
        said = found
        bundle = None if project.report.failed else _for_authors(site_bundle(project), project)
        return Built(project.report, project.source, bundle)

    return read


def _for_authors(bundle: Bundle, project: Project) -> Bundle:
    """The site and two pages for those who write and teach it, which no built site has."""
    rows = trace(project.course)
    page = Recipe(digest(repr(rows)), lambda: written(rows, "html").encode())
    notes = teaching_notes(project.course, project.library)
    return Bundle({**bundle.files, TRACE: page, PAGE: notes})


def _words(report: Report, project: Project) -> str:
    """Errors and warnings with their number."""
    text = render(report, "text", project.source, colour=sys.stdout.isatty())
    end = ". The page shows the last good version." if report.failed else "."
    return f"{text.rstrip()}\n\n{summary(report)}{end}"
