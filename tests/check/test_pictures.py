from __future__ import annotations

import pytest

from builder.diagnostics import Level

from .make import at, in_lesson, picture


def found_in(code, *pictures):
    return in_lesson(code, pictures=pictures)


def test_missing_source():
    (found,) = found_in("missing-image", picture(""))
    assert (found.level, found.span) == (Level.ERROR, at(30))
    assert not found_in("missing-image", picture("x.png"))


def test_missing_alt():
    (found,) = found_in("missing-alt", picture("map.png", None))
    assert (found.level, found.span) == (Level.ERROR, at(30))
    assert "map.png" in found.message


def test_an_empty_alt_text_declares_decoration():
    assert not found_in("missing-alt", picture(alt=""), picture(alt="A map"))


@pytest.mark.parametrize("alt", ["map.png", "IMG_2041.JPG", "images/one.webp"])
def test_alt_text_that_is_a_file_name(alt):
    (found,) = found_in("alt-file-name", picture("x.png", alt))
    assert (found.level, found.span) == (Level.WARNING, at(30))


def test_alt_text_that_is_the_name_of_the_file():
    assert found_in("alt-file-name", picture("a/b_c%20d.png", "b_c d"))
    assert not found_in("alt-file-name", picture("map.png", "map"))
    assert not found_in("alt-file-name", picture("map.png", "Our map, as a drawing"))


def test_long_alt():
    assert not found_in("long-alt", picture(alt="x" * 150))
    (found,) = found_in("long-alt", picture(alt="x" * 151))
    assert (found.level, found.span) == (Level.WARNING, at(30))
    assert "151" in found.message


@pytest.mark.parametrize("src", ["https://example.org/a.png", "//example.org/a.png", "HTTP://x/y"])
def test_remote_picture(src):
    (found,) = found_in("remote-picture", picture(src))
    assert (found.level, found.span) == (Level.WARNING, at(30))


@pytest.mark.parametrize("src", ["a.png", "../a.png", "data:image/png;base64,AA"])
def test_local_picture(src):
    assert not found_in("remote-picture", picture(src))
