"""Hotspot."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

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
    asked = (
        f"{o.id}\x1e{o.text}\x1e{o.correct:d}\x1e{':'.join(f'{side:g}' for side in region)}"
        for o, region in zip(question.options, question.regions, strict=True)
    )
    picture = question.picture
    alt = (picture.alt or "").replace("[", "(").replace("]", ")")
    return HotspotView(
        **frame(question, quiz, places, text, (picture.src, *asked)),
        rows=rows,
        shown=rows,
        picture=text.inline(f"![{alt}](<{picture.src}>)"),
        spots=tuple(
            (o.id, f"left:{r.left:g}%;top:{r.top:g}%;width:{r.width:g}%;height:{r.height:g}%")
            for o, r in zip(question.options, question.regions, strict=True)
        ),
        several=question.several,
    )
