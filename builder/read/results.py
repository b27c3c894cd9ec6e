"""A CSV file of collected answers: a row per person and test, a column per item.

    person,test,first-move,fresh-news,reaction.useful
    key,,A,C,
    p01,pre,B,C,
    p01,post,A,C,5

`person` is any code that stays the same for both tests; `test` is `pre`, `post` or empty. An item
holds a score from 0 to 1, or the letter that was ticked, if a row `key` gives the right ones. A
column `reaction.NAME` holds a rating. Semicolons and tabs between the columns are read, too, since
spreadsheets write them in many countries; there a comma may stand in a number.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from math import isfinite

from builder.diagnostics import Diagnostic, Level, Span, code
from builder.model.result import Result
from builder.model.results import Answers, Sheet, When
from builder.read.text import decode

RESULTS = code(
    "results-file",
    Level.ERROR,
    "A file of results cannot be read as a table of answers",
    "The first row names the columns: `person`, `test` (pre, post or empty) and one column for "
    "each item; ratings stand in columns that begin with `reaction.`. An item's cells hold scores "
    "from 0 to 1, or letters when a row whose person is `key` gives the right ones.",
)

_TESTS = {"": When.ONLY, "pre": When.PRE, "post": When.POST}
_RATING = "reaction."
_KEY = "key"


@dataclass
class _Table:
    path: str
    items: list[str] = field(default_factory=list)
    ratings: dict[str, list[float]] = field(default_factory=dict)
    key: dict[str, str] = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    mark: str = ","

    def fault(self, line: int, cell: int, message: str, hint: str = "") -> None:
        """Report a mistake in a cell, counted from 1."""
        cells = self.lines[line - 1].split(self.mark) if self.lines else []
        # Where quotes may hide a mark, the row is all that can be pointed at for sure.
        plain = not any('"' in text for text in cells)
        column = sum(len(text) + 1 for text in cells[: cell - 1]) + 1 if plain else 1
        self.findings.append(RESULTS.at(Span(self.path, line, column), message, hint))


def read_results(path: str, data: bytes) -> Result[Answers]:
    """The answers in a file, as far as its cells could be read."""
    text = decode(path, data)
    lines = text.value.split("\n")
    mark = max(",;\t", key=lines[0].count)
    table = _Table(path, findings=list(text.findings), lines=lines, mark=mark)
    rows = list(_rows(text.value, table))
    if not rows:
        table.fault(1, 1, "the file is empty", "its first row names the columns")
    elif "person" not in rows[0][1]:
        table.fault(1, 1, "there is no column 'person'", "the first row names the columns")
    else:
        _read(table, rows[0][1], rows[1:])
    answers = Answers(
        tuple(table.items),
        tuple(table.sheets),
        table.key,
        {name: tuple(marks) for name, marks in table.ratings.items()},
    )
    return Result(answers, tuple(table.findings))


def _rows(text: str, table: _Table) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text), delimiter=table.mark, strict=True)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, [cell.strip() for cell in row]
    except csv.Error as problem:
        table.fault(reader.line_num, 1, f"the row cannot be read: {problem}", "look at its quotes")


def _read(table: _Table, names: list[str], rows: list[tuple[int, list[str]]]) -> None:
    for at, name in enumerate(names, 1):
        if name and names.index(name) != at - 1:
            table.fault(1, at, f"two columns are called '{name}'")
    table.items = [n for n in names if n not in ("", "person", "test") and not _is_rating(n)]
    table.ratings = {name: [] for name in names if _is_rating(name)}
    seen: dict[tuple[str, When], int] = {}
    for line, cells in rows:
        row = dict(zip(names, cells, strict=False))
        if row["person"].lower() == _KEY:
            table.key = {item: row[item].upper() for item in table.items if row.get(item)}
        else:
            _person(table, line, row, names, seen)


def _is_rating(name: str) -> bool:
    return name.startswith(_RATING)


def _person(
    table: _Table,
    line: int,
    row: Mapping[str, str],
    names: list[str],
    seen: dict[tuple[str, When], int],
) -> None:
    test = row.get("test", "").lower()
    if test not in _TESTS:
        table.fault(
            line, names.index("test") + 1, f"'{test}' is no test", "write pre, post or nothing"
        )
        return
    who = row["person"], _TESTS[test]
    if not who[0]:
        table.fault(line, names.index("person") + 1, "the person is missing", "any code will do")
    elif who in seen:
        message = f"person '{who[0]}' has a sheet for this test in line {seen[who]} already"
        table.fault(
            line, names.index("person") + 1, message, "give each person a code of their own"
        )
    else:
        seen[who] = line
        table.sheets.append(_sheet(table, line, row, names, who))


def _sheet(
    table: _Table, line: int, row: Mapping[str, str], names: list[str], who: tuple[str, When]
) -> Sheet:
    scores: dict[str, float] = {}
    chosen: dict[str, str] = {}
    for name, cell in row.items():
        if not cell or name in ("", "person", "test"):
            continue
        value = _number(cell)
        if _is_rating(name):
            if value is None:
                table.fault(line, names.index(name) + 1, f"'{cell}' is no rating", "write a number")
            else:
                table.ratings[name].append(value)
        elif value is not None and 0 <= value <= 1:
            scores[name] = value
        elif name in table.key and len(cell) == 1 and cell.isalpha():
            chosen[name] = cell.upper()
            scores[name] = float(chosen[name] == table.key[name])
        else:
            table.fault(line, names.index(name) + 1, *_no_answer(cell, name in table.key))
    return Sheet(*who, scores, chosen)


def _no_answer(cell: str, keyed: bool) -> tuple[str, str]:
    if cell.isalpha() and not keyed:
        return (
            f"'{cell}' has no key to be marked by",
            "put a row `key` with the right letters first",
        )
    return f"'{cell}' is neither a score from 0 to 1 nor a letter", "leave it empty for no answer"


def _number(cell: str) -> float | None:
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        return None
    return value if isfinite(value) else None
