"""`coursewright inspect`: what is in a package for a learning platform, and what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.options import format_option

if TYPE_CHECKING:
    from builder.model.package import Package


@click.command("inspect")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@format_option
@click.option("--strict", is_flag=True, help="Warnings fail, too.")
def command(file: Path, style: str, strict: bool) -> int:
    """Say what is in FILE, a SCORM or cmi5 package (or a bare cmi5.xml), and find its mistakes.

    Any package will do, not only those made here. Nothing is unpacked. Ends with exit code 1 when
    there are errors.
    """
    from builder.check.package import check_package
    from builder.cli.style import in_colour
    from builder.diagnostics import Level, Report
    from builder.diagnostics.formats import render, summary
    from builder.read.package import read_package

    result = read_package(file)
    package = result.value
    report = Report([*result.findings, *check_package(package)])
    aside = sys.stdout if style == "text" else sys.stderr
    click.echo(_about(package, file), file=aside)
    sources = {package.manifest_path: package.source}
    if len(report) or style == "json":
        text = render(report, style, sources.get, in_colour(sys.stdout))
        click.echo(text.rstrip("\n"))
    line = summary(report) if len(report) else "No mistakes found"
    click.echo(f"{line}.", file=aside)
    return int(report.failed or (strict and report.count(Level.WARNING) > 0))


def _about(package: Package, file: Path) -> str:
    """A few lines on what the package is."""
    from builder.check.package.summary import rows
    from builder.cli import words

    size = words.size(package.size)
    files = words.number(len(package.entries), "file") if not package.bare else "a bare manifest"
    lines = [f"{words.place(file.absolute())}: {size}, {files}"]
    lines += [f"  {name}: {value}" for name, value in rows(package)]
    return "\n".join(lines)
