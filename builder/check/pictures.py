"""Checks of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.targets import REMOTE, scheme, split
from builder.check.text import Text
from builder.diagnostics import Diagnostic, Level, code
from builder.model.questions.pictures import pictures
from builder.model.quiz import Quiz

LONG_ALT = 150
IMAGE_NAMES = re.compile(r"\.(apng|avif|bmp|gif|ico|jpe?g|png|svg|webp)$", re.IGNORECASE)

MISSING_ALT = code(
    "missing-alt",
    Level.ERROR,
    "A picture has no text alternative",
    explained(
        what="The picture has no alt text.",
        why="People who cannot see it, and everyone when it does not load, get nothing.",
        fix="Say what the picture tells a reader. For decoration say so with an empty text:"
        ' `alt=""` in HTML, `alt: ""` in front matter.',
        example="![Two people leaning over one map](map.jpg)",
    ),
)
ALT_FILE_NAME = code(
    "alt-file-name",
    Level.WARNING,
    "A picture's alt text is a file name",
    explained(
        what="The alt text of the picture is the name of a file.",
        why="Read aloud, a file name tells nothing.",
        fix="Say what the picture tells a reader.",
        example="![Two people leaning over one map](IMG_2041.jpg)",
    ),
)
LONG_ALT_TEXT = code(
    "long-alt",
    Level.WARNING,
    f"A picture's alt text is longer than {LONG_ALT} characters",
    explained(
        what=f"The alt text of the picture has more than {LONG_ALT} characters.",
        why="Screen readers read an alt text in one go, without stops or a way back.",
        fix="Keep the gist in the alt text and tell the details below the picture.",
    ),
)
MISSING_IMAGE = code(
    "missing-image",
    Level.ERROR,
    "A picture's file does not exist",
    explained(
        what="There is no file at the picture's address.",
        why="Learners see a broken picture.",
        fix="Put the file beside the lesson or correct the address. Upper and lower case"
        " count, even where your own computer does not care.",
    ),
)
REMOTE_PICTURE = code(
    "remote-picture",
    Level.WARNING,
    "A picture is loaded from another site",
    explained(
        what="The picture's address is on another server.",
        why="Opening the page tells that server who reads it, and the picture is missing"
        " offline, in workshop prints and in LMS packages.",
        fix="Save the picture beside the lesson and name its credit and licence.",
    ),
)


def quiz_pictures(quiz: Quiz) -> Iterator[Diagnostic]:
    """What holds for the pictures of texts holds for those of questions."""
    text = Text((), (), tuple(pictures(quiz, quiz.span)))
    for rule in (missing_alt, alt_file_name, long_alt, remote_picture):
        yield from rule(text)


def no_source(text: Text) -> Iterator[Diagnostic]:
    """A picture names its file. That the file exists is checked with the whole course."""
    for picture in text.pictures:
        if not picture.src:
            hint = "write the way from this file to the picture between the round brackets"
            yield MISSING_IMAGE.at(picture.span, "the picture names no file", hint)


def missing_alt(text: Text) -> Iterator[Diagnostic]:
    """Every picture has words, or is declared as decoration."""
    for picture in text.pictures:
        if picture.alt is None:
            message = f"the picture {picture.src!r} has no alt text"
            hint = "say in a few words what the picture tells a reader"
            yield MISSING_ALT.at(picture.span, message, hint)


def alt_file_name(text: Text) -> Iterator[Diagnostic]:
    """An alt text is no file name."""
    for picture in text.pictures:
        alt = (picture.alt or "").strip()
        name = split(picture.src)[0].rpartition("/")[2]
        if alt and (IMAGE_NAMES.search(alt) or (alt == name.rpartition(".")[0] and "_" in alt)):
            hint = "say in a few words what the picture tells a reader"
            yield ALT_FILE_NAME.at(picture.span, f"the alt text {alt!r} is a file name", hint)


def long_alt(text: Text) -> Iterator[Diagnostic]:
    """An alt text can be taken in at once."""
    for picture in text.pictures:
        length = len(picture.alt or "")
        if length > LONG_ALT:
            message = f"the alt text has {length} characters"
            hint = f"keep it below {LONG_ALT} and tell the details below the picture"
            yield LONG_ALT_TEXT.at(picture.span, message, hint)


def remote_picture(text: Text) -> Iterator[Diagnostic]:
    """Pages load nothing from other sites."""
    for picture in text.pictures:
        if picture.src.startswith("//") or scheme(picture.src) in REMOTE:
            message = f"the picture {picture.src!r} is loaded from another site"
            hint = "save it beside the lesson; a page should ask no other server"
            yield REMOTE_PICTURE.at(picture.span, message, hint)
