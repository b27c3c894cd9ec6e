"""A lesson's page as its template reads it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from builder.model.catalogue import Entry
from builder.model.lesson import Lesson
from builder.model.minutes import span_minutes
from builder.model.parts import Picture, Source
from builder.model.quiz import Pool, Quiz
from builder.model.urls import answers_url, relative, slug
from builder.render.addresses import address
from builder.render.body import Body, Part, places
from builder.render.exercises import TakeawayView, takeaway_view
from builder.render.facts import LessonFacts
from builder.render.html import trusted
from builder.render.markup import inline, plain
from builder.render.questions import Place
from builder.render.quizzes import QuizView, Setting, quiz_view
from builder.render.words import Words

Exercise = Callable[[str, Any], str]


@dataclass(frozen=True)
class LessonPage:
    """All that a lesson's page depends on, apart from the templates. `pools` are what the quiz
    draws from, in the order of its draws.

    Its views are made once, for the page itself, the answers and the cards of review.
    """

    lesson: Lesson
    entry: Entry
    quiz: Quiz | None
    body: Body
    facts: LessonFacts
    pools: tuple[Pool, ...] = ()

    @cached_property
    def takeaways(self) -> tuple[TakeawayView, ...]:
        """The exercises in the order of the text."""
        return tuple(takeaway_view(t, self.lesson.path) for t in self.lesson.takeaways)

    @cached_property
    def quiz_view(self) -> QuizView | None:
        """The quiz, None without one."""
        return _quiz(self)


@dataclass(frozen=True, slots=True)
class Stop:
    """A line of "In this lesson": where it leads, its words, whether it is something to do."""

    id: str
    title: str
    exercise: bool


@dataclass(frozen=True, slots=True)
class LessonView:
    """`blocks` are ("prose", parts), ("takeaway", TakeawayView) and ("quiz", QuizView) in
    reading order, beginning with prose. `crumbs` are pairs of an address from the site's root
    and a text. `fast` and `slow` are minutes."""

    crumbs: tuple[tuple[str, str], ...]
    eyebrow: str
    title_id: str
    subtitle: Markup
    fast: int
    slow: int
    summary: tuple[Markup, ...]
    objectives: tuple[Markup, ...]
    image: Picture | None
    heading: str
    blocks: tuple[tuple[str, Any], ...]
    rail: tuple[Stop, ...]
    quiz: QuizView | None
    sources: tuple[Markup, ...]
    report: str


def lesson_view(
    page: LessonPage, words: Words, exercise: Exercise, *, answers: bool = True
) -> LessonView:
    """Everything the template shows; `exercise` renders one that stands inside other text.

    `answers` tells whether there is a page with the answers.
    """
    lesson, body = page.lesson, page.body
    say = partial(inline, path=lesson.path)
    quiz = page.quiz_view
    if quiz and not answers:
        quiz = replace(quiz, answers="")
    blocks = _blocks(body.parts, _Exercises(page.takeaways, quiz), exercise)
    fast, slow = span_minutes(page.entry.seconds)
    other = body.title if slug(body.title) != slug(lesson.title) else ""
    return LessonView(
        crumbs=_crumbs(page.facts),
        eyebrow=" · ".join(filter(None, (lesson.type, lesson.topic))),
        title_id=body.title_id,
        subtitle=say(lesson.subtitle),
        fast=fast,
        slow=slow,
        summary=tuple(map(say, lesson.summary)),
        objectives=tuple(say(objective.text) for objective in lesson.objectives),
        image=_picture(lesson.image, lesson.path),
        heading=other if body.title else "",
        blocks=blocks,
        rail=_rail(blocks, words),
        quiz=quiz,
        sources=tuple(_source(source, lesson.path) for source in lesson.sources),
        report=report_link(page.facts.site.repository, lesson.path),
    )


def _quiz(page: LessonPage) -> QuizView | None:
    setting = Setting(
        path=page.lesson.path,
        pass_mark=page.facts.site.pass_mark,
        lesson=page.entry.id,
        here=_sections(page.body),
        far=_far(page),
        goals={(goal.quiz, goal.ref): (goal.id, goal.text) for goal in page.facts.goals},
        answers=relative(answers_url(page.entry.url), page.entry.url),
        language=page.facts.site.language,
    )
    return quiz_view(page.quiz, setting, page.pools)


def _far(page: LessonPage) -> dict[str, dict[str, Place]]:
    """Sections of other pages that questions name, by the questions' quiz."""
    found: dict[str, dict[str, Place]] = {}
    for quiz, ref, title, url in page.facts.far_sections:
        place = Place(relative(url, page.entry.url), escape(title))
        found.setdefault(quiz, {})[ref] = place
    return found


