"""Looking at a plan as it runs in each of its modes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from builder.diagnostics import Diagnostic
from builder.model.workshop import Mode, Workshop

WHERE = {Mode.ROOM: "in a room", Mode.ONLINE: "online"}


def in_each_mode(
    workshop: Workshop, rule: Callable[[Workshop], Iterable[Diagnostic]]
) -> Iterator[Diagnostic]:
    """What a rule finds in each mode; what all modes share is said once, else it names the mode."""
    found = {mode: list(rule(workshop.for_mode(mode))) for mode in workshop.modes}
    shared = set.intersection(*map(set, found.values())) if found else set()
    yield from sorted(shared)
    for mode, findings in found.items():
        for finding in findings:
            if finding not in shared:
                yield replace(finding, message=f"{WHERE[mode]}, {finding.message}")
