"""A quiz: questions in one file, how they are asked, and what it draws from other files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from builder.diagnostics import Span
from builder.model.parts import Ref
from builder.model.questions import Question

BANKS = "banks/"
"""What the ids of question banks begin with: a bank is a store, and no lesson has to show it."""


class Mode(StrEnum):
    """What a quiz is for: to learn from, to see where one stands, or to be assessed."""

    PRACTICE = "practice"
    CHECK = "check"
    EXAM = "exam"


class Reveal(StrEnum):
    """When the right answer is shown: after an answer, once the tries are used up, once the
    whole quiz is handed in, or not at all. `never` keeps the key out of every learner's copy."""

    AT_ONCE = "at-once"
    AFTER_TRIES = "after-tries"
    AT_END = "at-end"
    NEVER = "never"


class Keep(StrEnum):
    """Which score counts when a quiz is taken again."""

    BEST = "best"
    LAST = "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How a quiz is taken; every default is filled in.

    `tries` are per question and `attempts` per quiz, None = any number. `time_limit` is in
    minutes, None = none; `extension` adds so many percent of it for who needs more time.
    `shuffle` mixes the questions for each learner, `confidence` asks how sure they are.
    """

    mode: Mode = Mode.PRACTICE
    tries: int | None = None
    attempts: int | None = None
    keep: Keep = Keep.BEST
    shuffle: bool = False
    time_limit: int | None = None
    extension: int = 0
    reveal: Reveal = Reveal.AT_ONCE
    confidence: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """`count` questions picked at random from those of `sources` (ids of quizzes and banks).

    `spread` tells that the pick takes from every objective in turn.
    """

    sources: tuple[Ref, ...]
    count: int
    span: Span
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Quiz:
    """`id` is the path below `quizzes/` without `.yml`; `pass_mark` is in percent, None = the
    course's.

    `incomplete` tells that a mistake kept some question from being read.
    """

    id: str
    path: str
    title: str
    questions: tuple[Question, ...]
    span: Span
    intro: str = ""
    pass_mark: int | None = None
    policy: Policy = field(default_factory=Policy)
    draws: tuple[Draw, ...] = ()
    incomplete: bool = False

    @property
    def bank(self) -> bool:
        """Whether this is a store of questions that other quizzes draw from."""
        return self.id.startswith(BANKS)


@dataclass(frozen=True, slots=True)
class Pool:
    """What one draw picks from: the own questions of these quizzes.

    The answer to a drawn question is kept under the id of the quiz it stands in, so it is the
    same question wherever it is drawn.
    """

    draw: Draw
    quizzes: tuple[Quiz, ...]


def pools(quiz: Quiz, find: Callable[[str], Quiz | None]) -> tuple[Pool, ...]:
    """The pool of each draw of a quiz; `find` gives a quiz by its id. Unknown ones are left out."""
    return tuple(
        Pool(draw, tuple(q for q in map(find, dict.fromkeys(r.id for r in draw.sources)) if q))
        for draw in quiz.draws
    )
