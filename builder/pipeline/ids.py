"""What an author says of ids that went: gone for good, renamed, or back again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from builder.diagnostics import Failure
from builder.model.registry import (
    Fate,
    Known,
    Registry,
    Slot,
    unregistered,
    vanished,
    with_fate,
    with_names,
)
from builder.pipeline.project import Project
from builder.pipeline.registry import current, write_registry
from builder.publish.lms.kept import known


def retire(project: Project, name: str) -> int:
    """Note that what is called `name`, with all it holds, is gone for good; "" means everything
    that is gone. Returns how many ids that were. Raises `Failure` when nothing of it is gone."""
    return _edit(project, lambda registry, now: _retired(registry, now, name))


def rename(project: Project, old: str, new: str) -> int:
    """Note that what was called `old` is called `new` now, with all it holds. Returns how many
    ids that were. Raises `Failure` when `old` is not gone or `new` is not new."""
    return _edit(project, lambda registry, now: _renamed(registry, now, old, new))


def restore(project: Project, name: str) -> int:
    """Note that what was retired under `name` is back. Returns how many ids that were. Raises
    `Failure` when nothing of that name was retired and is back."""
    return _edit(project, lambda registry, now: _restored(registry, now, name))


Change = Callable[[Registry, Sequence[Known]], tuple[Registry, int]]


def _edit(project: Project, change: Change) -> int:
    read = current(project)
    if read.report.failed:
        path = read.registry.path
        raise Failure(f"{path} cannot be used", "`coursewright ids` says what is wrong with it")
    now = known(read.registry, project.course, project.library)
    registry, count = change(read.registry, now)
    write_registry(project, registry)
    return count


def _retired(registry: Registry, now: Sequence[Known], name: str) -> tuple[Registry, int]:
    gone = [slot for slot in vanished(registry, now) if not name or _below(slot, name)]
    if not gone:
        raise _not_gone(name, now) if name else Failure("nothing is gone from the course")
    return with_fate(registry, (slot.number for slot in gone), Fate.RETIRED), len(gone)


def _renamed(registry: Registry, now: Sequence[Known], old: str, new: str) -> tuple[Registry, int]:
    gone = [slot for slot in vanished(registry, now) if _below(slot, old)]
    if not gone:
        raise _not_gone(old, now)
    live = registry.live()
    free = {(p.kind, p.id) for p in unregistered(registry, now) if (p.kind, p.id) not in live}
    names = {slot.number: new + slot.known.id.removeprefix(old) for slot in gone}
    found = {s.number: names[s.number] for s in gone if (s.known.kind, names[s.number]) in free}
    if not found:
        hint = "write the new name as it is in the course; `coursewright ids` lists what is new"
        raise Failure(f"nothing new is called {new!r}", hint)
    return with_names(registry, {**_earlier(registry, old, new, found), **found}), len(found)


def _earlier(registry: Registry, old: str, new: str, found: Mapping[int, str]) -> dict[int, str]:
    """The past of what is renamed goes by the new name, too."""
    names = set(found.values())
    past = (slot for slot in registry.slots if slot.fate is not Fate.LIVE and _below(slot, old))
    called = {slot.number: new + slot.known.id.removeprefix(old) for slot in past}
    return {number: name for number, name in called.items() if name in names}


def _restored(registry: Registry, now: Sequence[Known], name: str) -> tuple[Registry, int]:
    present, live = {(part.kind, part.id) for part in now}, registry.live()
    back = [
        slot
        for key, slot in registry.retired().items()
        if key in present and key not in live and _below(slot, name)
    ]
    if not back:
        raise Failure(f"nothing called {name!r} was retired and is back in the course")
    return with_fate(registry, (slot.number for slot in back), Fate.LIVE), len(back)


def _below(slot: Slot, name: str) -> bool:
    """Whether a slot belongs to what has this name: a quiz takes its questions along."""
    return slot.known.id == name or slot.known.id.startswith(f"{name}/")


def _not_gone(name: str, now: Iterable[Known]) -> Failure:
    if any(part.id == name for part in now):
        return Failure(f"{name!r} is still in the course", "take it out of the course first")
    return Failure(f"nothing called {name!r} is gone", "`coursewright ids` lists what is")
