"""How slides of an office program look: sizes, places and colours near those of the site."""

from __future__ import annotations

from enum import Enum
from typing import Any

_INCH = 914400
"""English Metric Units, in which the format measures, to the inch."""

WIDTH, HEIGHT = 13.333, 7.5
BIG, TITLE, BODY, MIDDLE, SMALL = 44, 34, 24, 20, 15
_PAPER, _INK, _BRAND, QUIET = "FAF9F6", "23272F", "1F4E79", "565B65"
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_FACE = "Georgia"
"""A face that every office program brings or replaces well; ours cannot travel in the file."""


def _box(left: float, top: float, width: float, height: float) -> tuple[int, int, int, int]:
    return int(left * _INCH), int(top * _INCH), int(width * _INCH), int(height * _INCH)


class Box(Enum):
    """Places on a slide: left, top, width, height."""

    EYEBROW = _box(0.8, 0.4, 9.0, 0.4)
    TIME = _box(10.5, 0.4, 2.1, 0.4)
    TITLE = _box(0.8, 0.85, 11.7, 1.25)
    BODY = _box(0.8, 2.3, 11.7, 4.5)
    PICTURE = _box(0.8, 2.1, 11.7, 4.1)
    LEFT = _box(0.8, 2.3, 5.6, 4.5)
    RIGHT = _box(6.8, 2.3, 5.7, 4.5)
    LARGE = _box(0.8, 1.9, 11.7, 2.2)
    UNDER_LARGE = _box(0.8, 4.3, 11.7, 2.4)
    LEAD = _box(0.8, 6.3, 11.7, 0.8)


def place(shape: Any, box: Box) -> None:
    """Put a shape where it belongs."""
    shape.left, shape.top, shape.width, shape.height = box.value


def colour(name: str) -> Any:
    """A colour by its six hexadecimal digits."""
    from pptx.dml.color import RGBColor

    return RGBColor(*bytes.fromhex(name))  # type: ignore[no-untyped-call]


def dressed(target: Any) -> Any:
    """The library's own template, which is narrow and plain, in our size, face and colours."""
    target.slide_width, target.slide_height = int(WIDTH * _INCH), int(HEIGHT * _INCH)
    master = target.slide_master
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = colour(_PAPER)
    for layout in (master, *target.slide_layouts):
        for shape in layout.placeholders:
            _fit(shape)
    _recolour(master)
    _reface(master)
    return target


def listed(paragraph: Any, style: str) -> None:
    """Give a paragraph of a list numbers ("numbers") or no marks ("letters" stand in the text)."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way
    marks = 'buAutoNum type="arabicPeriod"' if style == "numbers" else "buNone"
    properties.append(parse_xml(f"<a:{marks} {nsdecls('a')}/>"))
    if style == "numbers":
        properties.set("marL", "514350")
        properties.set("indent", "-514350")
    else:
        properties.set("marL", "0")
        properties.set("indent", "0")


def plain_table(shape: Any, inches: float) -> None:
    """A table without colours, its rows `inches` high: the words are what is to be seen."""
    properties = shape._element.graphic.graphicData.tbl.tblPr  # noqa: SLF001 - no public way
    properties.find(f"{{{properties.nsmap['a']}}}tableStyleId").text = _NO_STYLE
    for row in shape.table.rows:
        row.height = int(inches * _INCH)


def _fit(shape: Any) -> None:
    from pptx.enum.shapes import PP_PLACEHOLDER

    kind = shape.placeholder_format.type
    if kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
        place(shape, Box.TITLE)
    elif kind in (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT):
        place(shape, Box.BODY)


def _recolour(master: Any) -> None:
    """Colours and faces of titles and text, in the master's text styles and the theme."""
    from lxml import etree
    from pptx.oxml.ns import qn

    styles = master.element.find(qn("p:txStyles"))
    for name, colour in (("p:titleStyle", _BRAND), ("p:bodyStyle", _INK)):
        for run in styles.find(qn(name)).iter(qn("a:defRPr")):
            for old in run.findall(qn("a:solidFill")):
                run.remove(old)
            fill = etree.SubElement(run, qn("a:solidFill"))
            etree.SubElement(fill, qn("a:srgbClr")).set("val", colour)
            run.insert(0, fill)
            for face in run.findall(qn("a:latin")):
                face.set("typeface", _FACE)
    for paragraph in styles.find(qn("p:titleStyle")).iter(qn("a:lvl1pPr")):
        paragraph.set("algn", "l")


def _reface(master: Any) -> None:
    """The theme's faces: what text boxes and tables are written in."""
    import re

    from pptx.opc.constants import RELATIONSHIP_TYPE as KIND

    theme = master.part.part_related_by(KIND.THEME)
    face = f'<a:latin typeface="{_FACE}"'.encode()
    fonts = re.compile(rb'<a:latin typeface="[^"]*"')
    theme._blob = fonts.sub(face, theme.blob)  # noqa: SLF001 - no public way
