"""A value together with what was found wrong while making it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from builder.diagnostics import Diagnostic

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Result(Generic[T_co]):
    """`value` is always usable: what could not be read is filled with defaults."""

    value: T_co
    findings: tuple[Diagnostic, ...] = ()
