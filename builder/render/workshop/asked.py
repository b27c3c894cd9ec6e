"""Questions as they stand on paper. Nothing here may tell the right answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from builder.model.paper import Form, Paper
from builder.model.questions import (
    GAP,
    PIECE,
    Cloze,
    Conversation,
    Highlight,
    Hotspot,
    Numeric,
    Ordering,
    Question,
    Survey,
)
from builder.render.html import trusted
from builder.render.markup import block, inline, plain
from builder.render.questions.base import NOTHING, QuestionView, Text
from builder.render.questions.conversation import conversation_view
from builder.render.words import Words
from builder.render.workshop.media import moved
from builder.render.workshop.stock import Item

_HELD = re.compile("\ue000(\\d+)\ue001")
LINES = {Form.WRITE: 1, Form.REFLECT: 6}


class Line(NamedTuple):
    """A lettered choice or a numbered row."""

    letter: str
    text: Markup
    style: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on paper. `ask` says what to do. `text` is a text with blanks or lettered
    pieces, `picture` an image whose regions are the choices with a `style`. `lines` are lines to
    write on, `ends` what the ends of a scale of numbers mean."""

    number: int
    name: str
    form: str
    prompt: Markup
    ask: str
    points: str
    choices: tuple[Line, ...] = ()
    rows: tuple[Line, ...] = ()
    text: Markup = NOTHING
    picture: Markup = NOTHING
    lines: int = 0
    several: bool = False
    talk: QuestionView | None = None
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a page of the kit is told of the course: the words, and its address on the web."""

    words: Words
    url: str = ""
    language: str = "en"

    def inline(self, text: str, path: str) -> Markup:
        """A phrase of the file at `path`."""
        return moved(inline(text, path), path, self.url)

    def block(self, text: str, path: str) -> Markup:
        """Paragraphs of the file at `path`."""
        return moved(block(text, path), path, self.url)


def asked(paper: Paper, item: Item, number: int, setting: Setting) -> Asked:
    """The question of a paper under the number it bears on the sheet."""
    question = paper.question
    say = partial(setting.inline, path=item.path)
    styles = dict(_styles(question))
    return Asked(
        number=number,
        name=item.name,
        form=paper.form.value,
        prompt=say(question.prompt),
        ask=_ask(paper, setting.words),
        points=f"{question.points:g}",
        choices=tuple(Line(c.letter, say(c.text), styles.get(c.id, "")) for c in paper.choices),
        rows=tuple(Line(r.letter, say(r.text)) for r in paper.rows),
        text=_text(paper, item.path, setting),
        picture=_picture(question, say),
        lines=LINES.get(paper.form, 0),
        several=paper.several,
        talk=_talk(question, item, setting),
        ends=(plain(question.first), plain(question.last))
        if isinstance(question, Survey)
        else ("", ""),
    )


def _ask(paper: Paper, words: Words) -> str:
    question = paper.question
    if question.type == "true-false":
        return words.kit_ask_true
    if isinstance(question, Ordering) and question.first:
        first, last = plain(question.first), plain(question.last)
        if (first, last) != (words.first, words.last):
            return words("kit_ask_order", first=first, last=last)
    return str(getattr(words, f"kit_ask_{_way(paper)}"))


def _way(paper: Paper) -> str:
    question, more = paper.question, paper.several
    if isinstance(question, Highlight):
        return "pieces"
    if isinstance(question, Hotspot):
        return "regions" if more else "region"
    if isinstance(question, Numeric):
        return "number"
    named = {Form.TICK: "several" if more else "one", Form.ORDER: "order_plain"}
    named[Form.PAIR] = "pair_several" if more else "pair"
    return named.get(paper.form, paper.form.value)


def _text(paper: Paper, path: str, setting: Setting) -> Markup:
    question = paper.question
    if isinstance(question, Cloze):
        rows = {row.id: row for row in paper.rows}
        return _held(question.text, GAP, lambda m: _gap(rows[m[1]]), path, setting)
    if isinstance(question, Highlight):
        letters = {" ".join(c.text.split()): c.letter for c in paper.choices}
        piece = partial(_lettered, letters)
        return _held(question.text, PIECE, piece, path, setting)
    return Markup()


def _held(
    text: str,
    pattern: re.Pattern[str],
    make: Callable[[re.Match[str]], str],
    path: str,
    setting: Setting,
) -> Markup:
    """The text as HTML with what `make` makes of each match, which no Markdown touches."""
    held: list[str] = []

    def hold(found: re.Match[str]) -> str:
        held.append(make(found))
        return f"\ue000{len(held) - 1}\ue001"

    html = setting.block(pattern.sub(hold, text), path)
    return trusted(_HELD.sub(lambda m: held[int(m[1])], html))


def _gap(row: NamedTuple) -> str:
    letter, _, menu = row
    options = f' <span class="menu">({escape(menu)})</span>' if menu else ""
    return f'<span class="gap"><b>{letter}</b></span>{options}'


def _lettered(letters: dict[str, str], found: re.Match[str]) -> str:
    text = " ".join(found[1].split())
    return f'<span class="piece"><b>{letters.get(text, "")}</b>{inline(found[1])}</span>'


def _styles(question: Question) -> Iterable[tuple[str, str]]:
    if isinstance(question, Hotspot):
        for o, r in zip(question.options, question.regions, strict=True):
            yield o.id, f"left:{r.left:g}%;top:{r.top:g}%;width:{r.width:g}%;height:{r.height:g}%"


def _picture(question: Question, say: Callable[[str], Markup]) -> Markup:
    if not isinstance(question, Hotspot):
        return Markup()
    picture = question.picture
    return say(f'<img src="{escape(picture.src)}" alt="{escape(picture.alt or "")}">')


def _talk(question: Question, item: Item, setting: Setting) -> QuestionView | None:
    if not isinstance(question, Conversation):
        return None
    text = Text(
        partial(setting.inline, path=item.path),
        partial(setting.block, path=item.path),
        plain,
        setting.language,
    )
    return conversation_view(question, "", {}, text)


def _ends(question: Question) -> tuple[str, str]:
    if isinstance(question, Survey):
        return plain(question.first), plain(question.last)
    return "", ""
