"""Whether the registry of ids still fits the course: nothing vanishes unsaid, nothing is reused.

These rules run where the registry is used, before a package for a learning system is made; a
site does not need one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.check.explaining import explained
from builder.check.near import Names
from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.registry import Kind, Known, Registry, Slot, unregistered, vanished

VANISHED = code(
    "vanished-id",
    Level.ERROR,
    "An id that learners' records hang on is gone",
    explained(
        what="`ids.yml` lists a lesson, quiz or question that the course no longer has.",
        why="Learning systems keep progress and answers under it. If it has only got another name,"
        " learners would lose what they did; if it is gone for good, that should be said once.",
        fix="If it was renamed, run `coursewright ids rename OLD NEW`: everything learners did"
        " stays. If it is gone for good, run `coursewright ids retire ID`.",
    ),
)
REUSED = code(
    "reused-id",
    Level.ERROR,
    "An id is used again for something else",
    explained(
        what="The course has a lesson, quiz or question with an id that was retired before.",
        why="Reports of learning systems would mix what was done in the old one and in the new.",
        fix="Give the new one another id. If it is the old one come back, run `coursewright ids"
        " restore ID`.",
    ),
)
FOREIGN = code(
    "foreign-registry",
    Level.ERROR,
    "ids.yml belongs to another course",
    explained(
        what="The `course` in `ids.yml` is not the id of this course.",
        why="Learning systems know a course by its id. With another id it is a new course to"
        " them, and what learners did stays behind in the old one.",
        fix="If this course was made from a copy of the other, delete `ids.yml`: a new one is"
        " written. If the course was renamed, write its old id into `course.yml`.",
        example="id: building-trust",
    ),
)
UNREGISTERED = code(
    "unregistered-id",
    Level.ERROR,
    "Something new has no entry in ids.yml",
    explained(
        what="The build was told to change nothing (`--locked`), and the course has lessons,"
        " quizzes or questions that `ids.yml` does not list as they are now.",
        why="Two machines that both build would give the same number to different things.",
        fix="Run `coursewright ids update` where you write, and commit `content/ids.yml`.",
    ),
)
_MOST_NAMED = 3


def check_ids(
    registry: Registry, course: str, now: Sequence[Known], *, locked: bool = False
) -> Iterator[Diagnostic]:
    """Findings about a registry and the parts a course has now; `course` is its id."""
    if registry.course and registry.course != course:
        yield _foreign(registry, course)
        return
    gone = list(vanished(registry, now))
    fresh = list(unregistered(registry, now))
    yield from _vanished(gone, fresh)
    retired = registry.retired()
    live = registry.live()
    for part in fresh:
        name = (part.kind, part.id)
        if name in retired and name not in live:
            yield _reused(retired[name])
    if locked and fresh:
        yield _unregistered(registry, fresh)


def _foreign(registry: Registry, course: str) -> Diagnostic:
    message = f"this registry belongs to the course {registry.course!r}, this one is {course!r}"
    hint = (
        f"made from a copy? delete {registry.path}. Renamed? write 'id: {registry.course}' into"
        " course.yml, or learners start anew"
    )
    return FOREIGN.at(registry.span, message, hint)


def _vanished(gone: Sequence[Slot], fresh: Sequence[Known]) -> Iterator[Diagnostic]:
    """One finding for each thing that went, not for each part of it: a quiz takes its questions
    along, a lesson the quiz named after it."""
    names = {(slot.known.kind, slot.known.id) for slot in gone}
    for slot in gone:
        kind, name, *_ = slot.known
        above = name.rpartition("/")[0] if kind is Kind.QUESTION else name
        if kind is Kind.QUESTION and (Kind.QUIZ, above) in names:
            continue
        if kind is Kind.QUIZ and (Kind.LESSON, name) in names:
            continue
        questions = sum(k is Kind.QUESTION and n.startswith(f"{name}/") for k, n in names)
        count = f" with its {questions} questions" if questions > 1 else ""
        message = f"the {kind} {name!r}{count} is no longer in the course"
        yield VANISHED.at(slot.span, message, _ways_out(slot.known, fresh))


def _ways_out(known: Known, fresh: Sequence[Known]) -> str:
    near = _now_called(known, fresh)
    return (
        f"gone for good? coursewright ids retire {known.id}. Renamed? coursewright ids rename"
        f" {known.id} {near or 'NEW'}"
    )


def _now_called(known: Known, fresh: Sequence[Known]) -> str | None:
    """What it may be called now: the same question, else the new name that is most like it."""
    others = [part for part in fresh if part.kind is known.kind]
    same = [part.id for part in others if known.mark and part.mark == known.mark]
    if same:
        return same[0]
    return others[0].id if len(others) == 1 else Names(part.id for part in others).near(known.id)


def _reused(before: Slot) -> Diagnostic:
    kind, name, *_ = before.known
    message = f"the {kind} id {name!r} was retired and is used again"
    hint = f"give the new {kind} another id; the old one is back? coursewright ids restore {name}"
    return REUSED.at(before.span, message, hint)


def _unregistered(registry: Registry, fresh: Sequence[Known]) -> Diagnostic:
    named = ", ".join(part.id for part in fresh[:_MOST_NAMED])
    more = len(fresh) - _MOST_NAMED
    rest = f" and {more:,} more" if more > 0 else ""
    message = f"not registered as they are now: {named}{rest}"
    hint = f"run 'coursewright ids update' and commit {registry.path}"
    return UNREGISTERED.at(Span(registry.path, 1, 1), message, hint)
