"""The registry of ids: which slot of a learner's saved state belongs to which part of the course.

A learning system keeps a few thousand characters for each learner, too few to name anything. So
every lesson, quiz and question has a slot, a number that is given once and never again, and the
saved state is a row of answers by slot. The registry is the memory of what was given: whatever
an author does to the course, state saved years ago is read rightly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from builder.diagnostics import Span

NOWHERE = Span("")


class Kind(StrEnum):
    """What can have a slot."""

    LESSON = "lesson"
    QUIZ = "quiz"
    QUESTION = "question"


class Fate(StrEnum):
    """What has become of a slot.

    `changed`: the question means something else now and got another slot. `recoded`: it means the
    same, but its answers are written in another way now. `retired`: the author took it out.
    """

    LIVE = ""
    CHANGED = "changed"
    RECODED = "recoded"
    RETIRED = "retired"


class Known(NamedTuple):
    """A part of the course as it is now.

    `mark` changes with what a question means ("" for what cannot mean something else), `code`
    says how answers are written in saved state ("" where nothing but the slot counts).
    """

    kind: Kind
    id: str
    mark: str = ""
    code: str = ""


class Slot(NamedTuple):
    """A line of the registry: a part of the course, as it was when its slot was given."""

    number: int
    known: Known
    span: Span
    fate: Fate = Fate.LIVE


@dataclass(frozen=True, slots=True)
class Registry:
    """All slots that were ever given, in the order of the file at `path` (relative to the course
    root). `course` is the id of the course they belong to, "" before the first was given. `key`
    is another for every register: state saved by way of one that was lost is read by no other."""

    path: str
    course: str = ""
    key: str = ""
    slots: tuple[Slot, ...] = ()
    span: Span = NOWHERE

    @property
    def free(self) -> int:
        """The next number to give."""
        return max((slot.number for slot in self.slots), default=-1) + 1

    def live(self) -> dict[tuple[Kind, str], Slot]:
        """The slots in use by kind and id."""
        return {_name(slot.known): slot for slot in self.slots if slot.fate is Fate.LIVE}

    def retired(self) -> dict[tuple[Kind, str], Slot]:
        """What the author took out, by kind and id; the latest of each."""
        return {_name(slot.known): slot for slot in self.slots if slot.fate is Fate.RETIRED}


def renewed(registry: Registry, course: str, parts: Iterable[Known]) -> Registry:
    """The registry with a slot for every part of the course called `course`.

    What was known before keeps its number. A question that changes back to an earlier wording
    gets the slot of that wording back, and with it its answers.
    """
    kept = {slot.number: slot for slot in registry.slots}
    live, earlier = registry.live(), _earlier(registry)
    free = registry.free
    for part in parts:
        before = live.get(_name(part))
        if before is not None and before.known == part:
            continue
        if before is not None:
            same = before.known.mark == part.mark
            fate = Fate.RECODED if same else Fate.CHANGED
            kept[before.number] = before._replace(fate=fate)
        number = earlier.get(part, free)
        kept[number] = Slot(number, part, Span(registry.path))
        free = max(free, number + 1)
    key = registry.key or _key(kept.values())
    return replace(registry, course=course, key=key, slots=tuple(kept.values()))


def vanished(registry: Registry, parts: Iterable[Known]) -> Iterator[Slot]:
    """The slots in use whose part is no longer in the course."""
    present = {_name(part) for part in parts}
    return (slot for name, slot in registry.live().items() if name not in present)


def unregistered(registry: Registry, parts: Iterable[Known]) -> Iterator[Known]:
    """The parts of the course that have no slot yet, also because they have changed."""
    known = {slot.known for slot in registry.live().values()}
    return (part for part in parts if part not in known)


def with_fate(registry: Registry, numbers: Iterable[int], fate: Fate) -> Registry:
    """The registry in which these slots have met a fate."""
    chosen = set(numbers)
    slots = (s._replace(fate=fate) if s.number in chosen else s for s in registry.slots)
    return replace(registry, slots=tuple(slots))


def with_names(registry: Registry, names: Mapping[int, str]) -> Registry:
    """The registry in which slots carry other ids, by number."""
    slots = (
        s._replace(known=s.known._replace(id=names[s.number])) if s.number in names else s
        for s in registry.slots
    )
    return replace(registry, slots=tuple(slots))


def written(registry: Registry) -> str:
    """The text of the registry's file: YAML, one line for each slot."""
    rows = "".join(f"  {slot.number}: {_row(slot)}\n" for slot in registry.slots)
    key = f"key: {registry.key}\n" if registry.key else ""
    return f"{HEAD}course: {quoted(registry.course)}\n{key}slots:\n{rows}"


HEAD = """\
# Which part of a learner's saved state belongs to what. Written by coursewright: commit it with
# the course, and never give a number to something else.
"""

_ODD = frozenset("%#:,[]{}&*!|>'\"`@?\\")


def quoted(name: str) -> str:
    """An id as one word that YAML takes for itself: anything odd is written as `%` and its bytes
    in hexadecimal, as in web addresses."""
    return "".join(_hex(c) if c in _ODD or not c.isprintable() or c == " " else c for c in name)


def _hex(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def _row(slot: Slot) -> str:
    known = slot.known
    words = (known.kind, quoted(known.id), known.mark, known.code, slot.fate)
    return " ".join(word for word in words if word)


def _key(first: Iterable[Slot]) -> str:
    """A name for a register from what it began with: the same course begins the same one."""
    return sha256("\n".join(map(_row, first)).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _name(known: Known) -> tuple[Kind, str]:
    return known.kind, known.id


def _earlier(registry: Registry) -> dict[Known, int]:
    """Slots that may be used again, since what they meant is the same: by what they meant."""
    again = (Fate.CHANGED, Fate.RECODED)
    return {slot.known: slot.number for slot in registry.slots if slot.fate in again}
