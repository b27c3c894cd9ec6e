"""Checks of links that need nothing but the text they stand in."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.targets import SAFE, SCRIPTING, scheme
from builder.check.text import Text
from builder.diagnostics import Diagnostic, Level, code
from builder.model.outline import Link
from builder.model.questions.pictures import links
from builder.model.quiz import Quiz

VAGUE = frozenset(
    [
        *("here", "this", "link", "this link", "click", "click here", "read more", "more"),
        *("see here", "this page", "learn more", "continue", "go", "details", "download"),
    ]
)

EMPTY_LINK = code(
    "empty-link-text",
    Level.WARNING,
    "A link has no text",
    explained(
        what="There is nothing to read, and nothing to click, between the brackets.",
        why="A link without text cannot be seen; screen readers spell out its address instead.",
        fix="Write what the reader finds behind the link.",
        example="[the history of trust research](history.md)",
    ),
)
VAGUE_LINK = code(
    "vague-link-text",
    Level.WARNING,
    "A link's text does not say where it leads",
    explained(
        what="The link reads `here`, `click here`, `read more` or a single character.",
        why="Screen reader users often walk from link to link; there, these words tell nothing.",
        fix="Make the words that name the destination the link.",
        example="Read [the history of trust research](history.md).",
    ),
)
UNSAFE_LINK = code(
    "unsafe-link",
    Level.ERROR,
    "A link runs a script or opens local data",
    explained(
        what="The address starts with `javascript:`, `data:`, `file:` or the like.",
        why="Such a link can run code in the name of the course in a learner's browser, or"
        " leads to a file that only the author has.",
        fix="Link to a page or a file of the course, or to an `https:` address.",
    ),
)
UNKNOWN_SCHEME = code(
    "unknown-scheme",
    Level.ERROR,
    "A link starts with an unknown scheme",
    explained(
        what="The word before the first colon of the address is no scheme that browsers know.",
        why="The link does nothing when it is followed.",
        fix="Correct the scheme. If a file's name holds a colon, write `./` before it.",
        example="[notes](<./part 1: notes.md>)",
    ),
)
INSECURE_LINK = code(
    "insecure-link",
    Level.INFO,
    "A link uses http: instead of https:",
    explained(
        what="The address starts with `http:`.",
        why="What a learner reads there can be seen and changed on the way.",
        fix="Try the same address with `https:`; nearly every site has it.",
    ),
)
ABSOLUTE_LINK = code(
    "absolute-link",
    Level.WARNING,
    "A link starts with a slash",
    explained(
        what="The address starts with a slash. It is taken as the way from the folder of lessons.",
        why="Anywhere else, in an editor or on a code host, it leads to the root of the disk or"
        " of the site. With two slashes it leads nowhere once the course is opened from a folder.",
        fix="Write the way from this file to the other one.",
        example="[Empathy](../psychology/empathy.md)",
    ),
)


def link_text(text: Text) -> Iterator[Diagnostic]:
    """A link has text."""
    for link in text.links:
        if not link.text.strip():
            message = f"the link to {link.target!r} has no text"
            yield EMPTY_LINK.at(link.span, message, "write what the reader finds there")


def vague_link(text: Text) -> Iterator[Diagnostic]:
    """A link's text says where it leads."""
    for link in text.links:
        words = " ".join(link.text.lower().split()).strip(".:!> \N{RIGHTWARDS ARROW}")
        if words in VAGUE or (len(words) == 1 and words.isalnum()):
            message = f"the link text {link.text.strip()!r} does not say where it leads"
            yield VAGUE_LINK.at(link.span, message, "make the words that name it the link")


def link_scheme(text: Text) -> Iterator[Diagnostic]:
    """A link's scheme is one that is safe to follow."""
    for link in text.links:
        if ":" in link.target or "&" in link.target:
            yield from _scheme_findings(link)


def absolute_link(text: Text) -> Iterator[Diagnostic]:
    """Links inside a course are relative."""
    for link in text.links:
        if link.target.startswith("/"):
            message = f"the link {link.target!r} starts with a slash"
            hint = "write the way from this file, like `../module/lesson.md`"
            if link.target.startswith("//"):
                hint = f"write `https:{link.target}`"
            yield ABSOLUTE_LINK.at(link.span, message, hint)


def quiz_links(quiz: Quiz) -> Iterator[Diagnostic]:
    """What holds for the links of texts holds for those of questions."""
    text = Text((), tuple(links(quiz, quiz.span)), ())
    for rule in (link_text, vague_link, link_scheme, absolute_link):
        yield from rule(text)


def _scheme_findings(link: Link) -> Iterator[Diagnostic]:
    used = scheme(link.target)
    if used in SCRIPTING:
        message = f"the link uses the scheme `{used}:`"
        hint = "link to a page or file of the course, or to an `https:` address"
        yield UNSAFE_LINK.at(link.span, message, hint)
    elif used == "http":
        hint = "use `https:` if the site has it"
        yield INSECURE_LINK.at(link.span, f"the link {link.target!r} is not encrypted", hint)
    elif used and used not in SAFE:
        hint = "if this is a file's name, write `./` before it"
        yield UNKNOWN_SCHEME.at(link.span, f"no browser knows the scheme `{used}:`", hint)
