"""YAML values for readers: the field decides the type, never the look of the value.

A text field given `No`, `1:30`, `0777` or `2024-01-01` holds exactly these characters; numbers
and booleans exist only where a reader asks for one. A reader is a function over `Fields` that
reads like a table of its keys::

    def read_pair(fields: Fields) -> Pair:
        return Pair(text=fields.text("text", required=True), points=fields.integer("points") or 1)

Mistakes become findings and the value its default. A value that has been complained about is
passed over from then on: one mistake, one finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar

from builder.diagnostics import Code, Diagnostic, Level, Span, code
from builder.model.parts import Ref
from builder.model.result import Result
from builder.read.yaml_nodes import (
    TOO_MANY,
    Broken,
    ListNode,
    MapNode,
    Node,
    Scalar,
    parse,
)

MOST_CHARACTERS = 512 * 1024

UNKNOWN_KEY = code(
    "unknown-key",
    Level.ERROR,
    "The key is not known here",
    "A key that is not known has no effect, and most often it is a misspelt one. The message "
    "names the closest known key or lists all of them.",
)
MISSING_KEY = code(
    "missing-key",
    Level.ERROR,
    "A required key is missing or empty",
    "This block cannot be used without the key named. Add it.",
)
WRONG_TYPE = code(
    "wrong-type",
    Level.ERROR,
    "The value is of the wrong kind",
    "The key wants another kind of value: a text, a whole number, true or false, a list "
    "(entries that begin with '- ') or a block ('key: value' lines, indented). A text that holds "
    "': ' or begins with [ or { must be in quotes, or YAML takes it for a block or list.",
)
WRONG_VALUE = code(
    "wrong-value",
    Level.ERROR,
    "The value is not one of those allowed",
    "The key accepts only certain values; the message says which.",
)
LOST_TEXT = code(
    "lost-text",
    Level.WARNING,
    "Text after ' #' is a comment",
    "In YAML everything after a space and # is a comment, so this part of the line is not read. "
    "If it belongs to the text, put the whole text in quotes; if it is a remark, put it on a "
    "line of its own.",
)

T = TypeVar("T")
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_TRUTH = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_ALMOST_TRUTH = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false"}
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


class Log:
    """Where findings of one file go; makes spans for its nodes."""

    __slots__ = ("findings", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Diagnostic] = []

    def span(self, node: Node) -> Span:
        """The place of a node."""
        return Span(self.path, node.line, node.column)

    def report(self, what: Code, node: Node, message: str, hint: str = "") -> None:
        """Note a finding at a node."""
        self.findings.append(what.at(self.span(node), message, hint))


class Fields:
    """The keys of one block. Every method reads one key and remembers that it is known.

    `about` describes the key in the JSON Schema; reading ignores it.
    """

    __slots__ = ("_asked", "_before", "_block", "_log", "_missing")

    def __init__(self, block: MapNode | Broken, log: Log) -> None:
        self._block = block
        self._log = log
        self._asked: set[str] = set()
        self._missing: list[tuple[str, Scalar | None]] = []
        self._before = len(log.findings)

    @property
    def span(self) -> Span:
        """Where the block begins."""
        return self._log.span(self._block)

    @property
    def path(self) -> str:
        """The file the block stands in."""
        return self._log.path

    @property
    def failed(self) -> bool:
        """Whether anything in this block could not be read so far."""
        broken = isinstance(self._block, Broken)
        return broken or bool(self._missing) or len(self._log.findings) > self._before

    def span_of(self, key: str) -> Span:
        """Where the value of a key begins; the block's place when the key is not there."""
        node = None if isinstance(self._block, Broken) else self._block.entries.get(key)
        return self._log.span(node or self._block)

    def has(self, key: str) -> bool:
        """Whether the key is given, whatever its value."""
        return not isinstance(self._block, Broken) and key in self._block.entries

    def complain(self, what: Code, key: str, message: str, hint: str = "") -> None:
        """Note a finding at the value of a key."""
        self._log.findings.append(what.at(self.span_of(key), message, hint))

    def complain_at(self, what: Code, span: Span, message: str, first: Span) -> None:
        """Note that something was there before, at `first`."""
        self._log.findings.append(what.at(span, message, see=((first, "the first one"),)))

    def text(
        self,
        key: str,
        about: str = "",  # noqa: ARG002 - for the schema
        *,
        default: str = "",
        required: bool = False,
    ) -> str:
        """A text, exactly as written."""
        node = self._value(key, required)
        return default if node is None else self._text(node, key, default)

    def optional_text(self, key: str, about: str = "") -> str | None:  # noqa: ARG002
        """A text, or None when the key is not given; `""` in quotes is a given text."""
        node = self._value(key)
        if node is None or (isinstance(node, Scalar) and node.plain and not node.text):
            return None
        return self._text(node, key, "")

    def texts(self, key: str, about: str = "") -> tuple[str, ...]:  # noqa: ARG002
        """A list of texts; a single text counts as a list of one."""
        found = (self._text(node, key, "") for node in self._several(key))
        return tuple(text for text in found if text)

    def address(self, key: str, about: str = "") -> str:  # noqa: ARG002
        """A web address that begins with `https://` or `http://`."""
        node = self._value(key)
        text = "" if node is None else self._text(node, key, "")
        if node is None or not text or _ADDRESS.fullmatch(text):
            return text
        hint = "write the whole address, beginning with https://"
        self._log.report(WRONG_VALUE, node, f"{key!r} is not a web address", hint)
        return ""

    def ref(self, key: str, about: str = "") -> Ref | None:  # noqa: ARG002
        """The name of something defined elsewhere."""
        node = self._value(key)
        name = "" if node is None else self._text(node, key, "").strip()
        return Ref(name, self._log.span(node)) if node and name else None

    def refs(self, key: str, about: str = "") -> tuple[Ref, ...]:  # noqa: ARG002
        """A list of names; a single name counts as a list of one."""
        found = ((self._text(node, key, "").strip(), node) for node in self._several(key))
        return tuple(Ref(name, self._log.span(node)) for name, node in found if name)

    def integer(
        self,
        key: str,
        about: str = "",  # noqa: ARG002
        *,
        low: int = 0,
        high: int = 1_000_000,
        required: bool = False,
    ) -> int | None:
        """A whole number from `low` to `high`, both included."""
        number = self._number(key, _WHOLE, "a whole number", (low, high), required)
        return None if number is None else int(number)

    def number(
        self,
        key: str,
        about: str = "",  # noqa: ARG002
        *,
        low: float = 0,
        high: float = 1_000_000,
    ) -> float | None:
        """A number, decimals allowed."""
        text = self._number(key, _DECIMAL, "a number", (low, high))
        return None if text is None else float(text)

    def flag(
        self,
        key: str,
        about: str = "",  # noqa: ARG002
        *,
        default: bool = False,
        required: bool = False,
    ) -> bool:
        """`true` or `false`."""
        node = self._value(key, required)
        if node is None:
            return default
        if isinstance(node, Scalar) and node.plain and node.text in _TRUTH:
            return _TRUTH[node.text]
        word = node.text.lower() if isinstance(node, Scalar) else ""
        hint = f"write {_ALMOST_TRUTH.get(word, 'true or false without quotes')}"
        self._log.report(WRONG_TYPE, node, f"{key!r} must be true or false", hint)
        return default

    def choice(
        self,
        key: str,
        options: Sequence[str],
        about: str = "",  # noqa: ARG002
        *,
        default: str = "",
        required: bool = False,
    ) -> str:
        """One of a few words; an enumeration of strings serves as well."""
        node = self._value(key, required)
        if node is None:
            return default
        word = self._text(node, key, "")
        if word in options or not word:
            return word or default
        self._log.report(WRONG_VALUE, node, f"{key!r} cannot be {word!r}", _closest(word, options))
        return default

    def items(
        self,
        key: str,
        read: Callable[[Fields], T],
        about: str = "",  # noqa: ARG002
        *,
        short: str = "",
        required: bool = False,
    ) -> tuple[T, ...]:
        """A list of blocks, each read by `read`. A bare text stands for its key `short`."""
        node = self._value(key, required)
        if node is None:
            return ()
        if not isinstance(node, ListNode):
            hint = "begin each entry with '- '"
            self._log.report(WRONG_TYPE, node, f"{key!r} must be a list, not {_kind(node)}", hint)
            return ()
        return tuple(
            _run(read, block, self._log)
            for item in node.items
            if (block := self._as_block(item, key, short)) is not None
        )

    def nested(
        self,
        key: str,
        read: Callable[[Fields], T],
        about: str = "",  # noqa: ARG002
        *,
        short: str = "",
    ) -> T | None:
        """A block read by `read`. A bare text stands for its key `short`."""
        node = self._value(key)
        block = None if node is None else self._as_block(node, key, short)
        return None if block is None else _run(read, block, self._log)

    def named(
        self,
        key: str,
        read: Callable[[Fields], T],
        about: str = "",
        *,
        short: str,
        name: str = "id",
    ) -> tuple[T, ...]:
        """Blocks with names: `name: {...}` or `name: text`, or a list of either or of blocks
        with the key `id`. `read` finds the name under the key given by `name`."""
        node = self._entry(key)
        if isinstance(node, MapNode):
            self._asked.add(key)
            blocks = [_with_name(k, v, name, short) for k, v in _pairs(node)]
            checked = ((self._as_block(b, key, short)) for b in blocks)
            return tuple(_run(read, b, self._log) for b in checked if b is not None)
        if isinstance(node, ListNode):
            items = [_unfold(item, name, short) for item in node.items]
            copy = ListNode(node.line, node.column)
            copy.items = items
            holder = MapNode(self._block.line, self._block.column)
            holder.entries[key] = copy
            self._asked.add(key)
            return Fields(holder, self._log).items(key, read, about, short=short)
        return self.items(key, read, about, short=short)

    def words(self, key: str, options: Sequence[str], about: str = "") -> dict[str, str]:
        """A block of free keys whose values are each one of a few words."""
        node = self._value(key)
        if node is None:
            return {}
        block = self._as_block(node, key, "")
        if not isinstance(block, MapNode):
            return {}
        inner = Fields(block, self._log)
        found = {name: inner.choice(name, options, about) for name in block.entries}
        return {name: word for name, word in found.items() if word}

    def variants(
        self,
        by: str,
        readers: Mapping[str, Callable[[Fields], T]],
        about: str = "",
    ) -> T | None:
        """Let the word under the key `by` choose who reads the rest of this block."""
        word = self.choice(by, tuple(readers), about, required=True)
        if word:
            return readers[word](self)
        # Nobody knows which other keys are right, so none is called unknown.
        self._asked.update(() if isinstance(self._block, Broken) else self._block.entries)
        return None

    def close(self) -> None:
        """Report what is unknown and what is missing, once every key was asked for."""
        if isinstance(self._block, Broken):
            return
        guessed: set[str] = set()
        for key, node in self._block.keys.items():
            if key not in self._asked:
                hint = _closest(key, sorted(self._asked), guessed)
                self._log.report(UNKNOWN_KEY, node, f"unknown key {key!r}", hint)
        for key, empty in self._missing:
            if key not in guessed:
                what = f"{key!r} is missing" if empty is None else f"{key!r} is empty"
                self._log.report(MISSING_KEY, empty or self._block, what, f"add '{key}: ...'")

    def _entry(self, key: str) -> Node | None:
        return None if isinstance(self._block, Broken) else self._block.entries.get(key)

    def _value(self, key: str, required: bool = False) -> Node | None:
        """The node of a key, or None when there is nothing to read there."""
        self._asked.add(key)
        block = self._block
        if isinstance(block, Broken):
            return None
        node = block.entries.get(key)
        if isinstance(node, Broken):
            return None
        if node is None or (isinstance(node, Scalar) and not node.text.strip()):
            if required:
                self._missing.append((key, node and block.keys.get(key)))
            return node if node is not None and not _absent(node) else None
        return node

    def _several(self, key: str) -> list[Node]:
        node = self._value(key)
        if node is None:
            return []
        nodes = node.items if isinstance(node, ListNode) else [node]
        return [n for n in nodes if not isinstance(n, Broken)]

    def _text(self, node: Node, key: str, default: str) -> str:
        if isinstance(node, Scalar):
            if node.remark:
                self._log.report(LOST_TEXT, node, "the text after ' #' is lost", "use quotes")
                node.remark = False
            return node.text
        hint = "put the text in quotes"
        self._log.report(WRONG_TYPE, node, f"{key!r} must be a text, not {_kind(node)}", hint)
        return default

    def _number(
        self,
        key: str,
        form: re.Pattern[str],
        what: str,
        bounds: tuple[float, float],
        required: bool = False,
    ) -> str | None:
        node = self._value(key, required)
        if node is None:
            return None
        text = node.text if isinstance(node, Scalar) else ""
        if not (isinstance(node, Scalar) and node.plain and form.fullmatch(text)):
            hint = f"remove the quotes: {text}" if form.fullmatch(text) else "write digits only"
            self._log.report(WRONG_TYPE, node, f"{key!r} must be {what}", hint)
            return None
        low, high = bounds
        if not low <= float(text) <= high:
            self._log.report(WRONG_VALUE, node, f"{key!r} must be from {low:g} to {high:g}")
            return None
        return text

    def _as_block(self, node: Node, key: str, short: str) -> MapNode | Broken | None:
        if isinstance(node, MapNode | Broken):
            return node
        if isinstance(node, Scalar) and short:
            return _block_of(node, {short: node})
        wanted = f"a text or a block with {short!r}" if short else "a block of 'key: value' lines"
        self._log.report(WRONG_TYPE, node, f"{key!r} wants {wanted} here, not {_kind(node)}")
        return None


