"""Reader of `hotspot`."""

from __future__ import annotations

from builder.diagnostics import Level, code
from builder.model.parts import Picture
from builder.model.questions import Hotspot, Option, Region
from builder.read.questions.base import common, report_twins, short_id
from builder.read.yaml_value import Fields

REGION = code(
    "wrong-region",
    Level.ERROR,
    "A region does not lie in the picture",
    "A region is given by `left`, `top`, `width` and `height`, all in percent of the picture, from "
    "0 to 100. Left and width together, and top and height, may not go beyond 100.",
)


def hotspot(fields: Fields) -> Hotspot:
    """Pick the right regions of a picture."""
    base = common(fields, "hotspot")
    source = fields.text(
        "image", "The picture, relative to the lesson that shows the quiz.", required=True
    )
    picture = Picture(
        source,
        fields.text("alt", "The picture in words, for those who do not see it.", required=True),
        fields.span_of("image"),
    )
    pairs = fields.items("regions", _region, "What can be picked.", required=True)
    options = tuple(option for option, _ in pairs)
    report_twins(fields, options)
    return Hotspot(
        **base,
        picture=picture,
        options=options,
        regions=tuple(region for _, region in pairs),
        span=fields.span,
        incomplete=fields.failed,
    )


def _region(fields: Fields) -> tuple[Option, Region]:
    text = fields.text("text", "What is there, in a word or two (Markdown).", required=True)
    name = fields.text("id", "A name that never changes; default: made from the text.")
    option = Option(
        id=name or short_id(text),
        text=text,
        span=fields.span,
        correct=fields.flag("correct", "Whether picking it is right."),
        feedback=fields.text("feedback", "Said to whoever picks it (Markdown)."),
    )
    return option, _place(fields)


def _place(fields: Fields) -> Region:
    sides = (
        ("left", "Its left edge, in percent of the picture's width."),
        ("top", "Its upper edge, in percent of the picture's height."),
        ("width", "Its width in percent."),
        ("height", "Its height in percent."),
    )
    region = Region(*(fields.number(side, about, high=100) or 0.0 for side, about in sides))
    if not fields.failed:
        _complain_about_side(fields, ("left", region.left), ("width", region.width))
    if not fields.failed:
        _complain_about_side(fields, ("top", region.top), ("height", region.height))
    return region


def _complain_about_side(
    fields: Fields, begin: tuple[str, float], length: tuple[str, float]
) -> None:
    (first, start), (name, size) = begin, length
    if not size:
        hint = f"add '{name}: ...', in percent of the picture"
        fields.complain(REGION, name, f"the region has no {name}", hint)
    elif start + size > 100:
        hint = f"{first} and {name} together stay within 100 percent"
        fields.complain(REGION, name, "the region goes beyond the picture", hint)
