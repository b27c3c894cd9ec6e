"""Hotspot."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from builder.model.parts import Picture
from builder.model.questions import Hotspot
from builder.render.questions.base import NOTHING, Places, QuestionView, Row, Text, frame


@dataclass(frozen=True, slots=True)
class HotspotView(QuestionView):
    """`picture` is the image element; `spots` place each shown row, as a style in percent."""

    picture: Markup = NOTHING
    spots: tuple[tuple[str, str], ...] = ()
    several: bool = False


def hotspot_view(question: Hotspot, quiz: str, places: Places, text: Text) -> HotspotView:
    """Regions in the author's order."""
    rows = tuple(
        Row(o.id, text.inline(o.text), text.plain(o.text), text.inline(o.feedback), o.correct)
        for o in question.options
    )
    spots = tuple(
        (o.id, f"left:{r.left:g}%;top:{r.top:g}%;width:{r.width:g}%;height:{r.height:g}%")
        for o, r in zip(question.options, question.regions, strict=True)
    )
    asked = (f"{o.id}\x1e{o.text}\x1e{o.correct:d}" for o in question.options)
    picture = question.picture
    where = (picture.src, *(f"{name}\x1e{style}" for name, style in spots))
    return HotspotView(
        **frame(question, quiz, places, text, (*where, *asked)),
        rows=rows,
        shown=rows,
        choices=where,
        picture=text.inline(_image(picture)),
        spots=spots,
        several=question.several,
    )


def _image(picture: Picture) -> str:
    """An image that is there before the question is reached: one that came later would move the
    list below it away from the learner's finger."""
    alt = escape(picture.alt or "")
    return f'<img src="{escape(picture.src)}" alt="{alt}" loading="eager" decoding="async">'
