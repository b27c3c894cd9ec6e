"""Checks of image files themselves: what is published is what it says, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.image_facts import has_location, kind, size
from builder.check.pictures import IMAGE_NAMES
from builder.diagnostics import Diagnostic, Level, Span, code

LARGE_BYTES = 1_000_000
LONGEST_SIDE = 8_000

WRONG_IMAGE_TYPE = code(
    "image-type",
    Level.ERROR,
    "An image file is not what its name says",
    explained(
        what="The content of the file is of another type than its ending, or no image at all.",
        why="Browsers and LMS that go by the name do not show it, and a page in disguise could"
        " run code in the name of the course.",
        fix="Rename the file to its real type, or save the picture again.",
    ),
)
UNSAFE_SVG = code(
    "unsafe-svg",
    Level.ERROR,
    "An SVG drawing holds active content",
    explained(
        what="The drawing holds a script, an event handler, embedded HTML, or loads something"
        " from another site.",
        why="Opened on its own it would run in the name of the course; a loaded file tells"
        " another server who reads the page.",
        fix="Save it as plain SVG from your drawing program, or remove these parts.",
    ),
)
IMAGE_LOCATION = code(
    "image-location",
    Level.WARNING,
    "A photo tells where it was taken",
    explained(
        what="The photo's metadata holds coordinates.",
        why="Everyone who opens the course can read where you, or the people shown, were.",
        fix="Save the photo again without metadata.",
    ),
)
LARGE_IMAGE = code(
    "large-image",
    Level.WARNING,
    "An image is very large",
    explained(
        what=f"The file has more than {LARGE_BYTES // 1_000_000} MB, or the picture more than"
        f" {LONGEST_SIDE:,} pixels on a side.",
        why="It is slow to load, costs learners on mobile networks money, and a picture with"
        " very many pixels can crash a phone's browser.",
        fix="Scale it to at most 2,000 pixels and save it as WebP, AVIF or JPEG.",
    ),
)

_NAMES = {"jpg": "jpeg", "apng": "png"}
_ACTIVE = re.compile(
    rb"<\s*+(?:\w+:)?(?:script|foreignobject|iframe|object|embed|handler)\b"
    rb"|[\s\"'/]on[a-z]++\s*+=\s*+[\"']"
    rb"|(?:href|src)\s*+=\s*+[\"']\s*+(?:javascript|data:text|https?:|//)"
    rb"|@import|url\(\s*+[\"']?\s*+(?:https?:|//)|<!entity",
    re.IGNORECASE,
)
_LINK = re.compile(rb"<\s*+(?:\w+:)?a\s[^<>]*+>", re.IGNORECASE)


class Image(NamedTuple):
    """An image file: `path` relative to the course root."""

    path: str
    data: bytes


def image_type(image: Image) -> Iterator[Diagnostic]:
    """The content is of the type that the name says."""
    ending = image.path.rpartition(".")[2].lower()
    found = kind(image.data)
    if found != _NAMES.get(ending, ending):
        message = f"the file is {f'of the type {found}' if found else 'no image'}, not {ending}"
        hint = f"rename it to end in .{found}" if found else "save the picture again"
        yield WRONG_IMAGE_TYPE.at(Span(image.path), message, hint)


def unsafe_svg(image: Image) -> Iterator[Diagnostic]:
    """A drawing is only a drawing. Its links may lead anywhere that a lesson's links may."""
    if kind(image.data) != "svg":
        return
    found = _ACTIVE.search(_LINK.sub(_unless_scripted, image.data))
    if found:
        what = " ".join(found[0].decode("utf-8", "replace").split())[:40]
        hint = "save it as plain SVG, or remove this part"
        yield UNSAFE_SVG.at(Span(image.path), f"the drawing holds {what!r}", hint)


def image_location(image: Image) -> Iterator[Diagnostic]:
    """A photo does not give away where it was taken."""
    if has_location(image.data):
        hint = "save it again without metadata"
        yield IMAGE_LOCATION.at(Span(image.path), "the photo tells where it was taken", hint)


def image_size(image: Image) -> Iterator[Diagnostic]:
    """A picture has no more pixels than a screen can show."""
    found = size(image.data)
    if found and max(found) > LONGEST_SIDE:
        message = f"the picture has {found.width:,} x {found.height:,} pixels"
        yield LARGE_IMAGE.at(Span(image.path), message, "scale it to at most 2,000 pixels")


def image_weight(facts: Facts) -> Iterator[Diagnostic]:
    """An image file loads fast; its size is known without opening it."""
    for path, length in facts.tree.files.items():
        if length > LARGE_BYTES and IMAGE_NAMES.search(path):
            message = f"the image has {length / 1_000_000:.1f} MB"
            yield LARGE_IMAGE.at(Span(path), message, "scale it down and save it as WebP")


def _unless_scripted(link: re.Match[bytes]) -> bytes:
    scripted = re.search(rb"javascript|data:|\son[a-z]+\s*=", link[0], re.IGNORECASE)
    return link[0] if scripted else b"<a>"
