"""Shorter names in a joined script: the names of variables, and only they, are exchanged.

Each module tells which of its words are variables, which of those it declares, and which are
free. A word is no variable after a dot, as a key or method of an object or a class, and inside
a text or a pattern. The sources use semicolons throughout and no label, `var` or nested template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'
        |/(?![\s/*=])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)
      | (?P<template>`(?:[^`\\]|\\.)*`)
      | (?P<word>[A-Za-z_$][\w$]*)
      | (?P<other>\d[\w.]*|=>|\?\.(?!\d)|\?\?|\.\.\.|[^\s])
      | (?P<space>\s+)""",
    re.VERBOSE,
)
_HOLE = re.compile(r"\$\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")

KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        """async await break case catch class const continue default delete do else export extends
        false finally for function get if import in instanceof let new null of return set static
        super switch this throw true try typeof undefined void while yield""",
    )
)
_BEFORE_OBJECT = frozenset(
    {*"(,=:[?|&", "??", "...", "return", "const", "let", "of", "in", "throw", "yield", "await"}
)
_OPEN, _CLOSE = ("(", "[", "{"), (")", "]", "}")


@dataclass(slots=True, eq=False)
class Token:
    """A piece of a script. A variable is a word that names one; `shorthand` tells that it is the
    key of an object too, `name` is what it will be called. `pair` is the place of the other
    bracket, `depth` counts brackets, `inside` is the kind of the nearest; the kind of a `{` is
    object, class, body (of a function or `catch`) or block. A `piece` is a text of a template.
    """

    text: str
    word: bool = False
    piece: bool = False
    variable: bool = False
    shorthand: bool = False
    name: str = ""
    kind: str = ""
    depth: int = 0
    inside: str = ""
    pair: int = -1


@dataclass(slots=True)
class Names:
    """A module's tokens, those that are no space, and what is declared at its top."""

    tokens: list[Token]
    solid: list[Token]
    top: dict[str, None] = field(default_factory=dict)
    declared: set[str] = field(default_factory=set)

    @property
    def free(self) -> set[str]:
        """Variables that nothing in the module declares: what it imports, and the browser's."""
        return {t.text for t in self.solid if t.variable and t.text not in self.declared}

    def renamed(self, names: Mapping[str, str]) -> str:
        """The module with its tokens' new names and, for variables without, those of `names`."""
        return "".join(_written(token, names) for token in self.tokens)


def read_names(code: str) -> Names:
    """Tell the variables of a module without its imports, exports and comments."""
    tokens = list(_tokens(code))
    solid = [token for token in tokens if not token.text.isspace()]
    _pair(solid)
    _find_variables(solid)
    names = Names(tokens, solid)
    for at in declared_places(solid):
        names.declared.add(solid[at].text)
        if solid[at].depth == 0 and not _in_function(solid, at):
            names.top[solid[at].text] = None
    return names


