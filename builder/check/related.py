"""Checks of the lessons that a lesson calls related."""

from __future__ import annotations

from collections.abc import Iterator

from builder.check.explaining import explained
from builder.check.facts import Facts
from builder.check.near import Names, did_you_mean
from builder.check.repeats import repeated
from builder.diagnostics import Diagnostic, Level, code

UNKNOWN_RELATED = code(
    "unknown-related",
    Level.ERROR,
    "A related lesson does not exist",
    explained(
        what="`related` names a lesson id that no lesson of the course has.",
        why="The card that should lead there is missing on the page.",
        fix="Use the lesson's id: its `id`, or else its file's name without `.md`.",
        example="related:\n  - cultivating-empathy",
    ),
)
RELATED_TO_ITSELF = code(
    "related-to-itself",
    Level.WARNING,
    "A lesson names itself as related",
    explained(
        what="`related` holds the lesson's own id.",
        why="The card leads back to the page it stands on.",
        fix="Remove it, or name the lesson that was meant.",
    ),
)
REPEATED_RELATED = code(
    "repeated-related",
    Level.WARNING,
    "A lesson names a related lesson twice",
    explained(
        what="`related` holds the same id twice.",
        why="Two equal cards look like a mistake.",
        fix="Remove one of them.",
    ),
)


def unknown_related(facts: Facts) -> Iterator[Diagnostic]:
    """Related lessons exist."""
    known = {entry.id for entry in facts.lessons}
    names = Names(known)
    for entry in facts.lessons:
        for ref in entry.related:
            if ref.id not in known:
                hint = did_you_mean(ref.id, names, "use a lesson's id or its file's name")
                yield UNKNOWN_RELATED.at(ref.span, f"there is no lesson {ref.id!r}", hint)


def related_to_itself(facts: Facts) -> Iterator[Diagnostic]:
    """A lesson is not related to itself."""
    for entry in facts.lessons:
        for ref in entry.related:
            if ref.id == entry.id:
                message = "the lesson names itself as related"
                yield RELATED_TO_ITSELF.at(ref.span, message, "remove it")


def repeated_related(facts: Facts) -> Iterator[Diagnostic]:
    """A related lesson is named once."""
    for entry in facts.lessons:
        message = "the related lesson {!r} is named twice"
        hint = "remove one of them"
        yield from repeated(REPEATED_RELATED, entry.related, message, hint=hint)
