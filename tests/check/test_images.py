from __future__ import annotations

import struct
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.check import check_course, check_image
from builder.check.image_facts import has_location, kind, size
from builder.diagnostics import Level, Span
from builder.model.tree import Tree

from .make import course, lesson, of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + b"crc!"


def tiff(*tags, order="<"):
    rows = b"".join(struct.pack(f"{order}HHII", tag, 4, 1, 0) for tag in tags)
    mark = b"II*\0" if order == "<" else b"MM\0*"
    return mark + struct.pack(f"{order}IH", 8, len(tags)) + rows + b"\0" * 4


def png(width=10, height=10, *more):
    head = chunk(b"IHDR", struct.pack(">II", width, height) + b"\x08\2\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IEND", b"")


def jpeg(width=10, height=10, exif=b""):
    app = b"\xff\xe1" + struct.pack(">H", len(exif) + 8) + b"Exif\0\0" + exif if exif else b""
    frame = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, height, width) + b"\0" * 10
    return b"\xff\xd8" + app + frame + b"\xff\xda\0\2pixels\xff\xd9"


def webp(width=10, height=10, exif=b""):
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    head = b"VP8X" + struct.pack("<I", 10) + b"\0" * 4 + sides
    more = b"EXIF" + struct.pack("<I", len(exif)) + exif if exif else b""
    return b"RIFF\0\0\0\0WEBP" + head + more


IMAGES = {
    "png": png(),
    "jpg": jpeg(),
    "jpeg": jpeg(),
    "gif": b"GIF89a\x0a\0\x0a\0",
    "webp": webp(),
    "avif": b"\0\0\0\x1cftypavif",
    "bmp": b"BM....",
    "ico": b"\0\0\1\0",
    "svg": SVG,
    "apng": png(),
}


@pytest.mark.parametrize("ending", IMAGES)
def test_images_that_are_what_they_say(ending):
    assert check_image(f"content/a.{ending}", IMAGES[ending]) == ()


@pytest.mark.parametrize(
    ("path", "data", "words"),
    [
        ("a.png", jpeg(), "of the type jpeg, not png"),
        ("a.jpg", SVG, "of the type svg, not jpg"),
        ("a.png", b"<html><script>alert(1)</script></html>", "no image, not png"),
        ("a.svg", b"<html><svg></svg></html>", "no image, not svg"),
        ("a.png", b"", "no image, not png"),
        ("a.webp", b"RIFF", "no image, not webp"),
    ],
)
def test_image_type(path, data, words):
    (found,) = check_image(path, data)
    assert (found.code, found.level, found.span) == ("image-type", Level.ERROR, Span(path))
    assert words in found.message
    assert found.hint


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<SCRIPT href='x.js'/>",
        "<svg:script/>",
        "<g onload='alert(1)'/>",
        "<rect/onclick='x()'/>",
        "<foreignObject><p/></foreignObject>",
        "<a href='javascript:alert(1)'>x</a>",
        "<image href='https://example.org/a.png'/>",
        "<image xlink:href='//example.org/a.png'/>",
        "<style>@import 'x.css';</style>",
        "<style>a{fill:url(https://example.org/x)}</style>",
        "<iframe src='x'/>",
    ],
)
def test_unsafe_svg(inside):
    data = SVG.replace(b"<path", inside.encode() + b"<path")
    (found,) = check_image("a.svg", data)
    assert (found.code, found.level, found.span) == ("unsafe-svg", Level.ERROR, Span("a.svg"))


def test_an_entity_in_front_of_a_drawing_is_unsafe():
    data = b'<!DOCTYPE svg [<!ENTITY x "y">]>' + SVG
    assert [f.code for f in check_image("a.svg", data)] == ["unsafe-svg"]


@pytest.mark.parametrize(
    "inside",
    [
        "<a href='https://example.org'><text>on = off</text></a>",
        "<style>a{fill:url(#g)}</style>",
        "<use href='#a'/>",
        "<image href='data:image/png;base64,AA'/>",
        "<text>description</text>",
    ],
)
def test_plain_svg(inside):
    head = b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- drawn -->\n<!DOCTYPE svg>\n"
    assert check_image("a.svg", head + SVG.replace(b"<path", inside.encode() + b"<path")) == ()


@pytest.mark.parametrize("order", ["<", ">"])
def test_image_location(order):
    block = tiff(0x0112, 0x8825, order=order)
    photos = {"a.jpg": jpeg(exif=block), "a.png": png(1, 1, chunk(b"eXIf", block))}
    photos["a.webp"] = webp(exif=block)
    for path, data in photos.items():
        (found,) = check_image(path, data)
        assert (found.code, found.level, found.span) == (
            "image-location",
            Level.WARNING,
            Span(path),
        )
    assert check_image("a.jpg", jpeg(exif=tiff(0x0112, order=order))) == ()


@pytest.mark.parametrize("make", [png, jpeg, webp])
def test_image_size(make):
    assert size(make(8000, 20)) == (8000, 20)
    path = f"a.{make.__name__}"
    assert check_image(path, make(8000, 8000)) == ()
    (found,) = check_image(path, make(20, 50_000))
    assert (found.code, found.level, found.span) == ("large-image", Level.WARNING, Span(path))
    assert "20 x 50,000" in found.message


def test_image_weight_is_known_without_opening_the_file():
    files = {"content/a.png": 1_000_000, "content/b.png": 20_000_000, "content/c.pdf": 20_000_000}
    (found,) = of("large-image", check_course(course(lesson()), Tree("content", "", files)))
    assert (found.span, found.level) == (Span("content/b.png"), Level.WARNING)
    assert "20.0 MB" in found.message


@pytest.mark.parametrize(
    "filling",
    [b"<!--a-->", b"<a ", b"url(" + b" " * 1000, b"<" + b" " * 1000, b" on", b"a:", b"href = "],
)
def test_no_drawing_takes_long_to_judge(filling):
    start = time.process_time()
    check_image("a.svg", filling * (1_000_000 // len(filling)))
    check_image("a.svg", SVG[:-6] + filling * (1_000_000 // len(filling)))
    assert time.process_time() - start < 1


@given(st.sampled_from(sorted(IMAGES)), st.integers(0, 80), st.binary(max_size=40))
def test_no_bytes_make_it_fail(ending, cut, tail):
    data = IMAGES[ending][:cut] + tail
    check_image(f"a.{ending}", data)
    assert isinstance(has_location(data), bool)
    assert isinstance(kind(data), str)
