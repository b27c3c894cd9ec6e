"""The answers to printed questions, with reasons: for facilitators only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from builder.model.paper import Paper, key
from builder.model.questions import (
    Blank,
    Cloze,
    Conversation,
    Matching,
    MenuKey,
    Numeric,
    Option,
    Ordering,
    Question,
    Reflection,
    ShortText,
    Sorting,
    TextKey,
)
from builder.render.html import trusted
from builder.render.workshop.asked import Setting
from builder.render.workshop.stock import Item

Say = Callable[[str], Markup]


class KeyRow(NamedTuple):
    """A row of a key: the letter or number it bears on the sheet, its text, whether it is right
    (None where that is no question), what belongs to it, and why."""

    letter: str
    text: Markup
    right: bool | None
    answer: Markup
    why: Markup


@dataclass(frozen=True, slots=True)
class Key:
    """What is right. `written` pairs a row's number ("" where there are no rows) with what should
    stand there; `marked` is False where nothing is right or wrong."""

    number: int
    name: str
    prompt: Markup
    marked: bool
    written: tuple[tuple[str, str], ...]
    rows: tuple[KeyRow, ...]
    feedback: Markup
    model: Markup

    @property
    def short(self) -> str:
        """What to write, on one line."""
        pairs = ((f"{row} {text}" if row else text) for row, text in self.written)
        return " · ".join("\u00a0".join(pair.split()) for pair in pairs)


def key_view(paper: Paper, item: Item, number: int, setting: Setting) -> Key:
    """The key of a paper under the number it bears on the sheet."""
    question = paper.question
    say = partial(setting.inline, path=item.path)
    written = key(paper)
    rows = _ROWS.get(type(question), _options)
    labels = [row.letter for row in paper.rows] if len(written) == len(paper.rows) else [""]
    model = question.model if isinstance(question, Reflection) else ""
    return Key(
        number=number,
        name=item.name,
        prompt=say(question.prompt),
        marked=bool(written),
        written=tuple(zip(labels, written, strict=True)) if written else (),
        rows=tuple(rows(question, paper, say)) if written else (),
        feedback=say(question.feedback),
        model=setting.block(model, item.path),
    )


def _options(question: Question, paper: Paper, say: Say) -> Iterator[KeyRow]:
    options: Mapping[str, Option] = {o.id: o for o in getattr(question, "options", ())}
    for slip in paper.choices:
        option = options[slip.id]
        text, why = say(option.text), say(option.feedback)
        yield KeyRow(slip.letter, text, option.correct, Markup(), why)


def _ordering(question: Ordering, paper: Paper, say: Say) -> Iterator[KeyRow]:
    letters = {slip.id: slip.letter for slip in paper.choices}
    for option in question.options:
        yield KeyRow(letters[option.id], say(option.text), None, Markup(), say(option.feedback))


def _matching(question: Matching, paper: Paper, say: Say) -> Iterator[KeyRow]:
    pairs = {pair.id: pair for pair in question.pairs}
    for row in paper.rows:
        pair = pairs[row.id]
        yield KeyRow(row.letter, say(pair.text), None, say(pair.answer), say(pair.feedback))


def _sorting(question: Sorting, paper: Paper, say: Say) -> Iterator[KeyRow]:
    columns = {column.id: say(column.text) for column in question.columns}
    rows = {row.id: row for row in question.rows}
    for slip in paper.rows:
        row = rows[slip.id]
        places = Markup(", ").join(columns[name] for name in row.right if name in columns)
        yield KeyRow(slip.letter, say(row.text), None, places, say(row.feedback))


def _typed(question: ShortText | Numeric, _: Paper, say: Say) -> Iterator[KeyRow]:
    yield from _listed("", question.key, say)


def _cloze(question: Cloze, paper: Paper, say: Say) -> Iterator[KeyRow]:
    blanks: Mapping[str, Blank] = {blank.id: blank for blank in question.blanks}
    for row in paper.rows:
        blank = blanks[row.id]
        if isinstance(blank.key, MenuKey):
            for o in blank.key.options:
                yield KeyRow(row.letter, say(o.text), o.correct, Markup(), say(o.feedback))
        else:
            yield from _listed(row.letter, blank.key, say)
        if blank.feedback:
            yield KeyRow(row.letter, Markup(), None, Markup(), say(blank.feedback))


def _listed(letter: str, found: object, say: Say) -> Iterator[KeyRow]:
    """Each listed answer, those that count in part as well."""
    texts = found.variants if isinstance(found, TextKey) else getattr(found, "amounts", ())
    unit = "" if isinstance(found, TextKey) else getattr(found, "unit", "")
    for one in texts:
        text = Markup("<q>{}</q>").format(f"{one.text} {unit}".strip())
        yield KeyRow(letter, text, one.credit > 0, Markup(), say(one.feedback))


def _conversation(question: Conversation, paper: Paper, say: Say) -> Iterator[KeyRow]:
    best = set((key(paper) or ("",))[0].split())
    for number, turn in enumerate(question.turns, 1):
        for at, reply in enumerate(turn.replies):
            sign = chr(ord("A") + at % 26)
            points = f"{reply.points:g}" if reply.points is not None else ""
            right = bool(reply.points and reply.points > 0) if best else None
            yield KeyRow(
                f"{number}{sign}", say(reply.text), right, trusted(points), say(reply.feedback)
            )
    for ending in question.endings:
        yield KeyRow("", say(ending.title), None, Markup(), say(ending.debrief))


_ROWS: dict[type[Question], Callable[..., Iterator[KeyRow]]] = {
    Ordering: _ordering,
    Matching: _matching,
    Sorting: _sorting,
    ShortText: _typed,
    Numeric: _typed,
    Cloze: _cloze,
    Conversation: _conversation,
}
