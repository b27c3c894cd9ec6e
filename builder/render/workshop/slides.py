"""The deck: from the blocks of a plan to slides, with notes for whoever speaks.

The rule that keeps walls of text off the screen:

- what a plan puts under `screen` is a slide of its own, a sentence a line; of the sections only
  lists, what is set in bold, pictures and the like follow it (in quizzes and breaks `screen` is a
  note for whoever teaches);
- without it, each section opens with its heading and at most three main points (`points`); more
  points make more slides; a picture, a table, a quotation or code stands alone;
- a question to the group, a quiz question, the debriefing and each break have slides of their own;
- an exercise shows its steps and a countdown, at most five steps to a slide.

The deck holds no answers, so that it may be passed on; the notes hold the text in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from builder.render.html import trusted
from builder.render.questions.base import NOTHING
from builder.render.words import Words
from builder.render.workshop.asked import Asked
from builder.render.workshop.pieces import Piece, pieces, sentences, words_of
from builder.render.workshop.points import piece_points, short_enough
from builder.render.workshop.section_slides import POINTS, even, groups, section_slides
from builder.render.workshop.slide import Cue, Slide
from builder.render.workshop.views import BlockView, PlanView

STEPS = 5
_PLENARY = ("open", "input", "discussion", "debrief", "energiser", "close")
"""Where `ask` goes to the whole group; in an exercise it helps single people along."""
_LONG = 18


def deck(plan: PlanView, words: Words) -> tuple[tuple[Slide, ...], dict[str, tuple[int, int]]]:
    """The slides of a plan, and the numbers of the first and last slide of each block."""
    maker = _Deck(plan, words)
    slides = list(maker.opening())
    spans: dict[str, tuple[int, int]] = {}
    for block in plan.blocks:
        own = list(maker.block(block))
        spans[block.id] = (len(slides) + 1, len(slides) + len(own))
        slides += own
    return tuple(slides), spans


class _Deck:
    def __init__(self, plan: PlanView, words: Words) -> None:
        self._plan = plan
        self._words = words

    def opening(self) -> Iterator[Slide]:
        """The slide that is on when people come in."""
        plan = self._plan
        place = " · ".join(filter(None, (plan.date, plan.begin if plan.date else "", plan.where)))
        yield Slide(
            kind="title",
            title=Markup.escape(plan.title),
            eyebrow=plan.course,
            lead=_opening(plan.description),
            lines=(Markup.escape(place),) if place else (),
        )

    def block(self, block: BlockView) -> Iterator[Slide]:
        """The slides of one block: all tell what is done and said, the first also the lesson."""
        slides = list(self._slides(block)) or [self._bare(block)]
        cues, lesson = tuple(self._cues(block)), tuple(self._lesson(block))
        for at, slide in enumerate(slides):
            yield replace(
                slide,
                opens=at == 0,
                notes=(*slide.notes, *cues, *(lesson if at == 0 else ())),
                block=block.id,
                eyebrow=slide.eyebrow or self._eyebrow(block),
                minutes=block.minutes,
                begin=block.begin,
                end=block.end,
            )

    def _slides(self, block: BlockView) -> Iterator[Slide]:
        if block.pause:
            yield Slide(kind="pause", title=block.title, timer=block.minutes)
            return
        if block.screen and block.kind != "quiz":
            yield self._screen(block)
        if block.kind == "open":
            yield from self._welcome()
        yield from self._material(block)
        if block.kind in _PLENARY:
            shown = words_of(block.screen)
            yield from (self._ask(q) for q in block.ask if words_of(q) not in shown)
        if block.debrief:
            yield from self._debrief(block)
        if block.kind == "close":
            yield self._close()

    def _material(self, block: BlockView) -> Iterator[Slide]:
        """What the course holds for a block: its questions, its exercise, or its sections."""
        if block.separate:
            yield self._test(block)
        elif block.asked:
            yield from (self._question(block, asked) for asked in block.asked)
        elif block.steps:
            yield from self._steps(block)
        elif block.kind == "input":
            yield from self._sections(block)

    def _bare(self, block: BlockView) -> Slide:
        """What a block without material shows: its task, for an activity, else its title."""
        if block.kind == "buffer":
            title = Markup.escape(self._words.kit_title_buffer)
            return Slide(kind="text", title=title, eyebrow=block.group or block.label)
        active = block.kind in ("activity", "energiser", "discussion")
        timer = block.minutes if active else 0
        task = block.task if active else NOTHING
        return Slide(kind="text", title=block.title, html=task, timer=timer)

    def _welcome(self) -> Iterator[Slide]:
        words, plan = self._words, self._plan
        if plan.objectives:
            title = Markup.escape(words.kit_goals_you)
            for lines in even(plan.objectives, STEPS):
                yield Slide(kind="goals", title=title, lines=lines)
        shown = tuple(b for b in plan.blocks if b.kind not in ("buffer", "energiser"))
        yield Slide(kind="agenda", title=Markup.escape(words.kit_sl_agenda), agenda=shown)

    def _screen(self, block: BlockView) -> Slide:
        """The plan's own words: the items of a list, else each sentence on a line of its own."""
        lines = [
            line
            for piece in pieces(block.screen)
            for line in (piece.items or sentences(piece.inner))
        ]
        active = block.kind in ("activity", "energiser", "discussion") and not block.steps
        return Slide(
            kind="points" if len(lines) > 1 else "say",
            title=block.title,
            lines=tuple(map(trusted, lines)),
            timer=self._countdown(block) if active else 0,
        )

    def _steps(self, block: BlockView) -> Iterator[Slide]:
        steps = [_short(step) for step in block.steps]
        for part in groups(steps, STEPS):
            yield Slide(
                kind="say" if block.part else "steps",
                title=block.title,
                lines=part,
                timer=self._countdown(block),
            )

    @staticmethod
    def _countdown(block: BlockView) -> int:
        """The minutes people work: those for the instructions and for looking back are not."""
        return max(1, block.minutes - block.instructions)

    def _sections(self, block: BlockView) -> Iterator[Slide]:
        for section in block.sections:
            yield from section_slides(section, marked_only=bool(block.screen))

    def _question(self, block: BlockView, asked: Asked) -> Slide:
        words = self._words
        total = len(block.asked)
        count = words("kit_sl_question_n", n=asked.number, total=total) if total > 1 else ""
        note = Cue(words.kit_expected, Markup.escape(words.kit_sl_answer_note))
        return Slide(kind="quiz", title=asked.prompt, eyebrow=count, asked=asked, notes=(note,))

    def _test(self, block: BlockView) -> Slide:
        """A test has sheets of its own: the screen shows the time."""
        text = trusted(f"<p>{Markup.escape(self._words.kit_wb_separate)}</p>")
        return Slide(kind="text", title=block.title, html=text, timer=block.minutes)

    def _ask(self, question: Markup) -> Slide:
        words = self._words
        lead = Markup.escape(words.kit_sl_think)
        return Slide(kind="ask", title=question, eyebrow=words.kit_sl_question, lead=lead)

    def _debrief(self, block: BlockView) -> Iterator[Slide]:
        words = self._words
        for lines in groups(block.debrief, POINTS):
            yield Slide(
                kind="debrief",
                title=Markup.escape(words.kit_title_debrief),
                eyebrow=words.kit_debrief,
                lines=lines,
            )

    def _close(self) -> Slide:
        words, plan = self._words, self._plan
        lines = (words.kit_sl_commit_1, words.kit_sl_commit_2, words.kit_sl_commit_3)
        ends = [words.kit_sl_reaction] if plan.reaction else []
        if plan.course_url:
            ends.append(f"{words.kit_sl_course_at} {plan.course_url}")
        return Slide(
            kind="close",
            title=Markup.escape(words.kit_sl_commit),
            lines=tuple(map(Markup.escape, lines)),
            lead=Markup.escape(" ".join(ends)),
        )

    def _eyebrow(self, block: BlockView) -> str:
        minutes = self._words("kit_min", n=block.minutes)
        kind = block.label if block.label != block.group else ""
        return " · ".join(filter(None, (kind, block.group, minutes)))

    def _lesson(self, block: BlockView) -> Iterator[Cue]:
        """The sections of the lesson, word for word."""
        if block.kind == "input":
            label = self._words.kit_sl_section_note
            yield from (Cue(label, section.html) for section in block.sections)

    def _cues(self, block: BlockView) -> Iterator[Cue]:
        words = self._words
        if block.do:
            yield Cue(words.kit_do, block.do)
        if block.screen and block.kind == "quiz":
            yield Cue(words.kit_on_screen, block.screen)
        if block.say:
            yield Cue(words.kit_say, block.say)
        yield from (Cue(words.kit_ask, question) for question in block.ask)
        for note in block.notes:
            yield from (Cue(words.kit_prompt, text) for text in note.prompt)
            yield from (Cue(words.kit_watch_out, text) for text in note.watch_out)
        if block.tool:
            yield Cue(words.kit_tool, Markup.escape(block.tool))
        if block.short and block.short.how:
            yield Cue(words.kit_short_of_time, block.short.how)


def _opening(description: Markup) -> Markup:
    """The first sentence of a description, where it is short enough to be read at a glance."""
    first = trusted(sentences(description)[0]) if description else NOTHING
    return first if short_enough(first) else NOTHING


def _short(step: Markup) -> Markup:
    """A step by its first sentence where it is long: the rest is on the sheet."""
    first = piece_points(Piece("p", step, step)) if len(step.split()) > _LONG else []
    return first[0] if first else step
