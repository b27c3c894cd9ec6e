"""What a lesson's page shows from outside the lesson.

A page is made anew only when its lesson, its quiz or these facts change, so nothing belongs
here that many edits elsewhere would touch: no totals, no lists of all lessons.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from builder.model.aims import Aims
from builder.model.catalogue import Entry, QuizEntry, shown_quiz, source_ids
from builder.model.course import Course, Module
from builder.model.item import Item
from builder.model.parts import Ref
from builder.model.urls import OWN_PAGES, module_url, own_url, tag_url
from builder.render.related import related
from builder.render.words import direction


class OwnPages(NamedTuple):
    """Addresses of the learner's own pages, relative to the site's root."""

    notes: str
    review: str
    certificate: str


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """The frame of every page. `url` is the site's own address with a final slash, or empty."""

    id: str
    title: str
    language: str
    direction: str
    url: str
    repository: str
    pass_mark: int
    has_tags: bool
    own: OwnPages


@dataclass(frozen=True, slots=True)
class Card:
    """Another lesson as a card or row; `url` is relative to the site's root."""

    id: str
    title: str
    url: str
    module: str
    excerpt: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Step:
    """The lesson before or after; `minutes` of reading."""

    title: str
    url: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Label:
    """A tag as shown; `url` is its page, relative to the site's root."""

    id: str
    text: str
    url: str


class FarSection(NamedTuple):
    """A section of another lesson that a question of `quiz` names as `ref`; `url` is relative to
    the site's root and ends in the anchor. `title` is the heading's, or the lesson's where only a
    minor heading is meant (plain text)."""

    quiz: str
    ref: str
    title: str
    url: str


class Goal(NamedTuple):
    """An objective that a question of `quiz` names as `ref`. `id` is LESSON.OBJECTIVE, the same on
    every page; `text` is Markdown."""

    quiz: str
    ref: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class LessonFacts:
    """Everything from outside a lesson that its page shows."""

    site: SiteFacts
    module_title: str
    module_url: str
    previous: Step | None
    next: Step | None
    related: tuple[Card, ...]
    tags: tuple[Label, ...]
    far_sections: tuple[FarSection, ...] = ()
    goals: tuple[Goal, ...] = ()


def site_facts(course: Course) -> SiteFacts:
    """The frame of a course's pages."""
    lessons = {entry.url for _, entry in course.lessons()}
    return SiteFacts(
        id=course.id,
        title=course.title,
        language=course.language,
        direction=direction(course.language),
        url=f"{course.url.rstrip('/')}/" if course.url else "",
        repository=course.repository.rstrip("/"),
        pass_mark=course.pass_mark,
        has_tags=any(entry.tags for _, entry in course.lessons()),
        own=OwnPages(*(own_url(name, lessons) for name in OWN_PAGES)),
    )


def lesson_facts(course: Course) -> dict[str, LessonFacts]:
    """The facts of every lesson, by the lesson's path."""
    site = site_facts(course)
    rows = tuple(course.lessons())
    labels = tag_labels(course)
    near = related([entry for _, entry in rows])
    quizzes = {quiz.id: quiz for quiz in course.quizzes}
    aims = Aims((entry for _, entry in rows), quizzes)
    steps = [Step(e.title, e.url, e.minutes) for _, e in rows]
    return {
        entry.path: LessonFacts(
            site=site,
            module_title=module.title,
            module_url=module_url(module.path),
            previous=steps[i - 1] if i else None,
            next=steps[i + 1] if i + 1 < len(steps) else None,
            related=tuple(card(*rows[k]) for k in near[i]),
            tags=_labels(entry.tags, labels),
            far_sections=_far_sections(entry, quizzes, aims),
            goals=_goals(entry, quizzes, aims),
        )
        for i, (module, entry) in enumerate(rows)
    }


def _asked(entry: Entry, quizzes: Mapping[str, QuizEntry]) -> Iterator[tuple[str, Item]]:
    """Every question a lesson may ask, with the quiz it stands in."""
    quiz = shown_quiz(entry, quizzes)
    if quiz:
        for name in dict.fromkeys((quiz.id, *source_ids(quiz))):
            for item in quizzes[name].items if name in quizzes else ():
                yield name, item


def _far_sections(
    entry: Entry, quizzes: Mapping[str, QuizEntry], aims: Aims
) -> tuple[FarSection, ...]:
    found: dict[FarSection, None] = {}
    for quiz, item in _asked(entry, quizzes):
        place = aims.section(quiz, item.section.id) if item.section else None
        if place and item.section and place[0].path != entry.path:
            other, anchor = place
            title = dict(other.sections).get(anchor, "") or other.title
            found[FarSection(quiz, item.section.id, title, f"{other.url}#{anchor}")] = None
    return tuple(found)


def _goals(entry: Entry, quizzes: Mapping[str, QuizEntry], aims: Aims) -> tuple[Goal, ...]:
    found: dict[Goal, None] = {}
    for quiz, item in _asked(entry, quizzes):
        for ref in item.objectives:
            place = aims.objective(quiz, ref.id)
            if place:
                other, objective = place
                name = f"{other.id}.{objective.id}"
                found[Goal(quiz, ref.id, name, objective.text)] = None
    return tuple(found)


def card(module: Module, entry: Entry) -> Card:
    """A lesson as other pages show it."""
    return Card(entry.id, entry.title, entry.url, module.title, entry.excerpt, entry.minutes)


def tag_labels(course: Course) -> dict[str, str]:
    """What each defined tag is called, by id."""
    return {tag.id: tag.label or tag.id for tag in course.tags}


def _labels(tags: Sequence[Ref], labels: dict[str, str]) -> tuple[Label, ...]:
    names = dict.fromkeys(tag.id for tag in tags)
    return tuple(Label(name, labels.get(name, name), tag_url(name)) for name in names)
