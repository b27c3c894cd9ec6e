"""YAML as a tree of nodes that know their place and keep what was written.

Built from PyYAML's events, not its composer: events show every anchor and tag where it stands
and arrive one by one, so that too deep or too many nodes stop the reading before they cost
anything, without recursion.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from builder.diagnostics import Code, Diagnostic, Level, Span, code
from builder.read.yaml_syntax import SYNTAX, explain_error

MOST_DEPTH = 10
MOST_NODES = 10_000

DUPLICATE_KEY = code(
    "duplicate-key",
    Level.ERROR,
    "A key is given twice",
    "Each key may stand once in its block. YAML would silently keep the last one and lose the "
    "other, so one of them must go or be renamed.",
)
FEATURE = code(
    "yaml-feature",
    Level.ERROR,
    "Anchors, aliases, merge keys and tags are not used here",
    "Course files are plain: '&name', '*name', '<<' and '!tag' have no place in them. Where a "
    "text merely begins with one of these characters, put it in quotes.",
)
TOO_DEEP = code(
    "yaml-depth",
    Level.ERROR,
    "The YAML is nested too deeply",
    "No course file needs more than ten levels. A text that begins with '[' or '{' is read as a "
    "list or block: put it in quotes.",
)
TOO_MANY = code(
    "yaml-size",
    Level.ERROR,
    "The YAML is too large",
    "A YAML file may hold 10,000 values and 512 KB, the front matter of a lesson 64 KB. Split "
    "the file.",
)


class Scalar:
    """A single value, as raw text. `remark` tells that a comment follows on its line."""

    __slots__ = ("column", "line", "plain", "remark", "text")

    def __init__(self, text: str, line: int, column: int, plain: bool) -> None:
        self.text = text
        self.line = line
        self.column = column
        self.plain = plain
        self.remark = False


class ListNode:
    """A list."""

    __slots__ = ("column", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.items: list[Node] = []
        self.line = line
        self.column = column


class MapNode:
    """A block of keys and values, in the order written."""

    __slots__ = ("column", "entries", "keys", "line", "pending")

    def __init__(self, line: int, column: int) -> None:
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}
        self.pending: Scalar | Broken | None = None
        self.line = line
        self.column = column


class Broken:
    """What could not be read and has been complained about: readers pass over it silently."""

    __slots__ = ("column", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column


Node = Scalar | ListNode | MapNode | Broken
Container = ListNode | MapNode


class Mark(Protocol):
    """A place, counted from 0."""

    line: int
    column: int


class Event(Protocol):
    """What is looked at of PyYAML's events; not every event has everything."""

    start_mark: Mark
    end_mark: Mark
    anchor: str | None
    tag: str | None
    implicit: tuple[bool, bool]
    style: str | None
    value: str


class EventSource(Protocol):
    """What is needed of a parser: one event at a time, None at the end."""

    def get_event(self) -> object:
        """The next event."""


