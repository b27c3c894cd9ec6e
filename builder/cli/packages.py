"""What `coursewright build` says and asks about packages for learning platforms."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from builder.publish.lms.presets import PRESETS

if TYPE_CHECKING:
    from builder.pipeline import Project
    from builder.pipeline.package import Packed, Packer

PACKAGES = ("scorm12", "scorm2004", "cmi5")
"""Every package by the name an author types."""
_ADDRESS = re.compile(r"https?://[^\s#?]+")

F = TypeVar("F", bound=Callable[..., Any])


class Wishes(NamedTuple):
    """What was typed about packages. `folder` is where they go, None for the usual place."""

    lms: str
    base_url: str
    locked: bool
    folder: Path | None


def package_options(function: F) -> F:
    """`--lms`, `--base-url`, `--locked`."""
    for option in (
        click.option(
            "--locked",
            is_flag=True,
            help="Refuse ids that content/ids.yml does not list, as with CI=true.",
        ),
        click.option(
            "--base-url",
            metavar="URL",
            default="",
            help="For cmi5: also write a bare cmi5.xml whose pages lie on a server at URL.",
        ),
        click.option(
            "--lms",
            type=click.Choice(tuple(PRESETS)),
            default="generic",
            show_default=True,
            help="The learning platform that packages are meant for.",
        ),
    ):
        function = option(function)
    return function


def check_wishes(wishes: Wishes, names: Iterable[str]) -> None:
    """Raise UsageError for options that do not fit the outputs `names`."""
    if wishes.base_url and not _ADDRESS.fullmatch(wishes.base_url):
        raise click.UsageError("--base-url takes an address such as https://example.com/course/.")
    if wishes.base_url and "cmi5" not in names:
        raise click.UsageError("--base-url is for cmi5.")


def packer_for(project: Project, wishes: Wishes) -> Packer:
    """What makes the packages of a course."""
    from builder.pipeline.package import Packer
    from builder.pipeline.registry import registry_path

    # A course that never had a register gets its first one anywhere.
    begun = (project.options.root / registry_path(project)).exists()
    unattended = begun and os.environ.get("CI", "").lower() in ("true", "1")
    return Packer(project, wishes.lms, locked=wishes.locked or unattended)


def packed_lines(packer: Packer, names: Iterable[str], wishes: Wishes) -> Iterator[str]:
    """Make the packages one after the other and say of each what there is now."""
    from builder.cli import words

    for name in names:
        start = time.monotonic()
        packed = packer.pack(name, wishes.folder)
        yield _line(packed, words.seconds(time.monotonic() - start))
        for remark in packed.remarks:
            yield f"  note: {remark}"
        if name == "cmi5" and wishes.base_url:
            file = packer.structure(wishes.base_url, wishes.folder)
            yield f"Wrote {words.place(file)} for pages at {wishes.base_url}"


def _line(packed: Packed, spent: str) -> str:
    from builder.cli import words

    facts = [words.size(packed.size), words.number(packed.files, "file")]
    if packed.room:
        facts.append(f"saved state {packed.state:,} of {packed.room:,} characters at most")
    facts.append(f"sha256 {packed.digest}")
    return f"Packed {words.place(packed.path)} in {spent}: {', '.join(facts)}"
