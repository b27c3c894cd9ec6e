"""`coursewright build`: the site and other outputs."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from builder.cli.kits import WORKSHOP, KitWishes, build_kits_for, kit_options
from builder.cli.options import engine_option, format_option, reading, reading_options
from builder.cli.packages import PACKAGES, Wishes, check_wishes, package_options

if TYPE_CHECKING:
    from builder.cli.progress import Progress
    from builder.pipeline import Project

SITE = "site"
OUTPUTS = (SITE, *PACKAGES, WORKSHOP)
"""Every output by the name an author types; `all` makes each of them."""


@click.command("build")
@click.argument("outputs", nargs=-1, metavar="[OUTPUT]...")
@reading_options
@engine_option
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to put the output. Default: `site`, and `dist` for packages, in the course.",
)
@package_options
@kit_options
@format_option
def command(  # noqa: PLR0913 - one parameter for each option
    outputs: tuple[str, ...],
    course: Path | None,
    jobs: int | None,
    no_cache: bool,
    engine: str,
    out: Path | None,
    lms: str,
    base_url: str,
    locked: bool,
    versions: int,
    paper: str,
    style: str,
) -> int:
    """Build the course: the site, or each OUTPUT named; `all` builds everything there is.

    Packages for learning platforms: scorm12, scorm2004, cmi5. For facilitators: workshop.

    An error in the course stops the build and leaves the last output as it is.
    """
    names = _chosen(outputs)
    if out and len(names) > 1 and SITE in names:
        raise click.UsageError("--out takes the site alone, or packages; name what you mean.")
    wishes = Wishes(lms, base_url, locked, out)
    check_wishes(wishes, names)
    from builder.cli.progress import Progress
    from builder.pipeline import load

    start = time.monotonic()
    with Progress() as progress:
        project = load(reading(course, jobs, no_cache, progress))
        _show(project, style, progress)
        if project.report.failed:
            return 1
        if SITE in names:
            _say([_site(project, engine, out, start)], style, progress)
        if code := _packages(names, project, wishes, style, progress):
            return code
        kits = KitWishes(WORKSHOP in names, WORKSHOP in outputs, out, versions, paper)
        return build_kits_for(project, kits, style, partial(_say, style=style, progress=progress))


def _say(lines: Iterable[str], style: str, progress: Progress) -> None:
    for line in lines:
        progress.wipe()
        click.echo(line, file=_aside(style))


def _chosen(outputs: tuple[str, ...]) -> tuple[str, ...]:
    if "all" in outputs:
        return OUTPUTS
    for name in outputs:
        if name not in OUTPUTS:
            known = ", ".join((*OUTPUTS, "all"))
            raise click.UsageError(f"There is no output '{name}'; there are {known}.")
    return tuple(dict.fromkeys(outputs)) or (SITE,)


def _aside(style: str) -> TextIO:
    """Where sentences go: standard output belongs to the program that reads the other formats."""
    return sys.stdout if style == "text" else sys.stderr


def _show(project: Project, style: str, progress: Progress) -> None:
    from builder.cli.findings import show
    from builder.diagnostics import Level
    from builder.diagnostics.formats import summary

    progress.wipe()
    report = project.report
    show(project, style, remarks=False)
    if not len(report):
        return
    line = f"{summary(report)}."
    if report.failed:
        line += " Nothing was published."
    elif report.count(Level.INFO):
        line += " `coursewright check` shows the remarks."
    click.echo(line, file=_aside(style))


def _packages(
    names: tuple[str, ...], project: Project, wishes: Wishes, style: str, progress: Progress
) -> int:
    """Make the packages among the outputs; the exit code."""
    from builder.cli.findings import show
    from builder.cli.packages import packed_lines, packer_for

    wanted = [name for name in names if name in PACKAGES]
    if not wanted:
        return 0
    packer = packer_for(project, wishes)
    known = packer.registered
    progress.wipe()
    show(replace(project, report=known.report), style)
    if known.report.failed:
        return 1
    if known.said:
        click.echo(known.said, file=_aside(style))
    _say(packed_lines(packer, wanted, wishes), style, progress)
    return 0


def _site(project: Project, engine: str, out: Path | None, start: float) -> str:
    from builder.cli import words
    from builder.hosts import build_site

    result = build_site(project, out or project.options.root / SITE, engine)
    pages = words.number(result.pages, "page")
    changed = f" ({result.rebuilt:,} changed)" if result.rebuilt < result.pages else ""
    spent = words.seconds(time.monotonic() - start)
    page = words.place(result.path / "index.html")
    return f"Built {pages}{changed} in {spent}. Open {page} in a browser."
