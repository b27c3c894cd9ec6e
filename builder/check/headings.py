"""Checks of a text's headings."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.near import folded
from builder.check.text import Text
from builder.diagnostics import Diagnostic, Level, Span, code

SKIPPED_LEVEL = code(
    "skipped-level",
    Level.ERROR,
    "A heading skips a level",
    explained(
        what="A heading is more than one level deeper than the heading before it.",
        why="Screen readers and the table of contents show headings as a tree; a gap in it"
        " reads like missing text.",
        fix="Take the next level down. Headings are levels, not font sizes.",
        example="## Trust\n\n### How it grows",
    ),
)
SEVERAL_TITLES = code(
    "several-titles",
    Level.ERROR,
    "A text has more than one level 1 heading",
    explained(
        what="The text has a second heading with a single `#`.",
        why="A page has one title; a second one breaks the outline in two.",
        fix="Use `##` for sections.",
    ),
)
EMPTY_HEADING = code(
    "empty-heading",
    Level.ERROR,
    "A heading has no text",
    explained(
        what="A line of `#` signs has no words after it.",
        why="It makes an empty entry in the table of contents that nobody can tell apart.",
        fix="Write the heading or remove the line.",
    ),
)
SAME_HEADING = code(
    "same-heading",
    Level.ERROR,
    "Two headings side by side have the same text",
    explained(
        what="Two headings below the same parent heading have the same text.",
        why="In the table of contents and in links they cannot be told apart, and the anchor"
        " of the second one changes when the first one goes.",
        fix="Say in each heading what is different about its section.",
    ),
)


def skipped_level(text: Text) -> Iterator[Diagnostic]:
    """Levels go down one at a time. Where a text starts is free: themes differ about H1."""
    for before, heading in zip(text.headings, text.headings[1:], strict=False):
        if heading.level > before.level + 1:
            signs = "#" * (before.level + 1)
            message = f"a level {heading.level} heading follows a level {before.level} heading"
            see = ((before.span, "the heading before it"),)
            yield SKIPPED_LEVEL.at(heading.span, message, f"write it with `{signs}`", see)


def several_titles(text: Text) -> Iterator[Diagnostic]:
    """A text has one title at most."""
    titles = [heading for heading in text.headings if heading.level == 1]
    for heading in titles[1:]:
        see = ((titles[0].span, "the first one"),)
        message = "the text has a second level 1 heading"
        yield SEVERAL_TITLES.at(heading.span, message, "write sections with `##`", see)


def empty_heading(text: Text) -> Iterator[Diagnostic]:
    """A heading says something."""
    for heading in text.headings:
        if not heading.text.strip():
            yield EMPTY_HEADING.at(heading.span, "the heading is empty", "write it or remove it")


def same_heading(text: Text) -> Iterator[Diagnostic]:
    """Headings below one parent differ."""
    trail: list[tuple[int, dict[str, Span]]] = [(0, {})]
    for heading in text.headings:
        while trail[-1][0] >= heading.level:
            trail.pop()
        siblings = trail[-1][1]
        words = folded(" ".join(heading.text.split()))
        if words and words in siblings:
            message = f"another heading beside this one reads {heading.text!r}"
            see = ((siblings[words], "the first one"),)
            yield SAME_HEADING.at(heading.span, message, "say what differs", see)
        siblings.setdefault(words, heading.span)
        trail.append((heading.level, {}))
