"""Shorter names in a joined script: the names of variables, and only they, are exchanged.

Each module tells which of its words are variables, which of those it declares, and which are
free. A word is no variable after a dot, as a key or method of an object or a class, and inside
a text or a pattern. One name is exchanged everywhere in its module, so that scopes stay as they
are. The sources use semicolons throughout and no label, `var` or nested template.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'
        |/(?![\s/*=])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*)
      | (?P<template>`(?:[^`\\]|\\.)*`)
      | (?P<word>[A-Za-z_$][\w$]*)
      | (?P<other>\d[\w.]*|=>|\?\.(?!\d)|\.\.\.|[^\s])
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
    {*"(,=:[?|&", "...", "return", "const", "let", "of", "in", "throw", "yield", "await", "case"}
)
_OPEN, _CLOSE = "([{", ")]}"


@dataclass(slots=True)
class Token:
    """A piece of a script. A variable is a word that names one; `shorthand` tells that it is the
    key of an object too. `pair` is the place of the other bracket, `depth` counts brackets."""

    text: str
    word: bool = False
    variable: bool = False
    shorthand: bool = False
    depth: int = 0
    inside: str = ""
    pair: int = -1


@dataclass(slots=True)
class Names:
    """What a module's variables are: declared at its top, declared anywhere, or free."""

    tokens: list[Token]
    top: dict[str, None] = field(default_factory=dict)
    declared: dict[str, None] = field(default_factory=dict)

    @property
    def free(self) -> set[str]:
        """Variables that nothing in the module declares: what it imports, and the browser's."""
        return {t.text for t in self.tokens if t.variable and t.text not in self.declared}

    def renamed(self, names: Mapping[str, str]) -> str:
        """The module with other names for its variables."""
        return "".join(_written(token, names) for token in self.tokens)


def read_names(code: str) -> Names:
    """Tell the variables of a module without its imports, exports and comments."""
    tokens = list(_tokens(code))
    solid = [token for token in tokens if not token.text.isspace()]
    _pair(solid)
    _find_variables(solid)
    names = Names(tokens)
    for token in _declared(solid):
        names.declared[token.text] = None
        if token.depth == 0:
            names.top[token.text] = None
    return names


def _written(token: Token, names: Mapping[str, str]) -> str:
    if not token.variable or token.text not in names:
        return token.text
    new = names[token.text]
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
        yield Token(text[at : hole.start(1)])
        yield from _tokens(hole[1])
        at = hole.end(1)
    yield Token(text[at:])


def _pair(tokens: list[Token]) -> None:
    """Find the other end of every bracket, and what each token stands in."""
    stack: list[tuple[int, str]] = []
    in_class = False
    for at, token in enumerate(tokens):
        in_class = in_class or token.text == "class"
        if token.text in _CLOSE and token.text:
            start, _ = stack.pop()
            token.pair, tokens[start].pair = start, at
        token.depth, token.inside = len(stack), stack[-1][1] if stack else ""
        if token.text in _OPEN and token.text:
            kind = token.text
            if kind == "{":
                kind = "class" if in_class else _brace(tokens, at)
                in_class = False
            stack.append((at, kind))


def _brace(tokens: list[Token], at: int) -> str:
    before = tokens[at - 1].text if at else ""
    return "object" if before in _BEFORE_OBJECT else "block"


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


def _declared(tokens: list[Token]) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        if token.text in ("const", "let"):
            yield from _declarators(tokens, at + 1)
        elif token.text in ("function", "class") and tokens[at + 1].variable:
            yield tokens[at + 1]
        elif token.text == "=>":
            yield from _parameters(tokens, at - 1)
        elif token.text == "{" and at and tokens[at - 1].text == ")":
            yield from _parameters_of_body(tokens, at - 1)


def _declarators(tokens: list[Token], at: int) -> Iterator[Token]:
    """The variables of `const a = 1, { b, c: [d] } = e;` or of a loop's head."""
    depth = tokens[at].depth
    end = at
    while end < len(tokens) and not _ends(tokens[end], depth):
        end += 1
    yield from _bindings(tokens, at, end, depth)


def _ends(token: Token, depth: int) -> bool:
    return token.depth < depth or (token.depth == depth and token.text in (";", "of", "in", ")"))


def _parameters(tokens: list[Token], at: int) -> Iterator[Token]:
    """The parameters of an arrow function; `at` is the place before the arrow."""
    if tokens[at].text == ")":
        start = tokens[at].pair
        yield from _bindings(tokens, start + 1, at, tokens[start].depth + 1)
    elif tokens[at].variable:
        yield tokens[at]


def _parameters_of_body(tokens: list[Token], close: int) -> Iterator[Token]:
    """The parameters before a body: of a function, a method or a `catch`; other heads have none."""
    start = tokens[close].pair
    head = tokens[start - 1] if start else Token("")
    named = head.word and not head.variable
    after_name = start > 1 and tokens[start - 2].text == "function"
    if named or after_name or head.text in ("catch", "function"):
        yield from _bindings(tokens, start + 1, close, tokens[start].depth + 1)


def _bindings(tokens: list[Token], start: int, end: int, depth: int) -> Iterator[Token]:
    """The variables a pattern binds: what stands after `=` up to the next comma binds nothing."""
    value_at: int | None = None
    for token in tokens[start:end]:
        if value_at is not None and (
            token.depth < value_at or (token.depth == value_at and token.text == ",")
        ):
            value_at = None
        if value_at is None and token.text == "=" and token.depth >= depth:
            value_at = token.depth
        elif value_at is None and token.variable:
            yield token


def short_names(taken: Callable[[str], bool], *, single: bool) -> Iterator[str]:
    """Names of two letters or, with `single`, of one and then of a letter and a digit."""
    letters = string.ascii_letters
    ends = ("", *string.digits) if single else letters
    made = (letter + end for end in ends for letter in letters)
    yield from (name for name in made if not taken(name))
