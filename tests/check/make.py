"""Model objects made by hand, so that a rule is tested without a reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from posixpath import basename, dirname

from builder.check import check_course, check_lesson, check_quiz
from builder.diagnostics import Diagnostic, Span
from builder.model.anchors import heading_ids
from builder.model.catalogue import lesson_entry, quiz_entry
from builder.model.course import Course, Module, Page
from builder.model.lesson import Lesson
from builder.model.outline import Heading, Link, Measure, Outline
from builder.model.parts import Objective, Picture, Ref, Takeaway
from builder.model.questions import Choice, Matching, Option, Ordering, Pair
from builder.model.quiz import Quiz
from builder.model.tree import Tree

LESSON = "content/people/trust.md"
QUIZ = "quizzes/trust.yml"


def at(line: int, column: int = 1, path: str = LESSON) -> Span:
    return Span(path, line, column)


def ref(name: str, line: int = 3, path: str = LESSON) -> Ref:
    return Ref(name, at(line, 5, path))


def headings(*rows: tuple[int, str], path: str = LESSON) -> tuple[Heading, ...]:
    """Headings on lines 10, 11, 12 ... from levels and texts."""
    ids = heading_ids((text, None) for _, text in rows)
    return tuple(
        Heading(level, text, name, at(10 + n, 1, path))
        for n, ((level, text), name) in enumerate(zip(rows, ids, strict=True))
    )


def link(target: str, text: str = "the history of trust", line: int = 20) -> Link:
    return Link(target, text, at(line, 7))


def picture(src: str = "map.png", alt: str | None = "A map of people", line: int = 30) -> Picture:
    return Picture(src, alt, at(line, 1))


def objective(name: str, line: int = 4) -> Objective:
    return Objective(name, f"Do {name}", at(line, 5))


def takeaway(name: str = "", title: str = "", line: int = 40, path: str = LESSON) -> Takeaway:
    # A good lesson has one; its default id differs per file, as ids are unique in a course.
    name = name or f"{basename(path)[:-3]}-map"
    return Takeaway(name, title or f"Draw {name}", 10, at(line, 1, path))


def outline(**parts: object) -> Outline:
    return Outline(**parts)  # type: ignore[arg-type]


def lesson(path: str = LESSON, **changes: object) -> Lesson:
    """A lesson without faults, then changed; `links`, `headings`, `pictures` go to its outline."""
    name = basename(path).removesuffix(".md")
    parts = {k: changes.pop(k) for k in ("headings", "links", "pictures") if k in changes}
    parts["measure"] = Measure(words=1000)
    good = Lesson(
        id=name,
        path=path,
        title=name.title(),
        body="Text.",
        body_line=6,
        span=at(1, 1, path),
        summary=("In short.",),
        objectives=(Objective("map", "Draw a map", at(3, 5, path)),),
        takeaways=(takeaway(path=path),),
        outline=outline(**parts),
    )
    return replace(good, **changes)  # type: ignore[arg-type]


BECAUSE = "Because people remember what was done."


def option(text: str, correct: bool = False, feedback: str = BECAUSE, line: int = 6) -> Option:
    return Option(id=text, text=text, span=at(line, 7, QUIZ), correct=correct, feedback=feedback)


def choice(*options: Option, kind: str = "single-choice", **changes: object) -> Choice:
    """A question without faults unless options say so."""
    shown = options or (
        option("A kept promise", True),
        option("A contract", line=7),
        option("A gift", line=8),
    )
    good = Choice(
        id="q1", type=kind, prompt="What builds trust?", span=at(3, 5, QUIZ), options=shown
    )
    return replace(good, **changes)  # type: ignore[arg-type]


def ordering(*texts: str, **changes: object) -> Ordering:
    options = tuple(option(text, line=6 + n) for n, text in enumerate(texts))
    good = Ordering(id="q1", type="ordering", prompt="Order.", span=at(3, 5, QUIZ), options=options)
    return replace(good, **changes)  # type: ignore[arg-type]


def matching(
    pairs: Sequence[tuple[str, str]], choices: Sequence[str], feedback: str = BECAUSE
) -> Matching:
    rows = tuple(
        Pair(id=text, text=text, answer=answer, span=at(6 + n, 7, QUIZ), feedback=feedback)
        for n, (text, answer) in enumerate(pairs)
    )
    return Matching(
        id="q1",
        type="matching",
        prompt="Match.",
        span=at(3, 5, QUIZ),
        pairs=rows,
        choices=tuple(choices),
    )


def quiz(*questions: object, name: str = "trust", folder: str = "quizzes") -> Quiz:
    path = f"{folder}/{name}.yml"
    return Quiz(name, path, name.title(), tuple(questions), Span(path, 1, 1))  # type: ignore[arg-type]


def page(path: str, **parts: object) -> Page:
    return Page(path=path, title="Page", body="", body_line=1, outline=outline(**parts))


def course(*lessons: Lesson, quizzes: Iterable[Quiz] = (), **changes: object) -> Course:
    """An explicit course with the lessons' folders as its modules."""
    folders = dict.fromkeys(dirname(one.path) for one in lessons)
    modules = tuple(
        Module(
            id=basename(folder),
            path=folder,
            title=basename(folder).title(),
            span=Span(f"{folder}/module.yml", 1, 1),
            lessons=tuple(
                lesson_entry(one, "en") for one in lessons if dirname(one.path) == folder
            ),
        )
        for folder in folders
    )
    good = Course(
        id="c",
        title="Trust",
        language="en",
        span=Span("content/course.yml", 1, 1),
        modules=modules,
        quizzes=tuple(quiz_entry(one) for one in quizzes),
    )
    return replace(good, **changes)  # type: ignore[arg-type]


def tree(made: Course, *files: str, refused: Sequence[tuple[str, str]] = ()) -> Tree:
    """The files of a course made here, and further ones."""
    modules = [f"{module.path}/module.yml" for module in made.modules]
    pages = [p.path for p in (made.home, made.about, *(m.page for m in made.modules)) if p]
    lessons = [entry.path for _, entry in made.lessons()]
    quizzes = [entry.path for entry in made.quizzes]
    names = sorted({"content/course.yml", *modules, *pages, *lessons, *quizzes, *files})
    return Tree(made.content, "quizzes", dict.fromkeys(names, 100), tuple(refused))


def in_lesson(code: str, **changes: object) -> list[Diagnostic]:
    """Findings of one code in a lesson that has no other faults than `changes`."""
    return of(code, check_lesson(lesson(**changes)))  # type: ignore[arg-type]


def in_question(code: str, question: object) -> list[Diagnostic]:
    return of(code, check_quiz(quiz(question)))


def in_course(code: str, made: Course, *files: str, **more: object) -> list[Diagnostic]:
    return of(code, check_course(made, tree(made, *files, **more)))  # type: ignore[arg-type]


def of(code: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in findings if finding.code == code]
