"""The texts of the course that a workshop kit is made of, found by the names a plan uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from builder.model.catalogue import Entry
from builder.model.course import Course
from builder.model.lesson import Lesson
from builder.model.parts import FacilitatorNote, Ref, Takeaway
from builder.model.questions import Question
from builder.model.quiz import Quiz
from builder.model.workshop import Block, Evaluation, QuizUse, SectionRef, Workshop
from builder.render.body import Body, Part


class LessonText(NamedTuple):
    """A lesson with its catalogue entry and its rendered body."""

    entry: Entry
    lesson: Lesson
    body: Body


class Section(NamedTuple):
    """A section of a lesson; `notes` are those for whoever teaches it. A lesson used as a whole
    gives its opening as a section without a title."""

    text: LessonText
    part: Part
    notes: tuple[FacilitatorNote, ...]


class Exercise(NamedTuple):
    """A takeaway with the lesson it stands in."""

    text: LessonText
    takeaway: Takeaway


class Item(NamedTuple):
    """A question of a quiz; `name` is QUIZ/QUESTION, `lesson` the id of the lesson that shows it,
    "" where none does, and `path` the file whose pictures it means."""

    name: str
    question: Question
    lesson: str
    path: str


@dataclass(frozen=True, slots=True)
class Stock:
    """What a course holds of all that a plan names.

    `lessons` and `quizzes` are by id, `shown` gives the lesson that shows a quiz. What a plan
    names and the course has not is left out here: the checks have said so.
    """

    lessons: Mapping[str, LessonText]
    quizzes: Mapping[str, Quiz] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)

    def sections(self, uses: Sequence[SectionRef]) -> tuple[Section, ...]:
        """The sections that a block teaches, each once."""
        found = (section for ref in uses for section in self._sections(ref))
        return tuple({(s.text.lesson.id, s.part.id): s for s in found}.values())

    def _sections(self, ref: SectionRef) -> Iterator[Section]:
        text = self.lessons.get(ref.lesson)
        if text is None:
            return
        for part in text.body.parts:
            if part.kind == "section" and ref.anchor in ("", part.id):
                notes = [n for n in text.lesson.facilitator if n.section == part.id]
                yield Section(text, part, tuple(notes))

    def exercise(self, block: Block) -> Exercise | None:
        """The takeaway of a block: named alone, or LESSON.TAKEAWAY where two lessons have one of
        the same name."""
        if block.takeaway is None:
            return None
        lesson, _, name = block.takeaway.id.rpartition(".")
        near = [ref.lesson for ref in block.uses]
        near += [ref.id.rpartition(".")[0] for ref in block.objectives]
        order = dict.fromkeys([*near, *self.lessons])
        for text in (self.lessons[key] for key in order if key in self.lessons):
            for takeaway in text.lesson.takeaways:
                if takeaway.id == name and lesson in ("", text.lesson.id):
                    return Exercise(text, takeaway)
        return None

    def items(self, quiz: Ref | None, names: Sequence[Ref]) -> tuple[Item, ...]:
        """Questions of a quiz in the order they are named, all of them where none is."""
        found = self.quizzes.get(quiz.id) if quiz else None
        if found is None:
            return ()
        by_id = {question.id: question for question in found.questions}
        wanted = [ref.id for ref in names] or list(by_id)
        return tuple(self._item(found, by_id[name]) for name in wanted if name in by_id)

    def _item(self, quiz: Quiz, question: Question) -> Item:
        lesson = self.shown.get(quiz.id, "")
        path = self.lessons[lesson].lesson.path if lesson in self.lessons else quiz.path
        return Item(f"{quiz.id}/{question.id}", question, lesson, path)

    def objective(self, ref: Ref) -> str:
        """The words of LESSON.OBJECTIVE (Markdown), "" for an unknown one."""
        lesson, _, name = ref.id.rpartition(".")
        texts = [self.lessons[lesson]] if lesson in self.lessons else []
        known = {o.id: o.text for text in texts for o in text.lesson.objectives}
        return known.get(name, "")


def lessons_of(plan: Workshop, course: Course) -> tuple[str, ...]:
    """The ids of the lessons of the course that a plan names, each once, in reading order."""
    names = {ref.lesson for block in plan.blocks for ref in block.uses}
    aims = [*plan.objectives, *(ref for block in plan.blocks for ref in block.objectives)]
    names |= {ref.id.rpartition(".")[0] for ref in aims}
    names |= {one.lesson.id for one in plan.prework}
    wanted = {block.takeaway.id.rpartition(".")[2] for block in plan.blocks if block.takeaway}
    return tuple(
        entry.id
        for _, entry in course.lessons()
        if entry.id in names or any(takeaway.id in wanted for takeaway in entry.takeaways)
    )


def quizzes_of(plan: Workshop) -> tuple[str, ...]:
    """The ids of the quizzes a plan names, each once."""
    refs = [block.quiz for block in plan.blocks] + [use.quiz for use in _uses(plan.evaluation)]
    return tuple(dict.fromkeys(ref.id for ref in refs if ref))


def all_items(plan: Workshop, stock: Stock) -> tuple[Item, ...]:
    """Every question that the plan uses, in the order of the day, each once."""
    used = [stock.items(block.quiz, block.items) for block in plan.blocks]
    used += [stock.items(use.quiz, use.items) for use in _uses(plan.evaluation)]
    return tuple({item.name: item for items in used for item in items}.values())


def _uses(evaluation: Evaluation) -> list[QuizUse]:
    return [use for use in (evaluation.pre, evaluation.post) if use]
