"""Checks of file names: what works on every system, and what would overwrite what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import basename

from builder.check.explaining import explained
from builder.check.facts import MARKDOWN, Facts
from builder.check.near import folded
from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.urls import module_url, page_url, tag_url

LONG_NAME = 200
LONG_ADDRESS_BYTES = 240
"""File systems take 255 bytes; temporary names need a few of them."""

COLLISION = code(
    "address-collision",
    Level.ERROR,
    "Two files would become the same page",
    explained(
        what="Two files get the same address once case, accents, blanks and signs are"
        " brought to one form.",
        why="One page would overwrite the other without a word, or would do so on systems"
        " that do not tell upper from lower case.",
        fix="Rename one of the files.",
        example="1. Trust.md   and   1-trust.md   both become   1-trust.html",
    ),
    fatal=True,
)
RESERVED_ADDRESS = code(
    "reserved-address",
    Level.ERROR,
    "A file would take the place of a page that every site has",
    explained(
        what="The file's address is that of a page the builder makes itself.",
        why="One of the two would be missing.",
        fix="Rename the file or its folder.",
    ),
    fatal=True,
)
RESERVED_NAME = code(
    "reserved-name",
    Level.ERROR,
    "Windows cannot have a file of this name",
    explained(
        what="The name is one of those that Windows keeps for devices (CON, NUL, COM1 ...).",
        why="The project cannot be checked out on Windows, and the page cannot be stored there.",
        fix="Rename the file or folder.",
    ),
)
UNPORTABLE_NAME = code(
    "unportable-name",
    Level.WARNING,
    "A file name holds characters that some systems refuse",
    explained(
        what='The name holds one of `< > : " | ? * \\`, a control character, an invisible'
        " character, or ends in a dot or a blank.",
        why="The project cannot be checked out everywhere, and invisible characters make a"
        " name look like another one.",
        fix="Use letters, digits, hyphens and blanks.",
    ),
)
LONG_FILE_NAME = code(
    "long-name",
    Level.ERROR,
    f"A file name has more than {LONG_NAME} characters",
    explained(
        what=f"The name of a file or folder has more than {LONG_NAME} characters.",
        why="Archives and LMS packages allow no longer ones.",
        fix="Shorten it; the title may stay as long as it is.",
    ),
)
LONG_ADDRESS = code(
    "long-address",
    Level.ERROR,
    "A page's file name would be too long to be stored",
    explained(
        what=f"The name made from the file's name takes more than {LONG_ADDRESS_BYTES} bytes."
        " A letter beyond plain English takes two to four.",
        why="File systems refuse names above 255 bytes, so the page cannot be written.",
        fix="Shorten the file's name; the title may stay as long as it is.",
    ),
    fatal=True,
)

_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
_UNPORTABLE = re.compile(
    r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]'
    r"|[. ]$|^ "
)


def address_collision(facts: Facts) -> Iterator[Diagnostic]:
    """No two files are published at one address."""
    taken: dict[str, str] = {}
    for path in facts.published_files:
        key = folded(_address(facts, path))
        if key in taken:
            other = taken[key]
            message = f"this file and {other!r} would both become {_address(facts, path)!r}"
            see = ((Span(other), "the other file"),)
            yield COLLISION.at(Span(path), message, "rename one of them", see)
        taken.setdefault(key, path)


def module_collision(facts: Facts) -> Iterator[Diagnostic]:
    """No two modules are published at one address."""
    taken: dict[str, str] = {}
    for module in facts.course.modules:
        key = folded(module_url(module.path))
        if key in taken:
            message = f"this module and {taken[key]!r} would both become {key!r}"
            see = ((Span(taken[key]), "the other folder"),)
            yield COLLISION.at(Span(module.path), message, "rename one of the folders", see)
        taken.setdefault(key, module.path)


def tag_collision(facts: Facts) -> Iterator[Diagnostic]:
    """No two tags are published at one address."""
    taken: dict[str, tuple[str, Span]] = {}
    defined = [(tag.id, tag.span) for tag in facts.course.tags]
    for name, span in defined + [(t.id, t.span) for e in facts.lessons for t in e.tags]:
        other, place = taken.setdefault(tag_url(name), (name, span))
        if other != name:
            message = f"the tags {name!r} and {other!r} would both become {tag_url(name)!r}"
            yield COLLISION.at(span, message, "use one of the two", ((place, "the other tag"),))


def reserved_address(facts: Facts) -> Iterator[Diagnostic]:
    """No file takes the place of a page that the builder makes."""
    for_pages = facts.tag_addresses | {"404.html"}
    for_files = facts.generated | {"sitemap.xml"}
    for path in facts.published_files:
        markdown = path.lower().endswith(MARKDOWN)
        address = _address(facts, path)
        if address in (for_pages if markdown else for_files) or address in facts.answer_pages:
            message = f"the address {address!r} belongs to a page that the builder makes"
            yield RESERVED_ADDRESS.at(Span(path), message, "rename the file or its folder")


def reserved_name(facts: Facts) -> Iterator[Diagnostic]:
    """Names work on Windows."""
    for path in facts.nodes:
        name = basename(path)
        if _DEVICES.match(name):
            message = f"Windows cannot have a file called {name!r}"
            yield RESERVED_NAME.at(Span(path), message, "rename it")


def unportable_name(facts: Facts) -> Iterator[Diagnostic]:
    """Names hold only characters that every system takes."""
    for path in facts.nodes:
        sign = _UNPORTABLE.search(basename(path))
        if sign:
            message = f"some systems refuse {_sign(sign[0])} where it stands in this name"
            hint = "use letters, digits and hyphens"
            yield UNPORTABLE_NAME.at(Span(path), message, hint)


def long_name(facts: Facts) -> Iterator[Diagnostic]:
    """Names fit into archives."""
    for path in facts.nodes:
        if len(basename(path)) > LONG_NAME:
            message = f"the name has {len(basename(path))} characters"
            hint = f"shorten it to at most {LONG_NAME}"
            yield LONG_FILE_NAME.at(Span(path), message, hint)


def long_address(facts: Facts) -> Iterator[Diagnostic]:
    """What is made from a name can be stored."""
    for path in facts.texts_below:
        longest = max(len(part.encode()) for part in page_url(path).split("/"))
        if longest > LONG_ADDRESS_BYTES:
            message = f"the page's name would take {longest} bytes"
            yield LONG_ADDRESS.at(Span(path), message, "shorten the file's name")


def _sign(character: str) -> str:
    """A character in words that can be read even if it is invisible itself."""
    if character == " ":
        return "a blank"
    shown = f"'{character}'" if character.isprintable() else f"U+{ord(character):04X}"
    return f"the character {shown}"


def _address(facts: Facts, path: str) -> str:
    if path.lower().endswith(MARKDOWN):
        return page_url(path)
    return facts.published(path)
