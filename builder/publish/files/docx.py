"""A page of the kit as a text document to edit.

It follows the page's own headings, paragraphs, lists, tables and pictures, so that the two say
the same. Places to write in (`class="lines"`) become ruled lines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from builder.publish.files.office import described, steady
from builder.publish.files.picture import png

if TYPE_CHECKING:
    from docx.document import Document as Target
    from docx.text.paragraph import Paragraph

Read = Callable[[str], bytes | None]
"""Gives a file by its address relative to the page, or None."""

_HEADINGS = {"h1": 0, "h2": 1, "h3": 2, "h4": 3}
_BOLD, _ITALIC = ("strong", "b", "th", "dt"), ("em", "i", "cite")
_SKIPPED = ("script", "style", "template", "nav", "svg", "button")
_LISTS = {"ul": "List Bullet", "ol": "List Number"}
_INLINE = ("a", "abbr", "b", "br", "cite", "code", "em", "i", "kbd", "span", "strong", "time")
_PICTURE_INCHES = 5.0
_TABLE_INCHES = 6.0


def docx(page: bytes, title: str, author: str, language: str, read: Read) -> bytes:
    """The document made from the `<main>` of an HTML page. The same page gives the same bytes."""
    from docx import Document
    from lxml import html

    target = Document()
    described(target.core_properties, title, author, language)
    _Writer(target, read).blocks(html.document_fromstring(page).find(".//main"))
    data = BytesIO()
    target.save(data)
    return steady(data.getvalue())


@dataclass
class _Writer:
    target: Target
    read: Read

    def blocks(self, parent: Any) -> None:
        """Every block in an element; text that stands beside blocks is a paragraph of its own."""
        if parent.text and parent.text.strip():
            self._paragraph(parent.text)
        for element in parent:
            if isinstance(element.tag, str) and element.tag not in _SKIPPED:
                self._block(element)
            if element.tail and element.tail.strip():
                self._paragraph(element.tail)

    def _paragraph(self, text: str) -> None:
        self.target.add_paragraph(_spaced(text).strip())

    def _block(self, element: Any) -> None:
        tag = element.tag
        if "lines" in element.get("class", "").split():
            self._lines(element)
        elif tag in _HEADINGS:
            self._inline(element, self.target.add_heading("", _HEADINGS[tag]))
        elif tag in _LISTS:
            self._list(element, _LISTS[tag])
        elif tag == "table":
            self._table(element)
        elif tag == "img":
            self._picture(element)
        elif all(child.tag in _INLINE for child in element) and _text(element):
            self._inline(element, self.target.add_paragraph())
        else:
            self.blocks(element)

    def _list(self, element: Any, style: str) -> None:
        number = _numbering(self.target, style) if element.tag == "ol" else None
        for item in element.iterchildren("li"):
            paragraph = self.target.add_paragraph(style=style)
            if number is not None:
                _numbered(paragraph, number)
            self._inline(item, paragraph)
            for nested in item:
                if nested.tag in _LISTS:
                    self._list(nested, f"{_LISTS[nested.tag]} 2")

    def _table(self, element: Any) -> None:
        rows = [list(row.iterchildren("th", "td")) for row in element.iter("tr")]
        table = self.target.add_table(len(rows), max(map(len, rows)), style="Table Grid")
        _share_out(table, [[_text(cell) for cell in row] for row in rows])
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                self._inline(cell, table.cell(row, column).paragraphs[0])

    def _picture(self, element: Any) -> None:
        from docx.shared import Inches

        address = element.get("src", "")
        data = self.read(address)
        if data is None:
            return
        if address.endswith(".svg"):
            data = png(data, 1500)
        self.target.add_picture(BytesIO(data), width=Inches(_PICTURE_INCHES))
        shape = self.target.inline_shapes[-1]
        shape._inline.docPr.set("descr", element.get("alt", ""))  # noqa: SLF001 - no public way

    def _lines(self, element: Any) -> None:
        """Room to write: what is to be written, and a rule for each line."""
        for label in element.iterchildren("span"):
            self._inline(label, self.target.add_paragraph())
        table = self.target.add_table(len(list(element.iterchildren("i"))), 1)
        for row in table.rows:
            _ruled(row)

    def _inline(self, element: Any, into: Paragraph, marks: frozenset[str] = frozenset()) -> None:
        marks = marks | {element.tag}
        self._run(element.text, into, marks)
        for child in element:
            if child.tag == "br":
                into.add_run().add_break()
            elif isinstance(child.tag, str) and child.tag not in (*_LISTS, *_SKIPPED):
                self._inline(child, into, marks)
            # Two elements side by side are apart on the page by their style alone.
            apart = not child.tail and child.getnext() is not None and child.tag != "br"
            self._run(" " if apart else child.tail, into, marks)

    def _run(self, text: str | None, into: Paragraph, marks: frozenset[str]) -> None:
        words = _spaced(text or "")
        if not into.runs:
            words = words.lstrip()
        if not words:
            return
        run = into.add_run(words)
        run.bold = True if marks & set(_BOLD) else None
        run.italic = True if marks & set(_ITALIC) else None


def _numbering(target: Target, style: str) -> int:
    """A numbering of its own for a list: by its style alone it would go on with the last one's."""
    numbering = target.part.numbering_part.numbering_definitions._numbering  # noqa: SLF001
    known = target.styles[style].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(known).abstractNumId.val
    fresh = numbering.add_num(abstract)
    fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
    number: int = fresh.numId
    return number


def _numbered(paragraph: Paragraph, number: int) -> None:
    holder: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - no public way
    properties = holder.get_or_add_numPr()
    properties.get_or_add_numId().val = number
    properties.get_or_add_ilvl().val = 0


def _share_out(table: Any, rows: list[list[str]]) -> None:
    """Columns as wide as their words ask for, within limits."""
    from docx.shared import Inches

    asked = [
        min(40, max(14, *(len(row[at]) for row in rows if at < len(row))))
        for at in range(len(table.columns))
    ]
    table.autofit = False
    for column, share in zip(table.columns, asked, strict=True):
        column.width = Inches(_TABLE_INCHES * share / sum(asked))
        for cell in column.cells:
            cell.width = column.width


def _text(element: Any) -> str:
    return _spaced(element.text_content()).strip()


def _spaced(text: str) -> str:
    """Line ends and runs of blanks in HTML are one blank."""
    words = " ".join(text.split())
    before = " " if text[:1].isspace() and words else ""
    return f"{before}{words}{' ' if text[-1:].isspace() else ''}"


def _ruled(row: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    row.height = Cm(0.9)
    borders = OxmlElement("w:tcBorders")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("color", "8C8C8C")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    row.cells[0]._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - no public way
