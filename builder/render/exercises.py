"""Takeaways and quizzes as their templates read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from builder.model.anchors import heading_ids
from builder.model.parts import Takeaway
from builder.model.quiz import Policy, Pool, Quiz, Reveal
from builder.render.markup import block, inline, plain
from builder.render.questions import (
    EVERYWHERE,
    Places,
    QuestionView,
    question_view,
    without_key,
)
from builder.render.questions.base import Text

_STEP_ID = 60


@dataclass(frozen=True, slots=True)
class Step:
    """A step to tick. Its id comes from its text, so a new step moves no learner's ticks."""

    id: str
    text: Markup


@dataclass(frozen=True, slots=True)
class TakeawayView:
    """A takeaway exercise with its Markdown rendered; `minutes` is the author's figure."""

    id: str
    title: Markup
    minutes: int
    purpose: Markup
    lead: Markup
    steps: tuple[Step, ...]
    materials: tuple[Markup, ...]
    reflection: Markup
    good: Markup


@dataclass(frozen=True, slots=True)
class PoolView:
    """Questions of which `count` are asked; with `spread`, some of every objective."""

    count: int
    spread: bool
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True)
class QuizView:
    """A quiz with its Markdown rendered; `pass_mark` is in percent. `answers` is the address of
    the page with the answers, seen from this page; empty when the key stays with the author."""

    id: str
    title: Markup
    intro: Markup
    pass_mark: int
    questions: tuple[QuestionView, ...]
    policy: Policy
    pools: tuple[PoolView, ...]
    answers: str = ""

    @property
    def asked(self) -> Iterator[QuestionView]:
        """Every question that may be asked, in the order of the page."""
        yield from self.questions
        for pool in self.pools:
            yield from pool.questions

    @property
    def size(self) -> int:
        """How many questions a learner is asked."""
        drawn = (min(pool.count, len(pool.questions)) for pool in self.pools)
        return len(self.questions) + sum(drawn)

    @property
    def kinds(self) -> list[str]:
        """The types of question that need a script and a style of their own."""
        return sorted({question.type for question in self.asked} - set(EVERYWHERE))


def takeaway_view(takeaway: Takeaway, path: str) -> TakeawayView:
    """A takeaway on the page of the file at `path`."""
    say = partial(inline, path=path)
    return TakeawayView(
        id=takeaway.id,
        title=say(takeaway.title),
        minutes=takeaway.minutes,
        purpose=block(takeaway.purpose, path),
        lead=block(takeaway.lead, path),
        steps=tuple(
            Step(name, say(text))
            for name, text in zip(_step_ids(takeaway.steps), takeaway.steps, strict=True)
        ),
        materials=tuple(map(say, takeaway.materials)),
        reflection=say(takeaway.reflection),
        good=block(takeaway.good, path),
    )


def _step_ids(steps: Sequence[str]) -> tuple[str, ...]:
    return heading_ids((plain(text)[:_STEP_ID], None) for text in steps)


def quiz_view(
    quiz: Quiz | None,
    pass_mark: int,
    places: Places,
    path: str,
    pools: Sequence[Pool] = (),
    answers: str = "",
) -> QuizView | None:
    """A quiz on the page of the file at `path`, None without questions.

    `pass_mark` is the course's, `answers` the address of the page with the answers.
    """
    if quiz is None or not (quiz.questions or pools):
        return None
    text = Text(partial(inline, path=path), partial(block, path=path), plain)
    keyless = quiz.policy.reveal is Reveal.NEVER

    def ask(quizzes: Sequence[Quiz]) -> tuple[QuestionView, ...]:
        asked = (question_view(q, one.id, places, text) for one in quizzes for q in one.questions)
        return tuple(without_key(view) if keyless else view for view in asked)

    return QuizView(
        id=quiz.id,
        title=text.inline(quiz.title),
        intro=text.block(quiz.intro),
        pass_mark=pass_mark if quiz.pass_mark is None else quiz.pass_mark,
        questions=ask((quiz,)),
        policy=quiz.policy,
        pools=tuple(
            PoolView(pool.draw.count, pool.draw.spread, ask(pool.quizzes)) for pool in pools
        ),
        answers="" if keyless else answers,
    )
