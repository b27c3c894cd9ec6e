"""Checks of links and pictures that need to know the whole course."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, dirname, relpath

from builder.check.explaining import explained
from builder.check.facts import MARKDOWN, Facts
from builder.check.near import did_you_mean
from builder.check.pictures import IMAGE_NAMES, MISSING_IMAGE
from builder.check.targets import Target, is_external, leaves, split
from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.outline import Link
from builder.model.urls import page_url

PLACES = frozenset({"top", "quiz", "takeaway", "summary", "objectives", "sources", "related"})
"""Anchors that every page has, or has where its part stands."""

BROKEN_LINK = code(
    "broken-link",
    Level.ERROR,
    "A link leads nowhere",
    explained(
        what="There is no file or page of the course at the link's address.",
        why="A learner who follows it meets an error page.",
        fix="Write the way from this file to the other file, as it lies on the disk. Upper"
        " and lower case count, even where your own computer does not care.",
        example="[Empathy](../psychology/empathy.md)",
    ),
)
BROKEN_ANCHOR = code(
    "broken-anchor",
    Level.ERROR,
    "A link names a place that its page does not have",
    explained(
        what="The page exists, but no heading or block on it has the name after the `#`.",
        why="The learner lands at the top of the page and has to search.",
        fix="Use the heading's text in lower case with hyphens, or give the heading an id.",
        example="[how trust grows](trust.md#how-trust-grows)",
    ),
)
LINK_OUTSIDE = code(
    "link-outside",
    Level.ERROR,
    "A link leads out of the course",
    explained(
        what="The address climbs above the folder of lessons.",
        why="Only what lies in that folder is published, so the link breaks, and a path to"
        " other files of your computer may give away more than you want.",
        fix="Copy the file into the folder of lessons and link to the copy.",
    ),
)
UNUSED_IMAGE = code(
    "unused-image",
    Level.INFO,
    "A picture is never shown",
    explained(
        what="No text of the course shows or links to this image file.",
        why="It is published all the same and makes every copy of the course larger.",
        fix="Show it or remove the file.",
    ),
)


def link_targets(facts: Facts) -> Iterator[Diagnostic]:
    """Every link inside the course leads to something."""
    for text in facts.texts:
        for link in text.links:
            yield from _link(facts, text.path, link)


def image_targets(facts: Facts) -> Iterator[Diagnostic]:
    """Every picture's file exists."""
    for text in facts.texts:
        for picture in text.pictures:
            if not picture.src or is_external(picture.src):
                continue
            wanted = facts.joined(text.path, split(picture.src).path)
            if leaves(wanted) or not facts.is_inside(wanted):
                yield _outside(facts, picture.span, picture.src)
            elif wanted not in facts.tree.files:
                hint = _other_file(facts, text.path, wanted)
                message = f"there is no picture {picture.src!r}"
                yield MISSING_IMAGE.at(picture.span, message, hint)


def unused_image(facts: Facts) -> Iterator[Diagnostic]:
    """Every image file is shown or linked to."""
    used = {
        facts.joined(text.path, split(address).path)
        for text in facts.texts
        for address in (*(p.src for p in text.pictures), *(link.target for link in text.links))
    }
    for path in sorted(facts.tree.files):
        if IMAGE_NAMES.search(path) and facts.is_inside(path) and path not in used:
            hint = "show it in a lesson or remove the file"
            yield UNUSED_IMAGE.at(Span(path), "no text of the course uses this picture", hint)


def _link(facts: Facts, file: str, link: Link) -> Iterator[Diagnostic]:
    if is_external(link.target):
        return
    target = split(link.target)
    wanted = facts.joined(file, target.path) if target.path else file
    if leaves(wanted) or not facts.is_inside(wanted):
        yield _outside(facts, link.span, link.target)
        return
    page = _page(facts, wanted)
    if page is None:
        yield _broken(facts, file, link, wanted)
    elif target.anchor and page:
        yield from _anchor(facts, page, target, link.span)


def _page(facts: Facts, wanted: str) -> str | None:
    """The Markdown file whose page a link leads to: "" for other things, None for nothing."""
    if wanted in facts.entries or wanted in facts.bodies:
        return wanted
    if wanted in facts.folders:
        return facts.folders[wanted]
    if wanted in facts.tree.files:
        markdown = wanted.lower().endswith(MARKDOWN)
        return facts.addresses.get(page_url(wanted)) if markdown else ""
    address = facts.published(wanted)
    return facts.addresses.get(address, facts.addresses.get(f"{address}/index.html"))


def _anchor(facts: Facts, page: str, target: Target, span: Span) -> Iterator[Diagnostic]:
    if target.anchor in PLACES or target.anchor in facts.anchors(page):
        return
    if facts.is_incomplete(page):
        return
    hint = did_you_mean(target.anchor, facts.anchors(page), "use the text of a heading as its id")
    message = f"{basename(page)!r} has no place called {target.anchor!r}"
    yield BROKEN_ANCHOR.at(span, message, hint)


def _broken(facts: Facts, file: str, link: Link, wanted: str) -> Diagnostic:
    if wanted in facts.tree.files:
        hint = "no page is made from it: link to another file"
        return BROKEN_LINK.at(link.span, f"{wanted!r} is not part of the course", hint)
    message = f"the link {link.target!r} leads nowhere"
    if wanted in facts.all_folders:
        hint = "the folder has no page: link to a file in it, or give it an index.md"
        return BROKEN_LINK.at(link.span, message, hint)
    return BROKEN_LINK.at(link.span, message, _other_file(facts, file, wanted))


def _outside(facts: Facts, span: Span, address: str) -> Diagnostic:
    folder = f"the folder {facts.course.content!r}" if facts.course.content else "the course"
    hint = f"only what lies in {folder} is published: copy the file there"
    return LINK_OUTSIDE.at(span, f"{address!r} leads out of {folder}", hint)


def _other_file(facts: Facts, file: str, wanted: str) -> str:
    """A hint for a missing file: one of that name elsewhere, or one with a like name."""
    name = basename(wanted)
    for candidate in (name, f"{name}.md", facts.file_names.near(name)):
        found = facts.files_named(candidate) if candidate else ()
        if found:
            beside = [path for path in found if dirname(path) == dirname(wanted)]
            ways = [relpath(path, dirname(file) or ".") for path in beside or found]
            return f"did you mean {min(ways, key=_length)!r}?"
    return "write the way from this file to the other one; upper and lower case count"


def _length(way: str) -> tuple[int, str]:
    return way.count("/"), way
