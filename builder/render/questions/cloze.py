"""Cloze."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from markupsafe import Markup

from builder.model.grading.cloze import right
from builder.model.questions import GAP, Blank, Cloze, MenuKey, NumberKey, Option, TextKey
from builder.render.html import escaped, trusted
from builder.render.questions.base import Places, Row, Text, frame, shuffled
from builder.render.questions.typed import (
    Answer,
    Field,
    Told,
    TypedView,
    asked_number,
    asked_text,
    number_answer,
    number_field,
    packed,
    text_answer,
    text_size,
    with_language,
)

# Characters for private use stand for the blanks while the Markdown is rendered.
_MARK = re.compile("\ue000([0-9]+)\ue001")
_IN_TAG = re.compile("<[^>]*\ue000[^>]*>")
_PART = re.compile(r"\n\s*\n|\n[ \t]*(?:[-*+]|\d+\.)[ \t]|\n#+ ")
_LEAD = re.compile(r"^\s*(?:[-*+>#]+|\d+\.)\s+")
_BEFORE, _AFTER = 6, 4
_NEEDS: dict[type, str] = {TextKey: "short-text", NumberKey: "numeric"}


@dataclass(frozen=True, slots=True)
class ClozeView(TypedView):
    """`parts` are the text cut at its blanks: HTML and the places of fields in turn."""

    parts: tuple[Markup | int, ...] = ()


def cloze_view(question: Cloze, quiz: str, places: Places, text: Text) -> ClozeView:
    """Fields in the order of the question's blanks, which the text names by their places."""
    blanks = tuple(_settled(blank, text) for blank in question.blanks)
    size = text_size(
        v.text for b in blanks if isinstance(b.key, TextKey) for v in b.key.variants if v.credit
    )
    around = dict(_contexts(question, text))
    fields = tuple(_field(question, blank, size, text) for blank in blanks)
    rows = tuple(Row(b.id, trusted(escaped(_shown(b))), "", Markup()) for b in blanks)
    told = Row("", trusted(escaped(question.text)), "", Markup())
    asked = (f"{b.id}\x1f{_asked(b)}" for b in blanks)
    return ClozeView(
        **frame(question, quiz, places, text, (question.text, *asked)),
        needs=tuple(sorted({_NEEDS[type(b.key)] for b in blanks if type(b.key) in _NEEDS})),
        rows=rows,
        shown=(told, *rows),
        fields=tuple(_placed(field, around) for field in fields),
        answers=tuple(_answer(blank, text) for blank in blanks),
        parts=_parts(question, text),
    )


def _settled(blank: Blank, text: Text) -> Blank:
    if isinstance(blank.key, NumberKey):
        return replace(blank, key=with_language(blank.key, text))
    return blank


def _shown(blank: Blank) -> str:
    """What a learner sees of the blank itself, in an order that tells nothing."""
    options = blank.key.options if isinstance(blank.key, MenuKey) else ()
    return "\x1d".join(sorted(f"{option.id}\x1e{option.text}" for option in options))


def _asked(blank: Blank) -> str:
    if isinstance(blank.key, MenuKey):
        return "\x1e".join(f"{o.id}\x1d{o.text}\x1d{o.correct:d}" for o in blank.key.options)
    if isinstance(blank.key, NumberKey):
        return asked_number(blank.key)
    return asked_text(blank.key)


def _field(question: Cloze, blank: Blank, size: int, text: Text) -> Field:
    if isinstance(blank.key, NumberKey):
        return number_field(blank.id, blank.key)
    if isinstance(blank.key, TextKey):
        return Field(blank.id, size=size)
    rows = (Row(o.id, Markup(), text.plain(o.text), Markup()) for o in blank.key.options)
    order = shuffled(f"{question.id}\0{blank.id}", tuple(rows), lambda row: row.id)
    return Field(blank.id, options=order)


def _answer(blank: Blank, text: Text) -> Answer:
    if isinstance(blank.key, NumberKey):
        return number_answer(blank.id, blank.key, text, blank.feedback)
    if isinstance(blank.key, TextKey):
        return text_answer(blank.id, blank.key, text, blank.feedback)
    options = blank.key.options
    said = ((o, o.feedback or (blank.feedback if o.correct else "")) for o in options)
    value = right(blank)
    return Answer(
        blank.id,
        packed({"type": "menu", "of": [[o.id, int(o.correct)] for o in options]}),
        value,
        next((text.inline(o.text) for o in options if o.id == value), Markup()),
        told=tuple(_told(blank, o, words, text) for o, words in said if words),
    )


def _told(blank: Blank, option: Option, words: str, text: Text) -> Told:
    name = "" if option.correct else text.plain(option.text)
    return Told(f"{blank.id}/{option.id}", name, text.inline(words), 100 * option.correct)


def _parts(question: Cloze, text: Text) -> tuple[Markup | int, ...]:
    """The text with the places of its blanks. A blank where no field can stand, as in the address
    of a link, and a second one of the same name stay as the author wrote them."""
    html = _IN_TAG.sub(lambda tag: _written(tag[0], question), text.block(_marked(question)))
    known = {blank.id: place for place, blank in enumerate(question.blanks)}
    names = question.gaps()
    parts: list[Markup | int] = []
    for place, piece in enumerate(_MARK.split(html)):
        name = names[int(piece)] if place % 2 else ""
        if place % 2 == 0:
            parts.append(trusted(piece))
        elif name in known:
            parts.append(known.pop(name))
        else:
            parts.append(trusted(escaped(f"{{{{{name}}}}}")))
    return tuple(parts)


def _marked(question: Cloze) -> str:
    places = iter(range(len(question.gaps())))
    return GAP.sub(lambda _: f"\ue000{next(places)}\ue001", question.text)


def _written(html: str, question: Cloze) -> str:
    names = question.gaps()
    return _MARK.sub(lambda mark: escape(f"{{{{{names[int(mark[1])]}}}}}"), html)


def _placed(field: Field, around: dict[str, tuple[str, str]]) -> Field:
    before, after = around.get(field.id, ("", ""))
    return replace(field, before=before, after=after)


def _contexts(question: Cloze, text: Text) -> Iterator[tuple[str, tuple[str, str]]]:
    """The words before and after each blank within its paragraph."""
    names = question.gaps()
    for paragraph in _PART.split(_marked(question)):
        pieces = _MARK.split(text.plain(_LEAD.sub("", paragraph)))
        spoken = [piece if place % 2 == 0 else "\u2026" for place, piece in enumerate(pieces)]
        for place in range(1, len(pieces), 2):
            before = " ".join(spoken[:place]).split()[-_BEFORE:]
            after = " ".join(spoken[place + 1 :]).split()[:_AFTER]
            yield names[int(pieces[place])], (" ".join(before), " ".join(after))
