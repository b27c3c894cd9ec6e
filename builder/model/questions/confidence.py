"""Confidence: pick one option and say how sure one is."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.questions.choice import Choice

SURE = ("guess", "fairly", "certain")
"""How sure one can be. In an answer it is the number 1, 2 or 3."""

OUTCOMES = tuple(f"{sure}_{came}" for came in ("right", "wrong") for sure in SURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence(Choice):
    """`outcomes` are pairs of a word of `OUTCOMES` and what the author says to it (Markdown);
    where the author says nothing, the page has words of its own."""

    outcomes: tuple[tuple[str, str], ...] = ()
