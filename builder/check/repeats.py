"""Names that may stand once only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.diagnostics import Code, Diagnostic, Span
from builder.model.parts import Ref


def repeated(
    kind: Code, refs: Iterable[Ref], message: str, *, hint: str = "", first: str = "first used here"
) -> Iterator[Diagnostic]:
    """A finding for each ref whose id an earlier one has; `message` may hold the id as `{}`."""
    seen: dict[str, Span] = {}
    for ref in refs:
        if ref.id not in seen:
            seen[ref.id] = ref.span
            continue
        advice = hint or "give one of the two another id"
        yield kind.at(ref.span, message.format(ref.id), advice, ((seen[ref.id], first),))
