"""The register of everything the builder can find fault with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.diagnostics.report import Diagnostic
    from builder.diagnostics.span import Span


class Level(StrEnum):
    """How much a finding matters: an error stops the build, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding. `explanation` is what `coursewright explain NAME` prints."""

    name: str
    level: Level
    title: str
    explanation: str
    fatal: bool = False
    """A fatal code stays an error even in a folder that never claimed to be a course."""

    def at(
        self,
        span: Span,
        message: str,
        hint: str = "",
        see: tuple[tuple[Span, str], ...] = (),
    ) -> Diagnostic:
        """One finding of this kind. `see` names other places that belong to it."""
        from builder.diagnostics.report import Diagnostic

        return Diagnostic(span, self.name, self.level, message, hint, see)


_CODES: dict[str, Code] = {}


def code(name: str, level: Level, title: str, explanation: str, *, fatal: bool = False) -> Code:
    """Declare a code. A name may be declared once only, so that `explain` is unambiguous."""
    if name in _CODES:
        raise ValueError(f"the code {name!r} is declared twice")
    _CODES[name] = Code(name, level, title, explanation, fatal)
    return _CODES[name]


def all_codes() -> Mapping[str, Code]:
    """Every code declared by the modules imported so far, by name."""
    return MappingProxyType(dict(sorted(_CODES.items())))