class PureParser(Reader, Scanner, Parser):
    """PyYAML's parser without libyaml, for installations that lack it."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def _fastest() -> Callable[[str], EventSource]:
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]
    except ImportError:  # pragma: no cover - depends on how PyYAML was installed
        return PureParser
    return CParser


PARSER = _fastest()


class _StopError(Exception):
    """Reading cannot go on; the finding has been made."""


class _Builder:
    """One reading of one text. `line` and `column` are those of its first character."""

    def __init__(self, path: str, lines: Sequence[str], line: int, column: int) -> None:
        self.path = path
        self.lines = lines
        self.first = line
        self.indent = column
        self.findings: list[Diagnostic] = []
        self.root: Node | None = None
        self.stack: list[Container] = []
        self.count = 0
        self.documents = 0
        self.remarks = any(" #" in row for row in lines)

    def feed(self, parser: EventSource) -> None:
        """Take all events of a parser."""
        steps: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open_map,
            SequenceStartEvent: self._open_list,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
        }
        get = parser.get_event
        while (event := get()) is not None:
            step = steps.get(type(event))
            if step:
                step(event)

    def complain(self, what: Code, line: int, column: int, message: str, hint: str = "") -> None:
        span = Span(self.path, line + self.first, column + self.indent)
        self.findings.append(what.at(span, message, hint))

    def _scalar(self, event: Event) -> None:
        mark = event.start_mark
        line, column = mark.line, mark.column
        plain = event.implicit[0] and event.style in (None, "")
        node = Scalar(event.value, line + self.first, column + self.indent, plain)
        if event.anchor is not None or event.tag is not None:
            self._decorated(event, node)
            return
        if plain and self.remarks:
            end = event.end_mark
            rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
            node.remark = rest.lstrip().startswith("#")
        self._attach(node)

    def _decorated(self, event: Event, node: Scalar) -> None:
        """An anchor or tag: as a rule a text that should have been quoted."""
        mark = event.start_mark
        sign = f"&{event.anchor}" if event.anchor is not None else str(event.tag)
        message = f"anchors and tags are not used here ({sign})"
        hint = f'put the text in quotes: "{sign} {event.value[:60]}"'
        self.complain(FEATURE, mark.line, mark.column, message, hint)
        self._attach(Broken(node.line, node.column))

    def _alias(self, event: Event) -> None:
        mark = event.start_mark
        message = f"aliases are not used here (*{event.anchor})"
        hint = f'put the text in quotes: "*{event.anchor}"'
        self.complain(FEATURE, mark.line, mark.column, message, hint)
        self._attach(Broken(mark.line + self.first, mark.column + self.indent))

    def _document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            mark = event.start_mark
            message = "a second document begins here"
            self.complain(SYNTAX, mark.line, mark.column, message, "remove the line '---'")
            raise _StopError

    def _open_map(self, event: Event) -> None:
        mark = event.start_mark
        self._open(event, MapNode(mark.line + self.first, mark.column + self.indent))

    def _open_list(self, event: Event) -> None:
        mark = event.start_mark
        self._open(event, ListNode(mark.line + self.first, mark.column + self.indent))

    def _open(self, event: Event, node: Container) -> None:
        line, column = event.start_mark.line, event.start_mark.column
        if len(self.stack) >= MOST_DEPTH:
            message = f"more than {MOST_DEPTH} levels of nesting"
            self.complain(TOO_DEEP, line, column, message, "put a text with [ in quotes")
            raise _StopError
        if event.anchor is not None or event.tag is not None:
            message = "anchors and tags are not used here"
            self.complain(FEATURE, line, column, message, "remove it")
        self._attach(node)
        self.stack.append(node)

    def _close(self, _event: object) -> None:
        self.stack.pop()

    def _attach(self, node: Node) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            line, column = node.line - self.first, node.column - self.indent
            message = f"more than {MOST_NODES:,} values"
            self.complain(TOO_MANY, line, column, message, "split the file")
            raise _StopError
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if type(parent) is ListNode:
            parent.items.append(node)
        else:
            self._attach_to(parent, node)  # type: ignore[arg-type]

    def _attach_to(self, parent: MapNode, node: Node) -> None:
        key = parent.pending
        if key is None:
            parent.pending = self._as_key(node)
            return
        parent.pending = None
        if isinstance(key, Broken):
            return
        name = key.text
        if name in parent.entries:
            first = parent.keys[name]
            see = ((Span(self.path, first.line, first.column), "first given here"),)
            span = Span(self.path, key.line, key.column)
            message = f"{name!r} is given twice"
            self.findings.append(DUPLICATE_KEY.at(span, message, "remove one of them", see))
            return
        parent.entries[name] = node
        parent.keys[name] = key

    def _as_key(self, node: Node) -> Scalar | Broken:
        if isinstance(node, Broken):
            return node
        line, column = node.line - self.first, node.column - self.indent
        if not isinstance(node, Scalar):
            hint = "put a text that begins with [ or { in quotes"
            self.complain(SYNTAX, line, column, "a list or block cannot be a key", hint)
            return Broken(node.line, node.column)
        if node.plain and node.text == "<<":
            self.complain(FEATURE, line, column, "merge keys are not used here", "write it out")
            return Broken(node.line, node.column)
        return node


def parse(
    text: str,
    path: str,
    line: int = 1,
    column: int = 1,
    parser: Callable[[str], EventSource] = PARSER,
) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of a YAML text whose first character stands at `line` and `column` of `path`.

    None for an empty text; a `Broken` root when the text could not be read to its end.
    """
    # YAML 1.1 counts these as line ends and would number all later lines wrongly.
    for other in ("\x85", "\u2028", "\u2029"):
        text = text.replace(other, " ")
    lines = text.split("\n")
    builder = _Builder(path, lines, line, column)
    try:
        builder.feed(parser(text))
    except _StopError:
        return Broken(line, column), builder.findings
    except yaml.YAMLError as error:
        at = explain_error(error, lines)
        builder.complain(SYNTAX, at.line, at.column, at.message, at.hint)
        return Broken(line, column), builder.findings
    return builder.root, builder.findings
