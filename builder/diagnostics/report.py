"""Findings and their collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from builder.diagnostics.codes import Level
from builder.diagnostics.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding; sorts by place, so a report reads from the top of each file down."""

    span: Span
    code: str
    level: Level
    message: str
    hint: str = ""
    see: tuple[tuple[Span, str], ...] = ()


def replaced(finding: Diagnostic, level: Level) -> Diagnostic:
    """The finding at another level."""
    return replace(finding, level=level)


class Report:
    """All findings of a run, each once, in the order of their places."""

    def __init__(self, findings: Iterable[Diagnostic] = ()) -> None:
        self._findings = list(findings)

    def add(self, *findings: Diagnostic) -> None:
        """Collect findings; order and repetition do not matter."""
        self._findings.extend(findings)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(set(self._findings)))

    def __len__(self) -> int:
        return len(set(self._findings))

    def count(self, level: Level) -> int:
        """How many findings have this level."""
        return Counter(f.level for f in set(self._findings))[level]

    @property
    def failed(self) -> bool:
        """Whether anything stops the build."""
        return any(f.level is Level.ERROR for f in self._findings)

    def relevelled(self, levels: Mapping[str, Level]) -> Report:
        """The same findings with the author's own levels per code; `off` drops them."""
        changed = (replace(f, level=levels.get(f.code, f.level)) for f in self._findings)
        return Report(f for f in changed if f.level is not Level.OFF)
