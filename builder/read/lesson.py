"""Lessons: Markdown files with optional front matter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.lesson import Lesson
from builder.model.outline import Fence, Outline
from builder.model.parts import FacilitatorNote, Objective, Picture, Ref, Source, Takeaway
from builder.model.result import Result
from builder.model.urls import slug
from builder.read.facilitator import read_note
from builder.read.markdown import read_markdown
from builder.read.order import humanise, stem
from builder.read.takeaway import read_takeaway
from builder.read.yaml_value import Fields, read_yaml

T = TypeVar("T", Objective, Source)

SECOND_QUIZ = code(
    "second-quiz",
    Level.ERROR,
    "A lesson shows more than one quiz",
    "A lesson has one quiz, whose result counts for it. Put all questions into one quiz file.",
)

# Findings that may hide what an author did write, so that calling it missing would be wrong.
_HIDING = frozenset(
    (
        "control-character",
        "duplicate-key",
        "encoding",
        "fence-name",
        "fence-open",
        "front-matter-open",
        "unknown-key",
        "wrong-type",
        "yaml-depth",
        "yaml-feature",
        "yaml-size",
        "yaml-syntax",
    )
)


def read_lesson(path: str, data: bytes) -> Result[Lesson]:
    """The lesson in a Markdown file; `path` is relative to the course root."""
    document = read_markdown(path, data, front_matter)
    findings = document.findings
    default = slug(stem(path))
    takeaways = _takeaways(document.outline, findings)
    notes = _notes(document.outline, findings)
    lesson = replace(
        document.head,
        id=document.head.id or default,
        path=path,
        title=document.title or humanise(stem(path)),
        body=document.body,
        body_line=document.body_line,
        span=Span(path, 1, 1),
        takeaways=takeaways,
        facilitator=notes,
        quiz=_quiz(document.outline, default, findings) or document.head.quiz,
        outline=document.outline,
        incomplete=any(finding.code in _HIDING for finding in findings),
    )
    return Result(lesson, tuple(findings))


def front_matter(fields: Fields) -> tuple[str, Lesson]:
    """The keys of a lesson's front matter: its title and a lesson without a body."""
    title = fields.text("title", "The lesson's title; default: the first heading.")
    return title, Lesson(
        id=fields.text("id", "A name that never changes, unique in the course; learners' progress "
                       "is stored under it. Default: the file name."),
        path=fields.path,
        title=title,
        body="",
        body_line=1,
        span=fields.span,
        subtitle=fields.text("subtitle", "A line shown below the title."),
        summary=fields.texts("summary", "The lesson in short, one point per entry."),
        objectives=_with_text(fields.named("objectives", _objective,
                                           "What a learner can do afterwards.", short="text")),
        tags=fields.refs("tags", "Names of tags; course.yml gives them labels."),
        topic=fields.text("topic", "What the lesson is about, shown above the title."),
        type=fields.text("type", "The kind of lesson, shown above the title."),
        minutes=fields.integer("minutes", "Reading time, when the computed one is wrong.",
                               low=1, high=100_000),
        image=_with_file(fields.nested("image", picture, "The picture at the top.", short="src")),
        related=fields.refs("related", "Ids of lessons to read next."),
        sources=_with_text(fields.items("sources", _source, "Works the lesson relies on.",
                                        short="text")),
        quiz=fields.ref("quiz", "Name of the quiz file to show; default: the lesson's file name."),
    )  # fmt: skip


def picture(fields: Fields) -> Picture:
    """The keys of a picture."""
    return Picture(
        src=fields.text("src", "The file, relative to the lesson.", required=True),
        alt=fields.optional_text("alt", 'What the picture shows; "" when it is mere decoration.'),
        span=fields.span,
        credit=fields.text("credit", "Who made it."),
        licence=fields.text("licence", "Under which licence it may be used."),
        link=fields.address("link", "Where it comes from."),
        caption=fields.text("caption", "A line shown below it."),
    )


def _with_file(found: Picture | None) -> Picture | None:
    # Without its file a picture is only the finding that was made of it.
    return found if found and found.src else None


def _with_text(found: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(part for part in found if part.text)


def _objective(fields: Fields) -> Objective:
    text = fields.text("text", "The objective, as a sentence.", required=True)
    name = fields.text("id", "A short name, unique in the lesson; default: made from the text.")
    return Objective(name or slug(text)[:40].strip("-"), text, fields.span)


def _source(fields: Fields) -> Source:
    text = fields.text("text", "Author, year, title.", required=True)
    return Source(text, fields.address("link", "Where to find it."), fields.span)


def _takeaways(outline: Outline, findings: list[Diagnostic]) -> tuple[Takeaway, ...]:
    """One exercise per `takeaway` block, in order, whatever is wrong with it."""
    results = [read_takeaway(fence) for fence in outline.fences if fence.info == "takeaway"]
    findings.extend(finding for result in results for finding in result.findings)
    return tuple(result.value for result in results)


def _notes(outline: Outline, findings: list[Diagnostic]) -> tuple[FacilitatorNote, ...]:
    """One note per `facilitator` block, in order."""
    fences = [fence for fence in outline.fences if fence.info == "facilitator"]
    results = [read_note(fence, outline) for fence in fences]
    findings.extend(finding for result in results for finding in result.findings)
    return tuple(result.value for result in results)


def _quiz(outline: Outline, default: str, findings: list[Diagnostic]) -> Ref | None:
    fences = [fence for fence in outline.fences if fence.info == "quiz"]
    refs = [_quiz_ref(fence, default, findings) for fence in fences]
    for extra in refs[1:]:
        see = ((refs[0].span, "the first one"),)
        message = "a lesson shows one quiz only"
        findings.append(SECOND_QUIZ.at(extra.span, message, "merge the quiz files", see))
    return refs[0] if refs else None


def _quiz_ref(fence: Fence, default: str, findings: list[Diagnostic]) -> Ref:
    place = _QuizPlace(default, fence.span)
    found = read_yaml(fence.text, fence.span.path, place.read, fence.line, fence.span.column)
    findings.extend(found.findings)
    return found.value


@dataclass(frozen=True, slots=True)
class _QuizPlace:
    default: str
    span: Span

    def read(self, fields: Fields) -> Ref:
        return quiz_place(fields) or Ref(self.default, self.span)


def quiz_place(fields: Fields) -> Ref | None:
    """The keys of a `quiz` block, the place where a lesson shows its quiz."""
    return fields.ref("id", "Name of the quiz file; default: the lesson's file name.")
