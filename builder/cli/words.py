"""The sentences that a run ends with."""

from __future__ import annotations

from pathlib import Path


def number(count: int, thing: str) -> str:
    """`1 page`, `2 pages`; for nouns that take an s."""
    return f"{count:,} {thing}" + ("" if count == 1 else "s")


def seconds(duration: float) -> str:
    """`0.8 s`, `12 s`, `2 min 5 s`."""
    if duration < 9.95:
        return f"{duration:.1f} s"
    whole = round(duration)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"


def size(count: int) -> str:
    """`812 kB`, `1.4 MB`; kilo and mega are powers of ten."""
    kilo = round(count / 1000)
    return f"{kilo:,} kB" if kilo < 1000 else f"{count / 1_000_000:.1f} MB"


def place(path: Path) -> str:
    """A path as short as it can be typed from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
