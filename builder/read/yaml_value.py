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

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from builder.model.result import Result
from builder.read.yaml_nodes import TOO_MANY, Broken, ListNode, MapNode, Node, Scalar, parse
from builder.read.yaml_scalars import Scalars
from builder.read.yaml_shapes import (
    MISSING_KEY,
    UNKNOWN_KEY,
    WRONG_TYPE,
    Log,
    absent,
    block_of,
    closest,
    kind,
    pairs,
    unfold,
    with_name,
)

MOST_CHARACTERS = 512 * 1024
T = TypeVar("T")


class Fields(Scalars):
    """The keys of one block, single values and further blocks."""

    __slots__ = ()

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
            self._log.report(WRONG_TYPE, node, f"{key!r} must be a list, not {kind(node)}", hint)
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

    def some(
        self,
        key: str,
        read: Callable[[Fields], T],
        about: str = "",
        *,
        short: str = "",
    ) -> tuple[T, ...]:
        """One block or a list of them, each read by `read`. A bare text stands for its key
        `short`."""
        if isinstance(self._entry(key), ListNode):
            return self.items(key, read, about, short=short)
        one = self.nested(key, read, about, short=short)
        return () if one is None else (one,)

    def named(
        self,
        key: str,
        read: Callable[[Fields], T],
        about: str = "",
        *,
        short: str,
        name: str = "id",
        alone: bool = False,
    ) -> tuple[T, ...]:
        """Blocks with names: `name: {...}` or `name: text`, or a list of either or of blocks
        with the key `id`. `read` finds the name under the key given by `name`. `alone` lets a
        bare text stand for a list of one."""
        node = self._entry(key)
        if alone and isinstance(node, Scalar) and not absent(node):
            text, node = node, ListNode(node.line, node.column)
            node.items = [text]
        if isinstance(node, MapNode):
            self._asked.add(key)
            blocks = [with_name(k, v, name, short) for k, v in pairs(node)]
            checked = ((self._as_block(b, key, short)) for b in blocks)
            return tuple(_run(read, b, self._log) for b in checked if b is not None)
        if isinstance(node, ListNode):
            items = [unfold(item, name, short) for item in node.items]
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
        *,
        default: str = "",
    ) -> T | None:
        """Let the word under the key `by` choose who reads the rest of this block; without the
        key it is `default`."""
        before = len(self._log.findings)
        word = self.choice(by, tuple(readers), about, required=not default)
        if not word and len(self._log.findings) == before:
            word = default
        if word:
            return readers[word](self)
        # Nobody knows which other keys are right, so none is called unknown.
        self._asked.update(() if isinstance(self._block, Broken) else self._block.entries)
        return None

    def require_one_of(self, *keys: str) -> None:
        """Complain when none of the keys holds anything; the first is the one to add."""
        block = self._block
        if isinstance(block, Broken):
            return
        nodes = [block.entries.get(key) for key in keys]
        if all(node is None or absent(node) for node in nodes):
            given = next((key for key in keys if key in block.entries), keys[0])
            self._missing.append((given, block.keys.get(given)))

    def close(self) -> None:
        """Report what is unknown and what is missing, once every key was asked for."""
        if isinstance(self._block, Broken):
            return
        guessed: set[str] = set()
        for key, node in self._block.keys.items():
            if key not in self._asked:
                hint = closest(key, sorted(self._asked), guessed)
                self._log.report(UNKNOWN_KEY, node, f"unknown key {key!r}", hint)
        for key, empty in self._missing:
            if key not in guessed:
                what = f"{key!r} is missing" if empty is None else f"{key!r} is empty"
                self._log.report(MISSING_KEY, empty or self._block, what, f"add '{key}: ...'")

    def _as_block(self, node: Node, key: str, short: str) -> MapNode | Broken | None:
        if isinstance(node, MapNode | Broken):
            return node
        if isinstance(node, Scalar) and short:
            return block_of(node, {short: node})
        wanted = f"a text or a block with {short!r}" if short else "a block of 'key: value' lines"
        self._log.report(WRONG_TYPE, node, f"{key!r} wants {wanted} here, not {kind(node)}")
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
        log.report(WRONG_TYPE, root, f"'key: value' lines are wanted here, not {kind(root)}", hint)
        root = Broken(root.line, root.column)
    value = _run(read, root, log)
    return Result(value, tuple(log.findings))


def _run(read: Callable[[Fields], T], block: MapNode | Broken, log: Log) -> T:
    fields = Fields(block, log)
    value = read(fields)
    fields.close()
    return value
