"""Checks of tags against those defined in `course.yml`."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.near import Names, did_you_mean
from builder.diagnostics import Diagnostic, Level, code

UNKNOWN_TAG = code(
    "unknown-tag",
    Level.ERROR,
    "A lesson has a tag that the course does not define",
    explained(
        what="The course defines its tags in `course.yml`, and this one is not among them.",
        why="A misspelt tag makes a page of its own with one lesson on it, and the lesson is"
        " missing on the page where learners look for it.",
        fix="Correct the tag, or define it in `course.yml`.",
        example="tags:\n  trust-basics:\n    label: Basics of trust",
    ),
)
UNUSED_TAG = code(
    "unused-tag",
    Level.INFO,
    "A defined tag is on no lesson",
    explained(
        what="`course.yml` defines a tag that no lesson carries.",
        why="It may be left over, or misspelt where it is used.",
        fix="Give it to a lesson or remove the definition.",
    ),
)


def unknown_tag(facts: Facts) -> Iterator[Diagnostic]:
    """Where a course defines tags, lessons use only these."""
    known = {tag.id for tag in facts.course.tags}
    if not (known and facts.course.explicit):
        return
    names = Names(known)
    for entry in facts.lessons:
        for tag in entry.tags:
            if tag.id not in known:
                hint = did_you_mean(tag.id, names, "define it under `tags` in course.yml")
                yield UNKNOWN_TAG.at(tag.span, f"the tag {tag.id!r} is not defined", hint)


def unused_tag(facts: Facts) -> Iterator[Diagnostic]:
    """Every defined tag is on a lesson."""
    used = {tag.id for entry in facts.lessons for tag in entry.tags}
    for tag in facts.course.tags:
        if tag.id not in used:
            hint = "give it to a lesson or remove it"
            yield UNUSED_TAG.at(tag.span, f"no lesson has the tag {tag.id!r}", hint)
