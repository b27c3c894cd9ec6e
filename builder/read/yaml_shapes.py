"""What the readers of YAML values share: findings, their codes, and the shapes of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from builder.diagnostics import Code, Diagnostic, Level, Span, code
from builder.read.yaml_nodes import ListNode, MapNode, Node, Scalar

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


def absent(node: Node) -> bool:
    """Whether a key is there with nothing after it; `""` in quotes is something."""
    return isinstance(node, Scalar) and node.plain and not node.text


def kind(node: Node) -> str:
    """What a node is, in a message."""
    if isinstance(node, Scalar):
        return "a text"
    return "a list" if isinstance(node, ListNode) else "a block"


def closest(word: str, options: Sequence[str], guessed: set[str] | None = None) -> str:
    """A hint: the option most like the word, else all of them."""
    close = get_close_matches(word.lower()[:60], [str(o) for o in options], 1, 0.6)
    if close:
        if guessed is not None:
            guessed.add(close[0])
        return f"did you mean {close[0]!r}?"
    return f"use one of: {', '.join(map(str, options))}" if options else ""


def block_of(place: Node, entries: dict[str, Node]) -> MapNode:
    """A block that stands for a shorter notation at the place of a node."""
    block = MapNode(place.line, place.column)
    block.entries = entries
    return block


def quoted(node: Node) -> str:
    """A hint for a node that was meant to be a text: how to write it so that it is one."""
    if isinstance(node, MapNode) and len(node.entries) == 1:
        ((key, value),) = pairs(node)
        if isinstance(value, Scalar) and value.line == key.line:
            return f'put the text in quotes: "{key.text}: {value.text}"'
    return "put the text in quotes"


def pairs(node: MapNode) -> list[tuple[Scalar, Node]]:
    """Keys with their places, and their values."""
    return [(node.keys[key], value) for key, value in node.entries.items()]


def with_name(key: Scalar, value: Node, name: str, short: str) -> Node:
    """The block `{name: key, ...}` that the entry `key: value` stands for."""
    if isinstance(value, MapNode):
        block = block_of(key, {name: key, **value.entries})
        block.keys = dict(value.keys)
        return block
    return block_of(key, {name: key, short: value})


def unfold(item: Node, name: str, short: str) -> Node:
    """A list entry `- name: text` as a block; blocks with the key `name` stay as they are."""
    if isinstance(item, MapNode) and len(item.entries) == 1 and name not in item.entries:
        ((key, value),) = pairs(item)
        if key.text != short:
            return with_name(key, value, name, short)
    return item