def _in_function(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word outside all brackets is the parameter of an arrow function."""
    return at + 1 < len(tokens) and tokens[at + 1].text == "=>"


def _written(token: Token, names: Mapping[str, str]) -> str:
    if not token.variable:
        return token.text
    new = token.name or names.get(token.text, token.text)
    return f"{token.text}:{new}" if token.shorthand and new != token.text else new


def _tokens(code: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(code):
        if match.lastgroup == "template":
            yield from _template(match[0])
        else:
            is_word = match.lastgroup == "word"
            yield Token(match[0], word=is_word and match[0] not in KEYWORDS)


def _template(text: str) -> Iterator[Token]:
    """A template: its texts as they are, its holes as what stands in them."""
    at = 0
    for hole in _HOLE.finditer(text):
        yield Token(text[at : hole.start(1)], piece=True)
        yield from _tokens(hole[1])
        at = hole.end(1)
    yield Token(text[at:], piece=True)


def _pair(tokens: list[Token]) -> None:
    """Find the other end of every bracket, and what each token stands in."""
    stack: list[int] = []
    in_class = False
    for at, token in enumerate(tokens):
        in_class = in_class or token.text == "class"
        if token.text in _CLOSE:
            start = stack.pop()
            token.pair, tokens[start].pair = start, at
        token.depth, token.inside = len(stack), tokens[stack[-1]].kind if stack else ""
        if token.text in _OPEN:
            token.kind = token.text
            if token.text == "{":
                token.kind = "class" if in_class else _brace(tokens, at)
                in_class = False
            stack.append(at)


def _brace(tokens: list[Token], at: int) -> str:
    before = tokens[at - 1] if at else Token("")
    if before.text in _BEFORE_OBJECT:
        return "object"
    return "body" if before.text == ")" and _is_function(tokens, before.pair) else "block"


def _is_function(tokens: list[Token], start: int) -> bool:
    """Whether the brackets at `start` hold parameters: other heads hold conditions."""
    head = tokens[start - 1] if start else Token("")
    method = head.text.isidentifier() and head.inside in ("class", "object")
    before = [token.text for token in tokens[max(0, start - 3) : max(0, start - 1)]]
    named = head.word and (before[-1:] == ["function"] or before == ["function", "*"])
    return method or named or head.text in ("catch", "function")


def _find_variables(tokens: list[Token]) -> None:
    edge = Token("")
    for at, token in enumerate(tokens):
        if not token.word:
            continue
        before = tokens[at - 1] if at else edge
        after = tokens[at + 1] if at + 1 < len(tokens) else edge
        token.variable = before.text not in (".", "?.") and token.inside != "class"
        if token.variable and token.inside == "object":
            _look_in_object(token, tokens[at - 2] if at > 1 else edge, before, after)


def _look_in_object(token: Token, earlier: Token, before: Token, after: Token) -> None:
    modified = before.text in ("async", "get", "set") and earlier.text in ("{", ",")
    if before.text not in ("{", ",") and not modified:
        return
    token.variable = after.text not in (":", "(")
    token.shorthand = token.variable and after.text in (",", "}", "=")


def declared_places(tokens: Sequence[Token]) -> Iterator[int]:
    """Where variables are declared, parameters included."""
    for at, token in enumerate(tokens):
        if token.text in ("const", "let"):
            yield from _declarators(tokens, at + 1)
        elif token.text in ("function", "class"):
            name = name_place(tokens, at)
            if tokens[name].variable:
                yield name
        elif token.text == "=>" or token.kind == "body":
            yield from _parameters(tokens, at - 1)


def name_place(tokens: Sequence[Token], at: int) -> int:
    """Where the name of the function, generator or class at `at` stands."""
    return at + 1 + (tokens[at + 1].text == "*")


def _declarators(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """The variables of `const a = 1, { b, c: [d] } = e;` or of a loop's head."""
    depth = tokens[at].depth
    end = at
    while end < len(tokens) and not _ends(tokens[end], depth):
        end += 1
    yield from _bindings(tokens, at, end, depth)


def _ends(token: Token, depth: int) -> bool:
    return token.depth < depth or (token.depth == depth and token.text in (";", "of", "in"))


def _parameters(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """The parameters that end at `at`: in brackets, or a single name before an arrow."""
    if tokens[at].text == ")":
        start = tokens[at].pair
        yield from _bindings(tokens, start + 1, at, tokens[start].depth + 1)
    elif tokens[at].variable:
        yield at


def _bindings(tokens: Sequence[Token], start: int, end: int, depth: int) -> Iterator[int]:
    """The variables a pattern binds: what stands after `=` up to the next comma binds nothing."""
    value: int | None = None
    for at in range(start, end):
        token = tokens[at]
        if value is not None and (
            token.depth < value or (token.depth == value and token.text == ",")
        ):
            value = None
        if value is None and token.text == "=" and token.depth >= depth:
            value = token.depth
        elif value is None and token.variable:
            yield at
