"""What one part of a course knows of the others.

Only what stands here may cross from one lesson to another: checks that compare lessons and
pages that mention other lessons work from entries alone. That keeps a lesson's page a function
of its own text and a few entries, which is what makes a rebuild after one edit small and exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from builder.diagnostics import Span
from builder.model.item import Item, item
from builder.model.lesson import Lesson
from builder.model.minutes import lesson_seconds, shown_minutes
from builder.model.outline import Link, Measure
from builder.model.parts import Objective, Picture, Ref, Source
from builder.model.questions.pictures import links, pictures
from builder.model.quiz import BANKS, Draw, Policy, Quiz
from builder.model.urls import page_url, slug


class Exercise(NamedTuple):
    """A takeaway in the catalogue; `steps` is how many it has."""

    id: str
    span: Span
    title: str
    minutes: int
    objectives: tuple[Ref, ...]
    steps: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A lesson in the catalogue. Links and pictures are as written, with their places.

    `incomplete` is the lesson's: what others say of its parts cannot be judged then.
    `seconds` is the reading time, `minutes` the same as shown; `exercise_minutes` adds up the
    takeaways. `after_quiz` are the anchors of headings that follow the place of the quiz.
    """

    id: str
    path: str
    url: str
    title: str
    span: Span
    subtitle: str
    excerpt: str
    topic: str
    type: str
    seconds: float
    minutes: int
    exercise_minutes: int
    measure: Measure
    tags: tuple[Ref, ...]
    objectives: tuple[Objective, ...]
    related: tuple[Ref, ...]
    quiz: Ref | None
    takeaways: tuple[Exercise, ...]
    anchors: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]
    pictures: tuple[Picture, ...]
    image: Picture | None = None
    sources: tuple[Source, ...] = ()
    after_quiz: tuple[str, ...] = ()
    incomplete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizEntry:
    """A quiz in the catalogue. A bank is one that quizzes draw from and no lesson has to show.

    `links` and `pictures` are as written: relative to whichever lesson shows them. `pass_mark`
    is in percent, None = the course's.
    """

    id: str
    path: str
    title: str
    span: Span
    items: tuple[Item, ...]
    policy: Policy = field(default_factory=Policy)
    draws: tuple[Draw, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    pass_mark: int | None = None
    incomplete: bool = False

    @property
    def bank(self) -> bool:
        """Whether this is a store of questions."""
        return self.id.startswith(BANKS)

    @property
    def size(self) -> int:
        """How many questions a learner is asked."""
        return len(self.items) + sum(draw.count for draw in self.draws)


def lesson_entry(lesson: Lesson, language: str) -> Entry:
    """The catalogue entry of a lesson written in `language` (a BCP 47 tag)."""
    outline = lesson.outline
    measure = outline.measure + Measure(images=1 if lesson.image else 0)
    seconds = lesson_seconds(measure, language, lesson.minutes)
    shown = outline.pictures + ((lesson.image,) if lesson.image else ())
    return Entry(
        id=lesson.id,
        path=lesson.path,
        url=page_url(lesson.path),
        title=lesson.title,
        span=lesson.span,
        subtitle=lesson.subtitle,
        excerpt=outline.excerpt,
        topic=lesson.topic,
        type=lesson.type,
        seconds=seconds,
        minutes=shown_minutes(seconds),
        exercise_minutes=sum(t.minutes for t in lesson.takeaways),
        measure=measure,
        tags=lesson.tags,
        objectives=lesson.objectives,
        related=lesson.related,
        quiz=lesson.quiz,
        takeaways=tuple(
            Exercise(t.id, t.span, t.title, t.minutes, t.objectives, len(t.steps))
            for t in lesson.takeaways
        ),
        anchors=tuple(h.id for h in outline.headings) + outline.anchors,
        sections=tuple((h.id, h.text) for h in outline.headings if h.level == 2),
        links=outline.links,
        pictures=shown,
        image=lesson.image,
        sources=lesson.sources,
        after_quiz=_after_quiz(lesson),
        incomplete=lesson.incomplete,
    )


def _after_quiz(lesson: Lesson) -> tuple[str, ...]:
    """Headings below a `quiz` block; none when the quiz stands at the end of the page."""
    fences = [fence.span.line for fence in lesson.outline.fences if fence.info == "quiz"]
    headings = lesson.outline.headings
    return tuple(h.id for h in headings if h.span.line > fences[0]) if fences else ()


def quiz_entry(quiz: Quiz) -> QuizEntry:
    """The catalogue entry of a quiz."""
    return QuizEntry(
        id=quiz.id,
        path=quiz.path,
        title=quiz.title,
        span=quiz.span,
        items=tuple(map(item, quiz.questions)),
        policy=quiz.policy,
        draws=quiz.draws,
        links=tuple(links(quiz, quiz.span)),
        pictures=tuple(pictures(quiz, quiz.span)),
        pass_mark=quiz.pass_mark,
        incomplete=quiz.incomplete,
    )


def shown_quiz(entry: Entry, quizzes: Mapping[str, QuizEntry]) -> QuizEntry | None:
    """The quiz a lesson shows: the one it names, else the one named after its file.

    `quizzes` is by id. A quiz in a folder named after the module (`quizzes/MODULE/LESSON.yml`)
    goes before one beside it, so that two modules may each have a lesson of the same name.
    """
    *folders, name = entry.path.split("/")
    wanted = entry.quiz.id if entry.quiz else slug(name.rsplit(".", 1)[0])
    nearer = f"{slug(folders[-1])}/{wanted}" if folders else wanted
    return quizzes.get(nearer) or quizzes.get(wanted)


def source_ids(quiz: QuizEntry) -> tuple[str, ...]:
    """The ids of the quizzes and banks that a quiz draws from, each once."""
    return tuple(dict.fromkeys(ref.id for draw in quiz.draws for ref in draw.sources))
