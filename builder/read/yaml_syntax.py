"""YAML's own error messages in an author's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import yaml
from yaml.reader import ReaderError

from builder.diagnostics import Level, code

SYNTAX = code(
    "yaml-syntax",
    Level.ERROR,
    "The YAML cannot be read",
    "Something at the place named breaks the form of YAML. The usual causes: a text that holds "
    'a colon followed by a space needs quotes (title: "Trust: a start"); a text may not begin '
    "with @, `, %, [, { or & unless quoted; indentation is made of spaces and entries of one "
    "list or block begin in the same column; a quotation mark or bracket must be closed.",
)


class Trouble(NamedTuple):
    """What is wrong, in plain words; `line` and `column` count from 0 within the YAML."""

    line: int
    column: int
    message: str
    hint: str = ""


def explain_error(error: yaml.YAMLError, lines: Sequence[str]) -> Trouble:
    """Translate an error of either of PyYAML's parsers; `lines` is the text it was given."""
    if isinstance(error, ReaderError):
        return _unreadable(error, lines)
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Trouble(0, 0, "this is not valid YAML")
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark
    if error.context_mark and _began_earlier(problem, context, error.context_mark.line < mark.line):
        mark = error.context_mark
    line, column = _within(lines, mark.line, mark.column)
    message, hint = _words(problem, context, lines[line] if lines else "", column)
    return Trouble(line, column, message, hint)


def _unreadable(error: ReaderError, lines: Sequence[str]) -> Trouble:
    offset = error.position
    for number, line in enumerate(lines):
        if offset <= len(line):
            return Trouble(number, offset, "this character is not allowed in YAML", "delete it")
        offset -= len(line) + 1
    return Trouble(0, 0, "this holds a character that is not allowed in YAML")


def _began_earlier(problem: str, context: str, lines_above: bool) -> bool:
    """Whether the cause lies where something began, rather than where reading broke off."""
    if "expected ':'" in problem or "end of stream" in problem:
        return True
    return "flow" in context and (lines_above or "stream end" in problem)


def _within(lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
    if not lines:
        return 0, 0
    if line >= len(lines):
        return len(lines) - 1, len(lines[-1])
    return line, min(column, len(lines[line]))


def _words(problem: str, context: str, text: str, column: int) -> tuple[str, str]:
    """Message and hint for a problem found at `column` of the line `text`."""
    here = text[column : column + 1]
    if here == "\t" or "tab character" in problem:
        return "a tab stands where YAML wants spaces", "indent with spaces only"
    if "cannot start any token" in problem:
        return f"a text cannot begin with {here!r}", f'put it in quotes: "{here}..."'
    for fragment, message, hint in _PHRASES:
        if fragment in problem or fragment in context:
            return message, hint
    if "values are not allowed" in problem:
        return _stray_colon(text, column)
    if "expected key" in problem or "<block end>" in problem:
        return _stray_text(text, column)
    return "this is not valid YAML here", "compare the indentation with the lines above"


_PHRASES = (
    ("nesting depth", "this is nested far too deeply", "put a text that begins with [ in quotes"),
    ("unknown escape", "a backslash in double quotes begins an escape, and this one is unknown",
     "use single quotes, or write \\\\ for a backslash"),
    ("quoted scalar", "the quotation mark opened here is never closed", "close it"),
    ("expected ':'", "this line is neither a 'key: value' nor part of the text above it",
     "add a colon after the key, or indent the line so that it continues the text above"),
    ("flow sequence", "the list opened with '[' is not closed properly",
     "close it with ']', or put quotes around the text if it is no list"),
    ("flow mapping", "the block opened with '{' is not closed properly",
     "close it with '}', or put quotes around the text if it is no block"),
    ("'-' indicator", "a 'key: value' line stands among the '- ' entries of a list",
     "indent it so that it belongs to an entry"),
    ("sequence entries", "a list cannot begin on the line of its key",
     "put the '- ' on a line of its own, or quotes around the text"),
    ("block scalar", "after '|' or '>' the text begins on the next line",
     "put the text on the next line, indented"),
    ("alias", "a text cannot begin with '*'", "put it in quotes"),
    ("anchor", "a text cannot begin with '&'", "put it in quotes"),
    ("tag", "a text cannot begin with '!'", "put it in quotes"),
    ("document start", "text follows the end of the document", "remove the line '...' above it"),
    ("directive", "a line cannot begin with '%'", "put the text in quotes"),
)  # fmt: skip


def _stray_colon(text: str, column: int) -> tuple[str, str]:
    key, colon, rest = text[:column].partition(": ")
    if colon and rest.strip():
        start = key.strip().removeprefix("- ")
        return (
            "a text that holds a colon followed by a space needs quotes",
            f'{start}: "{text.strip().partition(": ")[2]}"',
        )
    return "this line is indented differently from the lines above", "align it with them"


def _stray_text(text: str, column: int) -> tuple[str, str]:
    before = text[:column].rstrip()
    if before.endswith(("'", '"')):
        hint = "put the whole text in quotes; write ' twice inside single quotes"
        return "text follows a closing quotation mark", hint
    return "this line is indented differently from the lines above", "align it with them"