def report_link(repository: str, path: str) -> str:
    """Where a reader can see and mend a file: its page in the repository, or "" without one."""
    if not repository:
        return ""
    tree = "/-/blob/HEAD/" if "gitlab" in repository else "/blob/HEAD/"
    return f"{repository}{tree}{quote(path)}"


def _crumbs(facts: LessonFacts) -> tuple[tuple[str, str], ...]:
    """Course and module; lessons beside the course's own page have no module page."""
    home, module = ("index.html", facts.site.title), (facts.module_url, facts.module_title)
    return (home,) if facts.module_url == home[0] else (home, module)


def _sections(body: Body) -> dict[str, Markup]:
    return {part.id: trusted(part.title_html) for part in body.parts if part.kind == "section"}


class _Exercises:
    """Hands out each exercise where the text first asks for it, and tells what is left."""

    def __init__(self, takeaways: Sequence[TakeawayView], quiz: QuizView | None) -> None:
        self._takeaways = {str(n): takeaway for n, takeaway in enumerate(takeaways)}
        self.quiz = quiz

    def take(self, kind: str, name: str) -> TakeawayView | QuizView | None:
        if kind == "takeaway":
            return self._takeaways.pop(name, None)
        quiz, self.quiz = self.quiz, None
        return quiz


def _blocks(
    parts: Sequence[Part], left: _Exercises, exercise: Exercise
) -> tuple[tuple[str, Any], ...]:
    blocks: list[tuple[str, Any]] = [("prose", [])]
    for part in parts:
        if part.kind not in ("takeaway", "quiz"):
            if blocks[-1][0] != "prose":
                blocks.append(("prose", []))
            blocks[-1][1].append(_marked(_in_place(part, left, exercise)))
        elif view := left.take(part.kind, part.id):
            blocks.append((part.kind, view))
    if left.quiz:
        blocks.append(("quiz", left.quiz))
    return tuple(blocks)


def _in_place(part: Part, left: _Exercises, exercise: Exercise) -> Part:
    """The part with the exercises that stand deep inside its text put where they stand."""
    html = part.html
    for element, kind, name in places(html):
        view = left.take(kind, name)
        html = html.replace(element, exercise(kind, view) if view else "", 1)
    return part._replace(html=html)


def _marked(part: Part) -> Part:
    return part._replace(title_html=trusted(part.title_html), html=trusted(part.html))


def _rail(blocks: Sequence[tuple[str, Any]], words: Words) -> tuple[Stop, ...]:
    stops = []
    several = sum(kind == "takeaway" for kind, _ in blocks) > 1
    for kind, item in blocks:
        if kind == "prose":
            stops += [Stop(p.id, p.title_html, False) for p in item if p.kind == "section"]
        elif kind == "takeaway":
            stops.append(Stop(f"_take-{item.id}", item.title if several else words.take_away, True))
        else:
            stops.append(Stop("_check-yourself", words.check_yourself, True))
    return tuple(stops)


def _picture(picture: Picture | None, path: str) -> Picture | None:
    if picture is None:
        return None
    return replace(
        picture,
        src=address(picture.src, path),
        alt=picture.alt or "",
        caption=inline(picture.caption, path),
        credit=inline(picture.credit, path),
        licence=plain(picture.licence),
    )


def _source(source: Source, path: str) -> Markup:
    text = inline(source.text, path)
    if not source.link:
        return text
    link = Markup('<a href="{}" rel="external noopener">{}</a>')
    return link.format(source.link, text or source.link)
