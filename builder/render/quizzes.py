"""Quizzes as their templates read them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from builder.model.quiz import Mode, Policy, Pool, Quiz, Reveal
from builder.render.markup import block, inline, plain
from builder.render.questions import (
    EVERYWHERE,
    Place,
    Places,
    QuestionView,
    question_view,
    without_key,
)
from builder.render.questions.base import Text


@dataclass(frozen=True, slots=True)
class Setting:
    """What a quiz is told of the page it stands on, the file at `path`.

    `pass_mark` is the course's, in percent. `here` are the page's own sections as the questions
    of any quiz may name them; `quiz` is the one whose questions may leave the lesson's name out.
    `far` are sections of other pages, by the quiz that names them. `goals` are objectives by quiz
    and name: an id that is the same on every page, and the text. `answers` leads to the answers.
    """

    path: str
    pass_mark: int
    lesson: str = ""
    here: Mapping[str, Markup] = field(default_factory=dict)
    far: Mapping[str, Places] = field(default_factory=dict)
    goals: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    answers: str = ""
    language: str = "en"

    def places(self, quiz: str, shown: str) -> Places:
        """The sections that the questions of a quiz may name, where the quiz `shown` stands."""
        own = {name: Place(f"#{name}", title) for name, title in self.here.items()}
        full = {f"{self.lesson}#{name}": place for name, place in own.items()}
        return {**full, **(own if quiz == shown else {}), **self.far.get(quiz, {})}


@dataclass(frozen=True, slots=True)
class PoolView:
    """Questions of which `count` are asked; with `spread`, some of every objective."""

    count: int
    spread: bool
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True)
class QuizView:
    """A quiz with its Markdown rendered; `pass_mark` is in percent. `goals` are the objectives its
    questions aim at, as id and text. `answers` is the address of the page with the answers, seen
    from this page; empty when the key stays with the author."""

    id: str
    title: Markup
    intro: Markup
    pass_mark: int
    questions: tuple[QuestionView, ...]
    policy: Policy
    pools: tuple[PoolView, ...]
    goals: tuple[tuple[str, Markup], ...] = ()
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
        """The types of question that need a script and a style of their own, those that another
        one builds on first."""
        types = dict.fromkeys(name for q in self.asked for name in (*q.needs, q.type))
        return [name for name in types if name not in EVERYWHERE]

    @property
    def rules(self) -> str:
        """How the quiz is taken, as JSON for the script; empty for practice as usual."""
        rules: dict[str, Any] = {
            name: getattr(self.policy, name)
            for name in self.policy.__slots__
            if getattr(self.policy, name) != getattr(Policy(), name)
        }
        if self.pools:
            rules["draws"] = [
                {"count": pool.count, "spread": pool.spread, "size": len(pool.questions)}
                for pool in self.pools
            ]
        return json.dumps(rules) if rules else ""

    @property
    def parts(self) -> list[str]:
        """The scripts that taking it needs beyond practice."""
        plain_rules = {"tries", "reveal"}
        if not self.rules or not set(json.loads(self.rules)) - plain_rules:
            return []
        asked = {"clock": self.policy.time_limit, "sure": self.policy.confidence}
        return ["sitting", *(name for name, wanted in asked.items() if wanted)]

    @property
    def exam(self) -> bool:
        """Whether the answers are marked together at the end."""
        return self.policy.mode is Mode.EXAM


def quiz_view(quiz: Quiz | None, setting: Setting, pools: Sequence[Pool] = ()) -> QuizView | None:
    """A quiz on a page, None without questions."""
    if quiz is None or not (quiz.questions or pools):
        return None
    path, language = setting.path, setting.language
    text = Text(partial(inline, path=path), partial(block, path=path), plain, language)
    ask = _Asking(quiz, setting, text)
    return QuizView(
        id=quiz.id,
        title=text.inline(quiz.title),
        intro=text.block(quiz.intro),
        pass_mark=setting.pass_mark if quiz.pass_mark is None else quiz.pass_mark,
        questions=ask.questions((quiz,)),
        policy=quiz.policy,
        pools=tuple(
            PoolView(pool.draw.count, pool.draw.spread, ask.questions(pool.quizzes))
            for pool in pools
        ),
        goals=tuple((name, text.inline(words)) for name, words in ask.goals.items()),
        answers="" if ask.keyless else setting.answers,
    )


class _Asking:
    """Makes the views of a page's questions and notes which objectives they aim at."""

    def __init__(self, quiz: Quiz, setting: Setting, text: Text) -> None:
        self.quiz = quiz
        self.setting = setting
        self.text = text
        self.keyless = quiz.policy.reveal is Reveal.NEVER
        self.goals: dict[str, str] = {}
        self._ids: set[str] = set()

    def questions(self, quizzes: Sequence[Quiz]) -> tuple[QuestionView, ...]:
        """The questions of several quizzes, each under the id of the quiz it stands in."""
        return tuple(view for quiz in quizzes for view in self._of(quiz))

    def _of(self, quiz: Quiz) -> Iterator[QuestionView]:
        places = self.setting.places(quiz.id, self.quiz.id)
        for question in quiz.questions:
            view = question_view(question, quiz.id, places, self.text)
            view = replace(view, id=self._unique(view), objectives=self._aims(quiz.id, view))
            yield without_key(view) if self.keyless else view

    def _unique(self, view: QuestionView) -> str:
        """The question's id, or a longer name when the page has one of that id already."""
        name = view.id if view.id not in self._ids else view.record.replace("/", "--")
        self._ids.add(name)
        return name

    def _aims(self, quiz: str, view: QuestionView) -> tuple[str, ...]:
        known = [self.setting.goals.get((quiz, name)) for name in view.objectives]
        self.goals.update(goal for goal in known if goal)
        return tuple(goal[0] for goal in known if goal)
