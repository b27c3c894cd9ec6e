"""A small course made of model objects, for the tests of this room."""

from __future__ import annotations

from dataclasses import replace

from builder.diagnostics import Span
from builder.model.catalogue import Entry, QuizEntry, lesson_entry, quiz_entry
from builder.model.course import Course, Module, Tag
from builder.model.lesson import Lesson
from builder.model.outline import Heading, Measure, Outline
from builder.model.parts import Objective, Picture, Ref, Source, Takeaway
from builder.model.questions import Choice, Matching, Option, Ordering, Pair
from builder.model.quiz import Quiz
from builder.render.facts import lesson_facts
from builder.render.markup import render_body
from builder.render.pages import LessonPage

AT = Span("content/trust/first.md", 1, 1)

BODY = """\
An opening with *stress*, a [link](second.md#map) and a [page elsewhere](https://example.org/).

## Begin early

| Tie | Use |
|-----|-----|
| close | truth |

## Keep promises

![A map](images/map one.png)

```takeaway
id: trust-map
title: Draw
```

Words after the exercise.

```quiz
id: first
```
"""


def heading(text: str, name: str, level: int = 2) -> Heading:
    return Heading(level, text, name, AT)


HEADINGS = (heading("Begin early", "begin-early"), heading("Keep promises", "keep-promises"))


def option(text: str, *, correct: bool = False, feedback: str = "Because.") -> Option:
    name = "-".join(text.lower().split())
    return Option(id=name, text=text, span=AT, correct=correct, feedback=feedback)


def single() -> Choice:
    return Choice(
        id="first-move",
        type="single-choice",
        prompt="What **first**?",
        span=AT,
        hint="Look at the `map`.",
        section=Ref("begin-early", AT),
        options=(option("Ask"), option("Listen", correct=True)),
    )


def ordering() -> Ordering:
    return Ordering(
        id="steps",
        type="ordering",
        prompt="Put in order",
        span=AT,
        options=tuple(map(option, ("One", "Two", "Three"))),
    )


def matching() -> Matching:
    pairs = (
        Pair(id="close", text="Close", answer="Truth", span=AT, feedback="They know you."),
        Pair(id="light", text="Light", answer="News", span=AT),
    )
    return Matching(
        id="ties",
        type="matching",
        prompt="Match",
        span=AT,
        pairs=pairs,
        choices=("Truth", "News", "Money"),
    )


def questions() -> tuple[Choice | Ordering | Matching, ...]:
    several = Choice(
        id="offers",
        type="multiple-response",
        prompt="Which?",
        span=AT,
        options=(option("A", correct=True), option("B"), option("C", correct=True)),
    )
    truth = Choice(
        id="truth",
        type="true-false",
        prompt="Trust grows slowly.",
        span=AT,
        feedback="It is a forecast.",
        options=(option("True", correct=True), option("False")),
    )
    return (single(), several, truth, ordering(), matching())


def quiz() -> Quiz:
    return Quiz("first", "quizzes/first.yml", "Check yourself", questions(), AT, intro="Short.")


def lesson(name: str = "first", module: str = "trust", **changes: object) -> Lesson:
    path = f"content/{module}/{name}.md"
    made = Lesson(
        id=name,
        path=path,
        title=f"Lesson {name}",
        body=BODY,
        body_line=1,
        span=Span(path, 1, 1),
        subtitle="Why?",
        summary=("In short, **trust**.", "It grows."),
        objectives=(Objective("map", "Draw a map", AT),),
        tags=(Ref("started", AT),),
        topic="Networks",
        type="Lesson",
        image=Picture(
            "images/map.png", "A map of ties", AT, "Ana", "CC BY 4.0", "https://x.example/"
        ),
        sources=(Source("Ana (2020). *Ties*.", "https://x.example/ties", AT),),
        takeaways=(
            Takeaway(
                "trust-map",
                "Draw",
                15,
                AT,
                "Why",
                "Lead",
                ("One", "Two"),
                ("Paper",),
                "What?",
                "Good.",
            ),
        ),
        quiz=Ref("first", AT),
        outline=Outline(headings=HEADINGS, measure=Measure(words=500), excerpt="An opening."),
    )
    return replace(made, **changes)


def course(*lessons: Lesson, **changes: object) -> Course:
    rows = lessons or (lesson(), lesson("second"), lesson("third", "practice"))
    folders = dict.fromkeys(row.path.split("/")[1] for row in rows)
    modules = tuple(_module(name, rows) for name in folders)
    made = Course(
        id="bti",
        title="Building Trust",
        language="en",
        span=Span("content/course.yml", 1, 1),
        description="How trust is *earned*.",
        authors=("Ana", "Ben"),
        licence="CC BY 4.0",
        version="1.0",
        outcomes=("Build ties",),
        modules=modules,
        tags=(Tag("started", "Getting started", "The first lessons.", AT),),
        quizzes=(quiz_entry(quiz()),),
    )
    return replace(made, **changes)


def _module(name: str, rows: tuple[Lesson, ...]) -> Module:
    path = f"content/{name}"
    entries = tuple(entry(row) for row in rows if row.path.startswith(f"{path}/"))
    return Module(
        id=name,
        path=path,
        title=f"Module {name}",
        span=Span(f"{path}/module.yml", 1, 1),
        description="About it.",
        outcomes=("Do it",),
        lessons=entries,
    )


def entry(row: Lesson) -> Entry:
    return lesson_entry(row, "en")


def page(
    row: Lesson | None = None, whole: Course | None = None, asked: Quiz | None = None
) -> LessonPage:
    row = row or lesson()
    whole = whole or course(row, lesson("second"), lesson("third", "practice"))
    body = render_body(row.body, row.path, row.outline.headings)
    return LessonPage(row, entry(row), asked or quiz(), body, lesson_facts(whole)[row.path])


__all__ = ["AT", "BODY", "QuizEntry", "course", "entry", "lesson", "page", "quiz"]
