"""Colour, for those who want it."""

from __future__ import annotations

import os
from typing import TextIO

import click

_COLOURS = {"error": "red", "warning": "yellow", "good": "green"}


def in_colour(stream: TextIO) -> bool:
    """Whether to colour what goes to `stream`: on a terminal, unless NO_COLOR says otherwise."""
    return not os.environ.get("NO_COLOR") and stream.isatty() and os.environ.get("TERM") != "dumb"


def styled(text: str, kind: str, stream: TextIO) -> str:
    """`text` as it should look on `stream`; `kind` is error, warning or good."""
    return click.style(text, fg=_COLOURS[kind], bold=True) if in_colour(stream) else text
