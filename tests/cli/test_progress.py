"""The progress line."""

from __future__ import annotations

import io

import pytest

from builder.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands until it is moved."""
    now = [1000.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    return now


@pytest.fixture(autouse=True)
def _plain(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")


def test_a_log_gets_one_plain_line_for_each_stage():
    stream = io.StringIO()
    with Progress(stream) as progress:
        for done in range(1, 4):
            progress("Reading", done, 3)
        progress("Writing", 1, 2)
        progress("Writing", 2, 2)
        progress("Writing", 2, 2)
    assert stream.getvalue() == "Reading 3/3\nWriting 2/2\n"


def test_nothing_to_do_is_not_mentioned():
    stream = io.StringIO()
    Progress(stream)("Reading", 0, 0)
    assert stream.getvalue() == ""


def test_a_terminal_has_one_line_that_goes_away(clock):
    stream = Terminal()
    with Progress(stream) as progress:
        progress("Reading", 1, 1000)
        clock[0] += 1
        progress("Reading", 1000, 1000)
    text = stream.getvalue()
    assert text == "\rReading 1/1000\rReading 1000/1000\r" + " " * 17 + "\r"


def test_a_shorter_line_leaves_nothing_behind(clock):
    stream = Terminal()
    progress = Progress(stream)
    progress("Reading", 1000, 1000)
    clock[0] += 1
    progress("Writing", 1, 2)
    assert stream.getvalue().endswith("\rWriting 1/2" + " " * 6)


def test_a_terminal_is_not_redrawn_too_often(clock):
    stream = Terminal()
    progress = Progress(stream)
    for done in range(1, 100):
        progress("Reading", done, 1000)
        clock[0] += 0.01
    assert stream.getvalue().count("\r") < 15


def test_colour_only_where_it_is_wanted(clock, monkeypatch):
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    Progress(stream)("Reading", 1, 2)
    assert "\x1b[2m1/2\x1b[0m" in stream.getvalue()
    log = io.StringIO()
    Progress(log)("Reading", 2, 2)
    assert "\x1b" not in log.getvalue()
