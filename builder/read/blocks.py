"""The block structure of a Markdown text: a scanner of lines, each looked at once.

It follows what Python-Markdown with superfences makes of a text: a fence needs its closing line,
a heading begins in the first column. What is no prose is replaced by spaces, so that every
remaining character keeps its line and column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import NamedTuple

_FENCE = re.compile(r"([> \t]*)(`{3,}|~{3,})([^`]*)$")
_NESTED_ATX = re.compile(
    r"(?:(?:>[ \t]?)+|[ ]{4,7}|[ ]{0,3}\t)(#{1,6})(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*$"
)
_ATX = re.compile(r"(#{1,6})(?!#)[ \t]*(.*?)[ \t]*#*[ \t]*$")
_ID = re.compile(r"[ \t]*\{:?[ \t]*([^{}\n]*)\}[ \t]*$")
_ID_NAME = re.compile(r"(?:^|\s)#([^\s}]+)")
_CONTAINER = re.compile(
    r"[ ]{0,3}(?:(?P<item>[-*+]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?"
    r"|(?P<note>!!!|\?\?\?\+?|===\+?!?)[ \t]|///|\[\^[^\]\s]+\]:|:[ \t])"
)
_NOTE = re.compile(r"([ \t]*)(!!!|\?\?\?\+?|===[+!]?|///)([^\"|\n]*)")
_ITEM = re.compile(r"[> \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t])?")
_DEFINITION = re.compile(
    r"[ ]{0,3}\[(?!\^)((?:\\.|[^\]\\]){1,999})\]:[ \t]*(<[^<>]*>|\S+)"
    r"[ \t]*(?:\"[^\"]*\"|'[^']*'|\([^)]*\))?[ \t]*$"
)
_ABBREVIATION = re.compile(r"[ ]{0,3}\*\[[^\]]+\]:")
_HTML = re.compile(
    r"[ ]{0,3}<(address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figure|"
    r"footer|form|h[1-6]|header|iframe|main|math|nav|object|ol|p|pre|script|section|style|svg|"
    r"table|template|textarea|ul|video|audio)(?=[\s/>])([^>]*)",
    re.IGNORECASE,
)
_SILENT_TAGS = ("script", "style", "template", "svg", "math")
_NO_PARAGRAPH = tuple("#>|={")


class RawHeading(NamedTuple):
    """A heading as written: row counts from 0, `rows` is 2 when it is underlined. A nested one
    stands in a list, a quotation or a note."""

    level: int
    text: str
    id: str | None
    row: int
    rows: int
    nested: bool = False


class RawFence(NamedTuple):
    """A fenced block from the row of its opening to that of its closing line."""

    info: str
    text: str
    row: int
    column: int
    indent: int


class Blocks:
    """What one scan finds. `rows` holds the prose, everything else blanked.

    `open` are fences without a closing line, `definitions` link targets by folded label,
    `paragraphs` the first and the row after the last of plain paragraphs near the top.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.rows = text.split("\n")
        self.starts = [0, *accumulate(len(row) + 1 for row in self.rows)]
        self.headings: list[RawHeading] = []
        self.fences: list[RawFence] = []
        self.open: list[RawFence] = []
        self.definitions: dict[str, str] = {}
        self.paragraphs: list[tuple[int, int]] = []
        self.code_lines = 0

    def place(self, offset: int) -> tuple[int, int]:
        """Row and column, from 0, of an offset in the text."""
        row = bisect_right(self.starts, offset) - 1
        return row, offset - self.starts[row]


def scan(text: str) -> Blocks:
    """Scan a Markdown text with LF line ends; linear in its length."""
    scanner = _Scanner(text)
    while scanner.row < len(scanner.found.rows):
        scanner.step()
    return scanner.found


def fold(label: str) -> str:
    """A reference label as it is compared."""
    return " ".join(label.lower().split())


