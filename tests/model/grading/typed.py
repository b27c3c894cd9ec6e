"""Short ways to write questions in which something is typed."""

from __future__ import annotations

from typing import Any

from builder.diagnostics import Span
from builder.model.questions import Amount, NumberKey, Numeric, ShortText, TextKey, Variant

AT = Span("quizzes/a.yml", 1, 1)


def text(*right: str, wrong: tuple[str, ...] = (), patterns: str = "", **more: Any) -> ShortText:
    listed = [(answer, 1.0, False) for answer in right]
    listed += [(patterns, 1.0, True)] if patterns else []
    listed += [(answer, 0.0, False) for answer in wrong]
    variants = tuple(
        Variant(id=str(n), text=answer, span=AT, credit=credit, pattern=pattern)
        for n, (answer, credit, pattern) in enumerate(listed)
    )
    key = TextKey(variants=variants, **more)
    return ShortText(id="q", type="short-text", prompt="?", span=AT, key=key)


def number(low: float, high: float | None = None, **more: Any) -> Numeric:
    to = low if high is None else high
    amount = Amount(id="0", text=f"{low:g}", low=low, high=to, span=AT)
    more.setdefault("amounts", (amount,))
    return Numeric(id="q", type="numeric", prompt="?", span=AT, key=NumberKey(**more))
