"""The sentences that a run ends with."""

from __future__ import annotations

import io

import pytest

from builder.cli import words
from builder.cli.style import in_colour, styled


@pytest.mark.parametrize(
    ("duration", "text"),
    [
        (0.04, "0.0 s"),
        (0.84, "0.8 s"),
        (9.96, "10 s"),
        (59.4, "59 s"),
        (59.6, "1 min 0 s"),
        (125, "2 min 5 s"),
    ],
)
def test_seconds(duration, text):
    assert words.seconds(duration) == text


def test_numbers():
    assert words.number(1, "page") == "1 page"
    assert words.number(0, "page") == "0 pages"
    assert words.number(1234, "page") == "1,234 pages"


def test_a_place_is_as_short_as_it_can_be_typed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert words.place(tmp_path / "site" / "index.html") == "site/index.html"
    assert words.place(tmp_path.parent / "x") == str(tmp_path.parent / "x")


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "wanted"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        (io.StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colour(stream, environment, wanted, monkeypatch):
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert in_colour(stream) is wanted
    assert ("\x1b[" in styled("error", "error", stream)) is wanted
