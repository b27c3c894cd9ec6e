"""The deck as slides to edit, with the speaker's notes.

Titles and lists stand in the layout's own placeholders, so that outline view, screen readers and
a change of theme work as with slides made by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from builder.publish.files.office import described, steady
from builder.publish.files.picture import png
from builder.publish.files.runs import Run, paragraphs, plain
from builder.publish.files.slide_look import (
    BIG,
    BODY,
    MIDDLE,
    QUIET,
    SMALL,
    TITLE,
    Box,
    dressed,
    listed,
    place,
    plain_table,
)
from builder.publish.files.slide_look import (
    colour as tint,
)

if TYPE_CHECKING:
    from builder.render.workshop import Slide

Read = Callable[[str], bytes | None]
"""Gives a file by its address relative to the deck, or None."""

_STYLES = {"quiz": "letters", "title": "letters", "steps": "numbers"}
_LARGE = ("ask", "pause", "quote")
_PICTURE_PIXELS = 1600


def pptx(slides: Iterable[Slide], title: str, author: str, language: str, read: Read) -> bytes:
    """The presentation of a deck. The same deck gives the same bytes."""
    from pptx import Presentation

    target = dressed(Presentation())
    described(target.core_properties, title, author, language)
    for slide in slides:
        _Page(target, slide, read).fill()
    data = BytesIO()
    target.save(data)
    return steady(data.getvalue())


class _Page:
    def __init__(self, target: Any, slide: Slide, read: Read) -> None:
        self.slide = slide
        self.read = read
        listed = bool(self._lines())
        self.page = target.slides.add_slide(target.slide_layouts[1 if listed else 5])

    def fill(self) -> None:
        """Everything on the slide and in its notes."""
        slide = self.slide
        large = slide.kind in _LARGE or slide.kind == "title"
        self._write(self.page.shapes.title.text_frame, [slide.title], BIG if large else TITLE)
        place(self.page.shapes.title, Box.LARGE if large else Box.TITLE)
        if slide.eyebrow:
            self._text(Box.EYEBROW, [slide.eyebrow], SMALL, QUIET)
        if slide.begin:
            self._text(Box.TIME, [f"{slide.begin}-{slide.end}"], SMALL, QUIET)
        self._body()
        self._notes()

    def _body(self) -> None:
        slide = self.slide
        below = Box.UNDER_LARGE if slide.kind in _LARGE or slide.kind == "title" else Box.BODY
        if lines := self._lines():
            body = self.page.placeholders[1]
            place(body, Box.UNDER_LARGE if slide.kind == "title" else self._list_box())
            self._write(body.text_frame, lines, BODY)
            if style := _STYLES.get(slide.kind):
                for paragraph in body.text_frame.paragraphs:
                    listed(paragraph, style)
        if slide.agenda:
            rows = [(b.begin, plain(str(b.title)), str(b.minutes)) for b in slide.agenda]
            self._table(rows)
        elif "<table" in slide.html:
            self._table(_cells(str(slide.html)))
        elif "<img" in slide.html:
            self._picture(str(slide.html))
        elif slide.html and not lines:
            self._text(below, [slide.html], BODY)
        if slide.lead:
            self._text(
                Box.LEAD if lines or "<img" in slide.html else below, [slide.lead], BODY, QUIET
            )
        if slide.asked and slide.asked.picture:
            self._picture(str(slide.asked.picture))

    def _list_box(self) -> Box:
        asked = self.slide.asked
        return Box.LEFT if asked and asked.picture else Box.BODY

    def _lines(self) -> list[str]:
        asked = self.slide.asked
        if asked is None:
            return [str(line) for line in self.slide.lines]
        rows = [str(asked.text)] if asked.text else []
        return rows + [f"{row.letter} {row.text}" for row in (*asked.rows, *asked.choices)]

    def _text(self, box: Box, texts: Sequence[str], size: int, colour: str = "") -> None:
        shape = self.page.shapes.add_textbox(*box.value)
        shape.text_frame.word_wrap = True
        self._write(shape.text_frame, texts, size, colour)

    def _write(self, frame: Any, texts: Sequence[str], size: int, colour: str = "") -> None:
        from pptx.util import Pt

        runs = [one for text in texts for one in paragraphs(str(text))]
        for at, words in enumerate(runs):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(8)
            for run in words:
                _add(paragraph, run, size, colour)

    def _table(self, rows: Sequence[Sequence[str]]) -> None:
        from pptx.util import Pt

        columns = max(map(len, rows))
        shape = self.page.shapes.add_table(len(rows), columns, *Box.BODY.value)
        shape.table.first_row = not self.slide.agenda
        plain_table(shape, min(0.5, 4.6 / len(rows)))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = shape.table.cell(at, column)
                cell.text = text
                cell.text_frame.paragraphs[0].font.bold = shape.table.first_row and at == 0
                cell.text_frame.paragraphs[0].font.size = Pt(SMALL if len(rows) > 8 else MIDDLE)
        if self.slide.agenda:
            widths = (1.4, 9.0, 1.2)
            for column, inches in zip(shape.table.columns, widths, strict=True):
                column.width = int(inches * 914400)

    def _picture(self, markup: str) -> None:
        from lxml import html

        image = html.fragment_fromstring(markup, create_parent="div").find(".//img")
        data = None if image is None else self.read(image.get("src", ""))
        if image is None or data is None:
            return
        if data.lstrip()[:1] == b"<":
            data = png(data, _PICTURE_PIXELS)
        box = Box.RIGHT if self.slide.asked else Box.PICTURE
        left, top, width, height = box.value
        shape = self.page.shapes.add_picture(BytesIO(data), left, top, height=height)
        if shape.width > width:
            shape.width, shape.height = width, int(shape.height * width / shape.width)
        shape.left = left + (width - shape.width) // 2
        shape._element.nvPicPr.cNvPr.set("descr", image.get("alt", ""))  # noqa: SLF001

    def _notes(self) -> None:
        cues = [f"{cue.label}: {_lined(str(cue.text))}" for cue in self.slide.notes]
        self.page.notes_slide.notes_text_frame.text = "\n\n".join(cues)


def _lined(markup: str) -> str:
    return "\n".join("".join(run.text for run in runs) for runs in paragraphs(markup))


def _cells(markup: str) -> list[list[str]]:
    from lxml import html

    table = html.fragment_fromstring(markup, create_parent="div")
    return [[" ".join(c.text_content().split()) for c in row] for row in table.iter("tr")]


def _add(paragraph: Any, run: Run, size: int, colour: str) -> None:
    from pptx.util import Pt

    added = paragraph.add_run()
    added.text = run.text
    added.font.size = Pt(size)
    added.font.bold = run.bold or None
    added.font.italic = run.italic or None
    if colour:
        added.font.color.rgb = tint(colour)