def read_yaml(
    text: str,
    path: str,
    read: Callable[[Fields], T],
    line: int = 1,
    column: int = 1,
) -> Result[T]:
    """Read a whole YAML text, or one that stands inside a file at `line` and `column`."""
    log = Log(path)
    root: Node | None
    if len(text) > MOST_CHARACTERS:
        log.report(TOO_MANY, Broken(line, column), "more than 512 KB of YAML", "split the file")
        root = Broken(line, column)
    else:
        root, findings = parse(text, path, line, column)
        log.findings.extend(findings)
    if root is None:
        root = MapNode(line, column)
    if not isinstance(root, MapNode | Broken):
        hint = "each line begins with a key and a colon"
        log.report(WRONG_TYPE, root, f"'key: value' lines are wanted here, not {_kind(root)}", hint)
        root = Broken(root.line, root.column)
    value = _run(read, root, log)
    return Result(value, tuple(log.findings))


def _run(read: Callable[[Fields], T], block: MapNode | Broken, log: Log) -> T:
    fields = Fields(block, log)
    value = read(fields)
    fields.close()
    return value


def _absent(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and not node.text


def _kind(node: Node) -> str:
    if isinstance(node, Scalar):
        return "a text"
    return "a list" if isinstance(node, ListNode) else "a block"


def _closest(word: str, options: Sequence[str], guessed: set[str] | None = None) -> str:
    """A hint: the option most like the word, else all of them."""
    close = get_close_matches(word.lower()[:60], [str(o) for o in options], 1, 0.6)
    if close:
        if guessed is not None:
            guessed.add(close[0])
        return f"did you mean {close[0]!r}?"
    return f"use one of: {', '.join(map(str, options))}" if options else ""


def _block_of(place: Node, entries: dict[str, Node]) -> MapNode:
    block = MapNode(place.line, place.column)
    block.entries = entries
    return block


def _pairs(node: MapNode) -> list[tuple[Scalar, Node]]:
    return [(node.keys[key], value) for key, value in node.entries.items()]


def _with_name(key: Scalar, value: Node, name: str, short: str) -> Node:
    """The block `{name: key, ...}` that the entry `key: value` stands for."""
    if isinstance(value, MapNode):
        block = _block_of(key, {name: key, **value.entries})
        block.keys = dict(value.keys)
        return block
    return _block_of(key, {name: key, short: value})


def _unfold(item: Node, name: str, short: str) -> Node:
    """A list entry `- name: text` as a block; blocks with the key `name` stay as they are."""
    if isinstance(item, MapNode) and len(item.entries) == 1 and name not in item.entries:
        ((key, value),) = _pairs(item)
        if key.text != short:
            return _with_name(key, value, name, short)
    return item
