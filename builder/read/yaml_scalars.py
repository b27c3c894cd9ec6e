"""Single values out of a block: texts, names, numbers, flags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from builder.diagnostics import Code, Span
from builder.model.parts import Ref
from builder.read.yaml_nodes import Broken, ListNode, MapNode, Node, Scalar
from builder.read.yaml_shapes import (
    LOST_TEXT,
    WRONG_TYPE,
    WRONG_VALUE,
    Log,
    absent,
    closest,
    kind,
    quoted,
)

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_TRUTH = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_ALMOST_TRUTH = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false"}
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")


class Scalars:
    """The keys of one block that hold single values.

    Every method reads one key and remembers that it is known.

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

    def complain_again(
        self, what: Code, places: tuple[Span, Span], message: str, hint: str
    ) -> None:
        """Note that something at the second place was already at the first."""
        first, again = places
        see = ((first, "the first one"),)
        self._log.findings.append(what.at(again, message, hint, see))

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
        self._log.report(WRONG_VALUE, node, f"{key!r} cannot be {word!r}", closest(word, options))
        return default

    def choices(self, key: str, options: Sequence[str], about: str = "") -> tuple[str, ...]:  # noqa: ARG002
        """A list of a few known words; a single word counts as a list of one."""
        found = []
        for node in self._several(key):
            word = self._text(node, key, "")
            if word in options:
                found.append(word)
            elif word:
                what = f"{key!r} cannot be {word!r}"
                self._log.report(WRONG_VALUE, node, what, closest(word, options))
        return tuple(dict.fromkeys(found))

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
            return node if node is not None and not absent(node) else None
        return node

    def _several(self, key: str) -> list[Node]:
        node = self._value(key)
        if node is None:
            return []
        if isinstance(node, MapNode):
            hint = "begin each entry with '- '"
            message = f"{key!r} must be a list of texts, not a block"
            self._log.report(WRONG_TYPE, node, message, hint)
            return []
        nodes = node.items if isinstance(node, ListNode) else [node]
        return [n for n in nodes if not isinstance(n, Broken)]

    def _text(self, node: Node, key: str, default: str) -> str:
        if isinstance(node, Scalar):
            if node.remark:
                hint = "put the whole text in quotes, or the remark on a line of its own"
                self._log.report(LOST_TEXT, node, "the text after ' #' is lost", hint)
                node.remark = False
            return node.text
        message = f"{key!r} must be a text, not {kind(node)}"
        self._log.report(WRONG_TYPE, node, message, quoted(node))
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
