"""Conversation: a scenario that branches. What one says decides how it goes on."""

from __future__ import annotations

from dataclasses import dataclass

from builder.diagnostics import Span
from builder.model.parts import Ref
from builder.model.questions.base import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who speaks; `about` says who that is in a few words."""

    id: str
    name: str
    span: Span
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Something said by the person `who`, or told when `who` is None (Markdown)."""

    who: Ref | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Something the learner can say. It leads `to` a turn or to an `end`.

    `id` is unique in the conversation. `consequence` is what happens at once, `feedback` what
    the debriefing says about it. `points` is None when the author gave none.
    """

    id: str
    text: str
    span: Span
    to: Ref | None = None
    end: Ref | None = None
    consequence: str = ""
    feedback: str = ""
    points: float | None = None
    objective: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What is said, and what can be said to it."""

    id: str
    says: tuple[Speech, ...]
    replies: tuple[Reply, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a conversation can end; `debrief` looks back at it (Markdown)."""

    id: str
    title: str
    span: Span
    text: str = ""
    debrief: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation(Question):
    """`scene` sets the stage (Markdown). The turn that begins it stands first in `turns`."""

    turns: tuple[Turn, ...]
    endings: tuple[Ending, ...]
    scene: str = ""
    people: tuple[Person, ...] = ()
    start: Ref | None = None

    def replies(self) -> tuple[tuple[Turn, Reply], ...]:
        """Every reply with its turn, turn by turn."""
        return tuple((turn, reply) for turn in self.turns for reply in turn.replies)
