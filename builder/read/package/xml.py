"""XML as elements with their places. What could make a reader fetch or blow up is refused."""

from __future__ import annotations

from xml.parsers import expat

from builder.model.package import Node

DEEPEST = 100
MOST_NODES = 200_000
_APART = "\n"
"""No namespace and no name can hold a line break."""


class XmlTrouble(ValueError):  # noqa: N818 - it reads as what it is at every raise
    """The text is no XML that will be read; says where and why."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.message = message


def parse(data: bytes) -> Node:
    """The root element. Raises XmlTrouble."""
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)
    except expat.ExpatError as problem:
        why = expat.ErrorString(problem.code)
        raise XmlTrouble(problem.lineno, problem.offset + 1, why) from problem
    except (LookupError, UnicodeError, ValueError) as problem:
        if isinstance(problem, XmlTrouble):
            raise
        raise XmlTrouble(1, 1, "its encoding is not known") from problem
    return builder.roots[0]


class _Builder:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=_APART)
        self.parser.ordered_attributes = True
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.roots: list[Node] = []
        self._open: list[tuple[str, dict[str, str], list[Node], list[str], int, int]] = []
        self._count = 0

    def _start(self, name: str, attributes: list[str]) -> None:
        self._count += 1
        if len(self._open) >= DEEPEST:
            raise self._trouble(f"elements are nested more than {DEEPEST} deep")
        if self._count > MOST_NODES:
            raise self._trouble(f"there are more than {MOST_NODES:,} elements")
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        named = {_attribute(key): value for key, value in pairs}
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        self._open.append((name, named, [], [], line, column))

    def _end(self, _name: str) -> None:
        name, attributes, children, text, line, column = self._open.pop()
        space, _, local = name.rpartition(_APART)
        node = Node(space, local, attributes, tuple(children), "".join(text), line, column)
        (self._open[-1][2] if self._open else self.roots).append(node)

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1][3].append(text)

    def _doctype(self, *_: object) -> None:
        raise self._trouble("it declares a document type, which no manifest needs")

    def _trouble(self, message: str) -> XmlTrouble:
        parser = self.parser
        return XmlTrouble(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, message)


def _attribute(name: str) -> str:
    space, _, local = name.rpartition(_APART)
    return f"{{{space}}}{local}" if space else local