class _Scanner:
    def __init__(self, text: str) -> None:
        self.found = Blocks(text)
        self.row = 0
        self.rows = self.found.rows
        self.blank = True
        self.container = False
        self.code = False
        self.paragraph = -1
        self.comments = "<!--" in text
        self.tag: re.Pattern[str] | None = None
        self.depth = 0
        self.silent = False
        self.closers = _closers(self.rows) if "```" in text or "~~~" in text else {}

    def step(self) -> None:
        """Take the next row, or all rows of a fence."""
        line = self.rows[self.row]
        if self.comments and "<!--" in line:
            line = self._uncomment(line)
        if not line.strip():
            self._end_paragraph()
            self.blank = True
            self.row += 1
            return
        if ("```" in line or "~~~" in line) and self._fence(line):
            return
        self.blank = self._text(line)
        self.row += 1

    def _text(self, line: str) -> bool:
        """Take a row that is neither blank nor a fence; whether a block ends with it."""
        if self.tag is not None:
            self._inside_html(line)
            return self.tag is None
        if line[0] in " \t" and self._indented(line):
            return False
        if self._heading(line) or self._html(line) or self._definition(line):
            self.container = False
            self._end_paragraph()
            return self.tag is None
        self._prose(line)
        return False

    def _end_paragraph(self) -> None:
        if self.paragraph >= 0 and len(self.found.paragraphs) < 5:
            self.found.paragraphs.append((self.paragraph, self.row))
        self.paragraph = -1

    def _uncomment(self, line: str) -> str:
        # Up to the last '-->' every comment of this line ends on it.
        cut = line.rfind("-->") + 3
        if cut > 3:
            line = re.sub(r"<!--.*?-->", _spaces, line[:cut]) + line[cut:]
        opened = line.find("<!--", max(cut - 3, 0))
        if opened >= 0:
            line = self._long_comment(line, opened)
        self.rows[self.row] = line
        return line

    def _long_comment(self, line: str, opened: int) -> str:
        starts = self.found.starts
        end = self.found.text.find("-->", starts[self.row + 1])
        if end < 0:
            self.comments = False
            return line
        row, column = self.found.place(end + 3)
        for between in range(self.row + 1, row):
            self.rows[between] = ""
        self.rows[row] = " " * column + self.rows[row][column:]
        return line[:opened]

    def _fence(self, line: str) -> bool:
        match = _FENCE.match(line)
        if not match or (self._is_deep() and not self.container and self.blank):
            return False
        prefix, marks, info = match.groups()
        ends = self.closers.get(marks, [])
        place = bisect_right(ends, self.row)
        if place == len(ends):
            self.found.open.append(RawFence(_info(info), "", self.row, len(prefix), 0))
            return False
        end = ends[place]
        self._end_paragraph()
        self._take_fence(_info(info), len(prefix), end)
        self.row = end + 1
        self.blank = True
        return True

    def _take_fence(self, info: str, indent: int, end: int) -> None:
        inner = [_unindent(row, indent) for row in self.rows[self.row + 1 : end]]
        text = "\n".join(inner)
        self.found.fences.append(RawFence(info, text, self.row, indent, indent))
        if info not in OWN_FENCES:
            self.found.code_lines += sum(1 for row in inner if row.strip())
        for row in range(self.row, end + 1):
            self.rows[row] = ""

    def _is_deep(self) -> bool:
        """Whether the row is indented as written; blanked comments are no indent."""
        start = self.found.starts[self.row]
        row = self.found.text[start : start + 4]
        return row.startswith(("    ", "\t", " \t", "  \t", "   \t"))

    def _indented(self, line: str) -> bool:
        """Whether the line was one of an indented code block."""
        if not self._is_deep() or self.container or not (self.blank or self.code):
            self.code = False
            if self._is_deep():
                self._nested_heading(line)
                self._markers(line)
                return True
            return False
        self.code = True
        self.found.code_lines += 1
        self.rows[self.row] = ""
        return True

    def _heading(self, line: str) -> bool:
        if line[0] == "#":
            match = _ATX.match(line)
            if match and match[2]:
                self._add_heading(len(match[1]), match[2], self.row, 1)
                return True
            return False
        mark = line.rstrip()
        if mark.strip("=") and mark.strip("-"):
            return False
        if self.paragraph != self.row - 1 or self.row == 0:
            return False
        self.paragraph = -1
        self._add_heading(1 if mark[0] == "=" else 2, self.rows[self.row - 1], self.row - 1, 2)
        self.rows[self.row] = ""
        return True

    def _nested_heading(self, line: str) -> None:
        match = _NESTED_ATX.match(line) if "#" in line else None
        if match and match[2]:
            self._add_heading(len(match[1]), match[2], self.row, 1, nested=True)

    def _add_heading(
        self, level: int, text: str, row: int, rows: int, nested: bool = False
    ) -> None:
        match = _ID.search(text)
        name = None
        if match and (match[1].startswith(("#", ".")) or "=" in match[1]):
            text = text[: match.start()].rstrip().rstrip("#").rstrip()
            found = _ID_NAME.search(match[1])
            name = found[1] if found else None
        self.found.headings.append(RawHeading(level, text, name, row, rows, nested))

    def _html(self, line: str) -> bool:
        match = _HTML.match(line) if "<" in line[:4] else None
        if not match:
            return False
        name, attributes = match[1].lower(), match[2]
        if "markdown" in attributes:
            return True
        self.tag = re.compile(rf"<(/?){name}(?=[\s/>])", re.IGNORECASE)
        self.depth = 0
        self.silent = name in _SILENT_TAGS
        self._inside_html(line)
        return True

    def _inside_html(self, line: str) -> None:
        assert self.tag is not None  # noqa: S101 - for the type checker
        for match in self.tag.finditer(line):
            self.depth += -1 if match[1] else 1
        if self.silent:
            self.rows[self.row] = ""
        if self.depth <= 0:
            self.tag = None

    def _definition(self, line: str) -> bool:
        if _ABBREVIATION.match(line):
            self.rows[self.row] = ""
            return True
        match = _DEFINITION.match(line) if "]:" in line else None
        if not match:
            return False
        target = match[2][1:-1] if match[2].startswith("<") else match[2]
        self.found.definitions.setdefault(fold(match[1]), target)
        self.rows[self.row] = ""
        return True

    def _prose(self, line: str) -> None:
        self.code = False
        if _CONTAINER.match(line):
            self.container = True
            self._end_paragraph()
        elif self.blank:
            self.container = False
        if line[0] == ">":
            self._nested_heading(line)
        if self.blank and not self.container and not line.startswith(_NO_PARAGRAPH):
            self.paragraph = self.row
        self._markers(line)

    def _markers(self, line: str) -> None:
        """Blank what marks a list item or an admonition: it is no word."""
        match = _ITEM.match(line)
        if match:
            self.rows[self.row] = " " * match.end() + line[match.end() :]
        elif line.lstrip()[:3] in ("!!!", "???", "===", "///"):
            self.rows[self.row] = _NOTE.sub(_spaces, line, count=1)


OWN_FENCES = ("takeaway", "quiz", "facilitator")


def _closers(rows: list[str]) -> dict[str, list[int]]:
    """The rows that could close a fence, by its marks."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        if "```" in row or "~~~" in row:
            marks = row.strip("> \t")
            if not marks.strip("`") or not marks.strip("~"):
                found[marks].append(number)
    return found


def _info(text: str) -> str:
    """The word that tells what a fence holds: `python` in `python title="x"` or `{.python}`."""
    words = text.strip().strip("{}").split(None, 1)
    return words[0].lstrip(".") if words else ""


def _unindent(row: str, indent: int) -> str:
    head = row[:indent].strip("> \t")
    return head + row[indent:]


def _spaces(match: re.Match[str]) -> str:
    return " " * (match.end() - match.start())
