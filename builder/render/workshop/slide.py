"""A slide as data: every format of the deck is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from builder.render.questions.base import NOTHING
from builder.render.workshop.asked import Asked
from builder.render.workshop.pieces import words_of
from builder.render.workshop.views import BlockView

_FULL = (8.2, 10.6, 13, 15.4, 16)
"""Loads, in lines of a large type, from which a slide is set smaller."""


class Cue(NamedTuple):
    """A note for the speaker: what it is (Do, Say, Ask ...) and the words."""

    label: str
    text: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide. `kind` chooses its look: title, agenda, goals, points, say, text, picture, table,
    quote, code, ask, quiz, steps, debrief, pause, close. `minutes`, `begin` and `end` are those of
    its block; `opens` tells that it is the block's first slide. `timer` is a countdown in
    minutes, 0 for none."""

    kind: str
    title: Markup
    block: str = ""
    eyebrow: str = ""
    lead: Markup = NOTHING
    lines: tuple[Markup, ...] = ()
    html: Markup = NOTHING
    asked: Asked | None = None
    agenda: tuple[BlockView, ...] = ()
    minutes: int = 0
    begin: str = ""
    end: str = ""
    opens: bool = False
    timer: int = 0
    notes: tuple[Cue, ...] = ()

    @property
    def density(self) -> int:
        """How full the slide is, from 0 (a few words) to 5: fuller ones are set smaller."""
        title = len(words_of(self.title)) / (45 if self.asked else 30)
        lines = sum(1.2 + len(words_of(line)) / 58 for line in self.lines)
        body = len(words_of(self.html)) / 60 + len(words_of(self.lead)) / 60
        body += 7 * ("<img" in self.html)
        return _step(title + lines + body + (_load(self.asked) if self.asked else 0))


def _step(load: float) -> int:
    return sum(load > limit for limit in _FULL)


def _load(asked: Asked) -> float:
    """How much of a slide a question takes, in lines."""
    texts = [line.text for line in (*asked.choices, *asked.rows)]
    lines = sum(1 + len(words_of(text)) / 70 for text in texts)
    return lines + len(words_of(asked.text)) / 60 + 7 * bool(asked.picture) + 3 * bool(asked.talk)
