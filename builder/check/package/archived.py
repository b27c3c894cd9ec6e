"""Rules about the archive itself, whatever lies in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from builder.check.package.codes import BOMB, LARGE, NAME, PLAIN_NAME
from builder.diagnostics import Diagnostic, Span
from builder.model.package import Package

_LONGEST = 180
_MEGA = 1_000_000
_LARGE = 50 * _MEGA
_RATIO = 100
_HARMLESS = 100 * _MEGA
_MOST = 4000 * _MEGA
_DRIVE = re.compile(r"[A-Za-z]:")
_PLAIN = re.compile(r"[A-Za-z0-9._/()+,=@!&'~$%;\[\]{}#-]+")
_LEFTOVERS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def archive_rules(package: Package) -> Iterator[Diagnostic]:
    """Everything about names and sizes."""
    yield from _unsafe_names(package)
    yield from _same_names(package)
    yield from _plain_names(package)
    yield from _sizes(package)


def _unsafe_names(package: Package) -> Iterator[Diagnostic]:
    for entry in package.entries:
        parts = entry.name.replace("\\", "/").split("/")
        if ".." in parts or entry.name.startswith(("/", "\\")) or _DRIVE.match(entry.name):
            yield NAME.at(Span(entry.name), "this name leads out of the folder it is unpacked in")
        elif "\\" in entry.name or any(ord(c) < 32 for c in entry.name):
            yield NAME.at(Span(entry.name), "this name holds a backslash or a control character")


def _same_names(package: Package) -> Iterator[Diagnostic]:
    names = Counter(entry.name for entry in package.entries)
    for name, often in names.items():
        if often > 1:
            yield NAME.at(Span(name), f"the archive holds this file {often} times")
    folded: dict[str, str] = {}
    for name in names:
        other = folded.setdefault(name.casefold(), name)
        if other != name:
            yield PLAIN_NAME.at(Span(name), f"{other} has the same name but for case")


def _plain_names(package: Package) -> Iterator[Diagnostic]:
    for name in sorted(package.names):
        if any(name.startswith(mark) or name.endswith(f"/{mark}") for mark in _LEFTOVERS):
            yield PLAIN_NAME.at(Span(name), "an operating system has left this file")
        elif not _PLAIN.fullmatch(name):
            yield PLAIN_NAME.at(Span(name), "the name has a blank or a letter beyond ASCII")
        elif len(name) > _LONGEST:
            yield PLAIN_NAME.at(Span(name), f"the name is longer than {_LONGEST} characters")


def _sizes(package: Package) -> Iterator[Diagnostic]:
    total = sum(entry.size for entry in package.entries)
    whole = Span(package.manifest_path)
    absurd = total > _HARMLESS and total > _RATIO * max(1, package.size)
    if absurd or total > _MOST:
        yield BOMB.at(whole, f"the archive would unpack to {total / _MEGA:,.0f} MB")
    if package.size > _LARGE:
        yield LARGE.at(whole, f"the package has {package.size / _MEGA:,.0f} MB")
