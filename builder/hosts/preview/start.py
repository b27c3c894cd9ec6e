"""Starting the preview on a course."""

from __future__ import annotations

import webbrowser

from builder.diagnostics.formats import render, summary
from builder.hosts.preview import Preview, Say
from builder.hosts.preview.stage import Built
from builder.pipeline import Options, load, site_bundle


def serve(
    options: Options, *, port: int = 8000, open_browser: bool = False, tell: Say = print
) -> None:
    """Show the course at `options.root` until interrupted."""
    with Preview(options.root, lambda: read(options, tell), tell, port=port) as preview:
        tell(f"The course is at {preview.address} - stop with Ctrl+C.")
        if open_browser:
            webbrowser.open(preview.address)
        preview.run()


def read(options: Options, tell: Say) -> Built:
    """One reading of the course; its findings also go to the terminal."""
    project = load(options)
    report = project.report
    if report.failed:
        tell(render(report, "text", project.source, colour=False).rstrip())
        tell(f"{summary(report)} The page shows the last good version.")
        return Built(report, project.source)
    return Built(report, project.source, site_bundle(project))
