"""The blocks of a plan with everything the course holds for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup, escape

from builder.model.paper import laid_out
from builder.model.parts import FacilitatorNote, Picture
from builder.model.workshop import PAUSES, Block, BlockKind, Interact, Workshop
from builder.render.addresses import address
from builder.render.exercises import TakeawayView, takeaway_view
from builder.render.html import trusted
from builder.render.questions.base import NOTHING
from builder.render.workshop.asked import Setting, asked
from builder.render.workshop.keys import key_view
from builder.render.workshop.media import moved
from builder.render.workshop.pieces import pieces
from builder.render.workshop.points import points
from builder.render.workshop.stock import Exercise, Item, Section, Stock
from builder.render.workshop.views import BlockView, NoteView, SectionView, ShortView

_MANY = 6
_WITH_SHEET = (BlockKind.ACTIVITY, BlockKind.DISCUSSION)


@dataclass(frozen=True, slots=True)
class Moment:
    """When a block takes place: its number, the minute it starts, its times as written."""

    number: int
    starts: int
    begin: str
    end: str


class Blocks:
    """Makes the views of a plan's blocks."""

    def __init__(self, plan: Workshop, stock: Stock, setting: Setting) -> None:
        self._plan = plan
        self._stock = stock
        self._setting = setting
        self._words = setting.words
        self._own = partial(setting.inline, path=plan.path)
        self._materials = {m.id: m.text for m in plan.materials}

    def view(self, block: Block, at: Moment) -> BlockView:
        """The view of one block."""
        sections = self._stock.sections(block.uses)
        exercise = self._stock.exercise(block)
        shown = self._exercise(exercise)
        return BlockView(
            id=block.id,
            number=at.number,
            kind=block.kind.value,
            label=self._label(block),
            title=self._title(block, sections, exercise),
            minutes=block.minutes,
            starts=at.starts,
            begin=at.begin,
            end=at.end,
            pause=block.kind in PAUSES,
            must=block.must,
            short=self._short(block),
            sections=tuple(self._section(s, block, first=n == 0) for n, s in enumerate(sections)),
            notes=tuple(self._notes(block, sections)),
            exercise=shown,
            steps=_steps(shown, block.part),
            part=block.part or 0,
            **self._told(block),
            **self._questions(block),
            **self._sheet(block, at),
        )

    def _told(self, block: Block) -> dict[str, Any]:
        """What the plan itself says of the block."""
        materials = (self._materials[m.id] for m in block.materials if m.id in self._materials)
        return {
            "group": str(getattr(self._words, f"kit_with_{block.interact.value}")),
            "do": self._text(block.do),
            "task": self._text(block.task or block.do),
            "say": self._text(block.say),
            "ask": tuple(map(self._own, block.ask)),
            "expect": tuple(map(self._own, block.expect)),
            "screen": self._text(block.screen),
            "debrief": tuple(map(self._own, block.debrief)),
            "tool": block.tool,
            "instructions": block.instructions,
            "objectives": tuple(self._aims(block)),
            "materials": tuple(map(self._own, materials)),
        }

    def _questions(self, block: Block) -> dict[str, Any]:
        """The questions of the block with their keys, numbered as on its sheet."""
        items = self._stock.items(block.quiz, block.items)
        papers = [(laid_out(item.question), item, n) for n, item in enumerate(items, 1)]
        return {
            "asked": tuple(asked(*paper, self._setting) for paper in papers),
            "keys": tuple(key_view(*paper, self._setting) for paper in papers),
            "separate": bool(items) and self._separate(items),
        }

    def _sheet(self, block: Block, at: Moment) -> dict[str, Any]:
        """The block's handout: its name, which becomes that of a file, and cards to cut out."""
        if block.kind not in _WITH_SHEET:
            return {"handout": ""}
        name = block.id if block.id.isascii() else f"part-{at.number}"
        return {"handout": name, "cards": _cards(self._text(block.task or block.do))}

    def _text(self, text: str) -> Markup:
        return self._setting.block(text, self._plan.path)

    def _label(self, block: Block) -> str:
        if block.kind is BlockKind.QUIZ and block.interact is Interact.POLL:
            return self._words.kit_poll
        return str(getattr(self._words, f"kit_kind_{block.kind.value}"))

    def _title(
        self, block: Block, sections: Sequence[Section], exercise: Exercise | None
    ) -> Markup:
        """The author's title, else that of the exercise or section, else the kind's."""
        if block.title:
            return self._own(block.title)
        if exercise:
            return self._setting.inline(exercise.takeaway.title, exercise.text.lesson.path)
        if sections and block.kind is BlockKind.INPUT:
            return trusted(sections[0].part.title_html)
        return escape(getattr(self._words, f"kit_title_{block.kind.value}"))

    def _short(self, block: Block) -> ShortView | None:
        """Time in hand is there to be used up."""
        if block.if_short:
            saved = block.minutes - block.if_short.minutes
            return ShortView(block.if_short.minutes, saved, self._own(block.if_short.how))
        if block.kind is BlockKind.BUFFER and not block.must:
            return ShortView(0, block.minutes, Markup())
        return None

    def _aims(self, block: Block) -> list[Markup]:
        texts = map(self._stock.objective, block.objectives)
        return [self._own(text) for text in texts if text]

    def _section(self, section: Section, block: Block, *, first: bool) -> SectionView:
        lesson = section.text.lesson
        html = moved(section.part.html, lesson.path, self._setting.url)
        cover = first and self._firsts.get(lesson.id) == block.id
        image = lesson.image if cover else None
        return SectionView(
            anchor=f"{lesson.id}--{section.part.id}",
            title=trusted(section.part.title_html),
            lesson=section.text.entry.title,
            points=points(html),
            html=html,
            picture=self._image(image, lesson.path) if image else NOTHING,
            caption=self._setting.inline(image.caption, lesson.path) if image else NOTHING,
        )

    def _image(self, image: Picture, path: str) -> Markup:
        src, alt = escape(address(image.src, path)), escape(image.alt or "")
        return moved(f'<img src="{src}" alt="{alt}">', path, self._setting.url)

    def _notes(self, block: Block, sections: Sequence[Section]) -> list[NoteView]:
        """The notes of the sections taught, and the lesson's other notes where it comes first."""
        found = [(note, s.text.lesson.path) for s in sections for note in s.notes]
        found += [
            (note, self._stock.lessons[lesson].lesson.path)
            for lesson, first in self._firsts.items()
            if first == block.id
            for note in self._stock.lessons[lesson].lesson.facilitator
            if (lesson, note.section) not in self._taught
        ]
        return [self._note(note, path) for note, path in found]

    @cached_property
    def _firsts(self) -> dict[str, str]:
        """The block in which each lesson comes up first, by the lesson's id."""
        firsts: dict[str, str] = {}
        for block in self._plan.blocks:
            exercise = self._stock.exercise(block)
            lessons = [ref.lesson for ref in block.uses]
            lessons += [exercise.text.lesson.id] if exercise else []
            for lesson in lessons:
                if lesson in self._stock.lessons:
                    firsts.setdefault(lesson, block.id)
        return firsts

    @cached_property
    def _taught(self) -> set[tuple[str, str]]:
        """Every section that some block teaches: lesson and anchor."""
        taught = (s for block in self._plan.blocks for s in self._stock.sections(block.uses))
        return {(section.text.lesson.id, section.part.id) for section in taught}

    def _note(self, note: FacilitatorNote, path: str) -> NoteView:
        say = partial(self._setting.inline, path=path)
        return NoteView(
            say(note.timing),
            tuple(map(say, note.prompt)),
            tuple(map(say, note.watch_out)),
            tuple(map(say, note.debrief)),
        )

    def _exercise(self, exercise: Exercise | None) -> TakeawayView | None:
        return takeaway_view(exercise.takeaway, exercise.text.lesson.path) if exercise else None

    def _separate(self, items: Sequence[Item]) -> bool:
        """Whether these questions are the test before or after, which has sheets of its own."""
        names = {item.name for item in items}
        tests = (self._plan.evaluation.pre, self._plan.evaluation.post)
        return any(
            names == {item.name for item in self._stock.items(use.quiz, use.items)}
            for use in tests
            if use
        )


def _steps(exercise: TakeawayView | None, part: int | None) -> tuple[Markup, ...]:
    """The steps that are done here: all of them, or the one the plan names."""
    steps = tuple(step.text for step in exercise.steps) if exercise else ()
    return steps[part - 1 : part] if part and part <= len(steps) else steps


def _cards(task: Markup) -> tuple[Markup, ...]:
    """A long numbered list in a task is what groups sort or match: each item becomes a card."""
    lists = (piece.items for piece in pieces(task) if piece.tag == "ol")
    return next((tuple(map(trusted, items)) for items in lists if len(items) >= _MANY), ())
