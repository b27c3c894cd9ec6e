"""Kits of the shipped course's plans, and of one that asks every question there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

from builder.diagnostics import Span
from builder.model.parts import Ref
from builder.model.questions import Question
from builder.model.workshop import (
    Block,
    BlockKind,
    Evaluation,
    Interact,
    Mode,
    QuizUse,
    SectionRef,
    Workshop,
)
from builder.pipeline import Options, Project, load
from builder.publish.bundle import Bundle
from builder.publish.publisher import Source
from builder.publish.workshop import workshop_kit

ROOT = Path(__file__).parents[1]
HERE = Span("content/workshops/everything.yml", 1, 1)
SHIPPED = ("half-day-of-trust", "hear-it-first-90")
EVERYTHING = "everything"
TO_PRINT_AND_EDIT = (".pdf", ".docx", ".pptx")
FOR_FACILITATORS = re.compile(r"(?:.*/)?(?:guide|live|answer-key|marking|index)(?:-online)?\.html")


@cache
def project() -> Project:
    """The shipped course with one plan more."""
    read = load(Options(ROOT, jobs=1, cache=False))
    plans = (*read.course.workshops, _everything(read))
    return replace(read, course=replace(read.course, workshops=plans))


def _everything(read: Project) -> Workshop:
    """Every quiz as a block, every lesson as an input, every exercise as an activity."""
    quizzes = [
        Block(id=f"q{n}", kind=BlockKind.QUIZ, minutes=5, span=HERE, quiz=Ref(quiz.id, HERE))
        for n, quiz in enumerate(read.course.quizzes)
    ]
    inputs = [
        Block(
            id=f"i{n}",
            kind=BlockKind.INPUT,
            minutes=7,
            span=HERE,
            uses=(SectionRef(entry.id, "", HERE),),
        )
        for n, (_, entry) in enumerate(read.course.lessons())
    ]
    exercises = [
        Block(
            id=f"a{n}-{m}",
            kind=BlockKind.ACTIVITY,
            minutes=9,
            span=HERE,
            interact=Interact.PAIRS,
            takeaway=Ref(f"{entry.id}.{exercise.id}", HERE),
            expect=("Only the facilitator may read this.",),
        )
        for n, (_, entry) in enumerate(read.course.lessons())
        for m, exercise in enumerate(entry.takeaways)
    ]
    first = QuizUse(quiz=Ref(read.course.quizzes[0].id, HERE))
    blocks = (*quizzes, *inputs, *exercises)
    return Workshop(
        id=EVERYTHING,
        path=HERE.path,
        title="Everything at once",
        language="en",
        duration=sum(block.minutes for block in blocks),
        span=HERE,
        modes=(Mode.ROOM,),
        group_max=9,
        evaluation=Evaluation(pre=first, post=first, reaction="standard-l1"),
        blocks=blocks,
    )


@cache
def source() -> Source:
    """What publishers are given."""
    read = project()
    return Source(read.course, read.library, read.tree, read.options.root)


@cache
def kit_bundle(plan: str, versions: int = 2) -> Bundle:
    """A plan's kit, nothing of it made yet."""
    return workshop_kit(source(), plan, versions)


@cache
def kit_files(plan: str, versions: int = 2) -> dict[str, bytes]:
    """Every file of a plan's kit but PDFs, slides and documents to edit, which take long."""
    bundle = kit_bundle(plan, versions)
    return {path: bundle.read(path) for path in bundle if not path.endswith(TO_PRINT_AND_EDIT)}


def pages(plan: str) -> Iterator[tuple[str, str]]:
    """The pages of a plan's kit, by path."""
    for path, data in kit_files(plan).items():
        if path.endswith(".html"):
            yield path, data.decode()


def questions() -> Iterator[tuple[str, Question]]:
    """Every question of the course, banks included, as QUIZ/QUESTION."""
    for entry in project().course.quizzes:
        quiz = project().library.quiz(entry.id)
        assert quiz is not None
        yield from ((f"{quiz.id}/{question.id}", question) for question in quiz.questions)


def text_of(html: str) -> str:
    """What a page says, on one line, without tags, styles and scripts."""
    bare = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", bare)).split())
